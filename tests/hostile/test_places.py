"""Whatever a text says, wherever it stands: it does nothing, and is shown as it is or told with its line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.policy import hashed
from tests.dossiers import built_once
from tests.hostile.site import ITEMS, KEY, PLACES, TEXTS, Item, build, shown
from tests.reading import Page, pages

DATA = ("application/json", "application/ld+json")
HIDDEN = ("\x07", "\x08", "\x1b", "\x9b", "\u202e", "\u2066", "\ufdd0")
"""What one of the texts holds and no file may."""


@pytest.fixture(scope="session")
def folder(shared: Path) -> Path:
    return built_once(shared / "hostile", build)


@pytest.fixture(scope="session")
def left(folder: Path) -> list[Item]:
    return shown(folder)


@pytest.fixture(scope="session")
def found(folder: Path) -> dict[str, Page]:
    return pages(folder / "site")


def test_what_hides_or_reorders_is_refused_everywhere(left: list[Item]) -> None:
    refused = {number for number, text in enumerate(TEXTS) if any(sign in text for sign in HIDDEN)}
    assert refused
    assert [item for item in left if item.number in refused] == []


@pytest.mark.parametrize(
    "place", ["name", "alias", "title", "fact", "label", "office", "reading", "credit", "article"]
)
def test_nothing_else_is_refused_where_text_is_text(left: list[Item], place: str) -> None:
    wanted = {number for number, text in enumerate(TEXTS) if not any(sign in text for sign in HIDDEN)}
    assert {item.number for item in left if item.place == place} == wanted


def test_most_of_the_rest_is_shown(left: list[Item]) -> None:
    """Or these tests would say little."""
    assert len(left) > 0.8 * len(ITEMS)
    assert {item.place for item in left} == set(PLACES)


def test_a_name_is_the_heading_of_its_page_character_for_character(
    left: list[Item], found: dict[str, Page]
) -> None:
    for item in left:
        if item.place == "name":
            heading = next(found[f"people/{item.id}/index.html"].all("h1"))
            assert heading.text.strip() == item.text.strip()


def test_an_article_is_shown_character_for_character(left: list[Item], found: dict[str, Page]) -> None:
    page = found[f"sources/{KEY}/index.html"]
    texts = [element.text for element in page.all("p")] + [element.text for element in page.all("div")]
    missing = [
        item.text for item in left if item.place == "article" and not any(item.text in t for t in texts)
    ]
    assert missing == []


@pytest.mark.parametrize("place", ["title", "fact", "label"])
def test_a_value_is_shown_character_for_character(
    left: list[Item], found: dict[str, Page], place: str
) -> None:
    for item in left:
        if item.place == place:
            assert item.text in next(found[f"people/{item.id}/index.html"].all("article")).text


@pytest.mark.parametrize("place", ["reading", "credit"])
def test_a_remark_on_an_article_is_shown_character_for_character(
    left: list[Item], found: dict[str, Page], place: str
) -> None:
    shown = next(found[f"sources/{KEY}/index.html"].all("article")).text
    assert [item.text for item in left if item.place == place and item.text not in shown] == []


def test_words_of_the_interface_are_shown_character_for_character(
    left: list[Item], found: dict[str, Page]
) -> None:
    """In texts or attributes of the lists, and of a page of each sort below them."""
    below = (f"sources/{KEY}/index.html", f"people/{left[0].id}/index.html")
    pages = [page for name, page in found.items() if name.count("/") < 2 or name in below]
    texts = (next(page.all("html")).text for page in pages)
    named = (value for page in pages for one in page.all() for value in one.attributes.values())
    everything = "\n".join((*texts, *named))
    shown = [item for item in left if item.place == "word" and item.text.strip() in everything]
    assert len(shown) > 20


@pytest.fixture(scope="session")
def brought(found: dict[str, Page]) -> list[tuple[str, str]]:
    """(page, what) for all that no text may bring; each page is read once, since together they are large."""
    return [(page.file, what) for page in found.values() for what in (*dangers(page), *clobbered(page))]


def dangers(page: Page) -> Iterator[str]:
    """Elements that act, and attributes that do or lead to what does."""
    (policy,) = (
        one.get("content") for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    )
    for one in page.all():
        if one.tag == "script" and not one.get("src") and one.get("type") not in DATA:
            if hashed(one.text) not in policy:
                yield f"script {one.text}"
            continue
        events = [name for name in one.attributes if name.startswith("on") or name == "style"]
        loads = [one.get("src"), one.get("data"), one.get("action"), one.get("background")]
        foreign = [
            address for address in loads if "//" in address or ":" in address.removeprefix("data:image")
        ]
        leads = one.get("href").strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
        if events or foreign or leads or one.tag in ("iframe", "object", "embed", "base", "frame"):
            yield f"{one.tag} {one.attributes}"


def clobbered(page: Page) -> Iterator[str]:
    """Ids that stand twice, or hide what scripts ask the document for."""
    counted = Counter(page.ids())
    yield from (
        f"id {id_}"
        for id_, count in counted.items()
        if count > 1 or id_ in ("location", "body", "attributes")
    )


def test_no_text_brought_a_script_event_style_address_or_id_that_does_harm(
    brought: list[tuple[str, str]],
) -> None:
    assert brought == []


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        "<script src='//elsewhere.example/x.js'></script>",
        "<p onclick='x'></p>",
        "<p style='x'></p>",
        "<img src='http://elsewhere.example/'>",
        "<a href=' JavaScript:x'></a>",
        "<iframe></iframe>",
        "<p id='location'></p>",
        "<p id='one'></p><p id='one'></p>",
    ],
)
def test_harm_would_be_seen(harm: str) -> None:
    page = Page("index.html", f"<meta http-equiv='Content-Security-Policy' content='none'>{harm}")
    assert [*dangers(page), *clobbered(page)]


@pytest.mark.parametrize("place", ["page", "heading"])
def test_no_text_passes_for_a_place_of_ours(left: list[Item], found: dict[str, Page], place: str) -> None:
    """The theme's places for a page's content, and a macro's in a page, are not to be had by writing."""
    number = next(n for n, text in enumerate(TEXTS) if text.startswith("dossier-slot"))
    assert Item(place, number) in left
    assert TEXTS[number] in next(found[f"{place}-{number}/index.html"].all("article")).text


def test_data_files_hold_the_texts_as_they_are(folder: Path, left: list[Item]) -> None:
    names = (folder / "site/data/entities.json").read_text(encoding="utf-8")
    json.loads(names)
    for item in left:
        if item.place == "name":
            assert json.dumps(item.text, ensure_ascii=False)[1:-1] in names or item.text in str(
                json.loads(names)
            )
