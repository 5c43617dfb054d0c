"""A dossier whose sources disagree: one press service in two articles, a contradiction, a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reading import Element, Page, pages, target

EVENT = "events/dam-break/index.html"


@pytest.fixture(scope="session")
def found(built: Callable[[str], Path]) -> dict[str, Page]:
    return pages(built("accounts") / "site")


def card(page: Page, id_: str) -> Element:
    return next(one for one in page.all("article", "d-claim") if one.get("id") == f"claim-{id_}")


def within(page: Page, around: Element, class_: str) -> Iterator[Element]:
    return (one for one in page.all(class_=class_) if any(around is outer for outer in one.inside))


def text(element: Element) -> str:
    return " ".join(element.text.replace("\u202f", " ").split())


@pytest.mark.parametrize(
    ("file", "facing"),
    [
        (EVENT, [["dam-holds", "dam-gave-way"], ["nobody-hurt", "two-hurt"]]),
        ("people/ida-lem/index.html", [["nobody-hurt", "two-hurt"]]),
        ("organisations/red-lantern-hospital/index.html", [["nobody-hurt", "two-hurt"]]),
        (
            "sources/2032-04-01-morning/index.html",
            [["dam-holds", "dam-gave-way"], ["nobody-hurt", "two-hurt"]],
        ),
        ("sources/2032-04-09-week/index.html", [["dam-holds", "dam-gave-way"]]),
        ("organisations/tolk/index.html", []),
    ],
)
def test_claims_that_disagree_stand_together_wherever_one_of_them_stands(
    found: dict[str, Page], file: str, facing: list[list[str]]
) -> None:
    """The older one first; each of them once."""
    page = found[file]
    groups = [
        [one.get("id").removeprefix("claim-") for one in within(page, group, "d-claim")]
        for group in page.all(class_="d-facing")
    ]
    assert sorted(groups) == sorted(facing)
    ids = page.ids()
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("file", "id_", "said", "other"),
    [
        (EVENT, "nobody-hurt", "Contradicts: Two people were hurt.", "two-hurt"),
        (EVENT, "two-hurt", "Contradicts: Nobody was hurt.", "nobody-hurt"),
        (EVENT, "dam-holds", "Superseded by: The dam gave way on its eastern side.", "dam-gave-way"),
        (EVENT, "dam-gave-way", "Supersedes: The dam at Ort holds.", "dam-holds"),
        ("people/ida-lem/index.html", "nobody-hurt", "Contradicts: Two people were hurt.", "two-hurt"),
        (f"ru/{EVENT}", "two-hurt", "Противоречит утверждению: Никто не пострадал.", "nobody-hurt"),
    ],
)
def test_each_says_how_it_stands_to_the_other(
    found: dict[str, Page], file: str, id_: str, said: str, other: str
) -> None:
    page = found[file]
    row = next(within(page, card(page, id_), "d-counterpart"))
    assert text(row) == said
    link = next(one for one in page.all("a") if row in one.inside)
    assert target(page, link.get("href")) == (f"/{page.url}", f"claim-{other}")
    assert f"claim-{other}" in page.ids()


def test_a_card_shows_the_last_status_and_the_whole_history(found: dict[str, Page]) -> None:
    page = found[EVENT]
    shown = card(page, "bridge-to-reopen")
    assert [text(mark) for mark in within(page, shown, "d-status")] == ["came about"]
    history = next(within(page, shown, "d-history"))
    first, later = [text(one) for one in page.all("li") if history in one.inside]
    assert first == "1 April 2032 announced"
    assert later.startswith("9 April 2032 came about: It reopened a day later than announced.")
    assert "The bridge reopened on 6 April" in later
    assert not list(within(page, card(page, "two-hurt"), "d-history"))


def test_evidence_names_its_speakers_where_they_are_others_than_the_claim_s(found: dict[str, Page]) -> None:
    page = found[EVENT]
    said = [text(one) for one in within(page, card(page, "dam-holds"), "d-evidence__by")]
    assert said == ["Said by: Water Office, as reported by Tolk"]


@pytest.mark.parametrize("file", [EVENT, "timeline/index.html", "index.html"])
def test_a_superseded_claim_is_marked_in_every_timeline(found: dict[str, Page], file: str) -> None:
    page = found[file]
    row = next(
        one
        for one in page.all("li")
        if any("d-timeline" in outer.classes for outer in one.inside) and "The dam at Ort holds" in one.text
    )
    assert [text(mark) for mark in within(page, row, "d-status")] == ["corrected", "superseded"]


def test_and_where_an_article_lists_what_rests_on_a_paragraph(found: dict[str, Page]) -> None:
    """The paragraph of a later article on which only its change rests lists it too."""
    page = found["sources/2032-04-09-week/index.html"]
    paragraph = next(one for one in page.all("section") if one.get("id") == "p1")
    rests = next(within(page, paragraph, "d-rests"))
    listed = [text(one) for one in page.all("li") if rests in one.inside]
    assert sorted(listed) == [
        "The dam at Ort holds. corrected superseded",
        "The dam gave way on its eastern side.",
    ]


def shares(page: Page) -> dict[str, list[str]]:
    """What is said of a page's claims, and the claims to which it leads."""
    return {
        text(next(one for one in page.all("summary") if share in one.inside)): [
            one.get("href") for one in page.all("a") if share in one.inside
        ]
        for share in page.all("details", "d-share")
        if "d-share--how" not in share.classes
    }


def test_a_page_tells_in_how_many_hands_its_claims_are_and_names_them(found: dict[str, Page]) -> None:
    assert shares(found[EVENT]) == {
        "1 names no speaker: the article itself asserts it": ["#claim-bridge-to-reopen"],
        "3 rest on a single article each": ["#claim-dam-gave-way", "#claim-two-hurt", "#claim-nobody-hurt"],
        "1 is reported by several articles that share one origin": ["#claim-dam-holds"],
    }
    intro = next(one for one in found[EVENT].all("p") if one.inside[-1].classes == ["d-shares"])
    assert text(intro) == "Of 5 claims here:"


def test_shares_are_told_of_articles_too_and_in_every_language(found: dict[str, Page]) -> None:
    page = found["ru/sources/2032-04-01-morning/index.html"]
    assert list(shares(page)) == [
        "1 — без указания говорящего: так утверждает сама статья",
        "1 опирается на одну статью",
        "1 приводят несколько статей, но первоисточник у них один",
    ]
    assert not shares(found["organisations/tolk/index.html"])
