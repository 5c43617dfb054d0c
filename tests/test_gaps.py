"""What nobody knows stands on a page of its own, with nothing left out, and dates stand as they were said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.build import build
from dossier.compose.gaps import GAPS
from tests.dossiers import PROJECT, assemble
from tests.reading import Element, Page, pages, target

Record = dict[str, Any]


def records(root: Path, folder: str) -> dict[str, Record]:
    """The records of a folder by id, read by somebody else's reader."""
    found = sorted((root / "data" / folder).glob("*.yml"))
    return {one.stem: yaml.load(one.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for one in found}


def is_day(date: str) -> bool:
    return len(date) == len("2031-05-14") and date.replace("-", "").isdigit()


def unknown(root: Path) -> Iterator[tuple[str, str]]:
    """(group, words on the page) of everything that the records do not know."""
    languages = {path.name for path in (root / "docs").iterdir()}
    for key, source in records(root, "sources").items():
        for language in languages - {source["language"]}:
            if not (root / f"data/translations/{language}/{key}.yml").exists():
                yield "untranslated", f"/{key}/"
        yield from ((gap["missing"], gap["quote"]) for gap in source.get("gaps", ()))
        dates = source.get("dates", ())
        yield from (("vague-dates", one["quote"]) for one in dates if not is_day(one["means"]))
        for claim in source.get("claims", ()):
            if not is_day(claim["date"]):
                group = "undated-claims" if claim["date"] == "unknown" else "inexact-claims"
                yield group, f"#claim-{claim['id']}"
    kinds = yaml.safe_load((root / "data/kinds.yml").read_text(encoding="utf-8"))["kinds"]
    for kind in kinds.values():
        for id_, entity in records(root, kind["section"]).items():
            for facts in entity.get("facts", {}).values():
                yield from (("facts", f"/{id_}/") for fact in facts if fact["value"] == "unknown")
    entries = (root / "data/references.bib").read_text(encoding="utf-8")
    yield from (("bibliography", "") for line in entries.splitlines() if "{unknown}" in line)
    yield from (
        ("bibliography", "")
        for line in entries.splitlines()
        if line.split("=")[0].strip() == "title" and "{[" in line
    )


def told(page: Page) -> dict[str, list[Element]]:
    """Anchor of each group → its lines."""
    found: dict[str, list[Element]] = {}
    group = ""
    for element in page.all():
        if element.tag == "h2":
            group = element.get("id")
        elif element.tag == "li" and any("d-gaps" in outer.classes for outer in element.inside):
            found.setdefault(group, []).append(element)
    return found


def hrefs(page: Page, line: Element) -> str:
    return " ".join(e.get("href") for e in page.all("a") if line in e.inside)


@pytest.fixture(scope="session")
def lighthouse(built: Callable[[str], Path]) -> Path:
    return built("gaps")


@pytest.fixture(scope="session")
def found(lighthouse: Path) -> dict[str, Page]:
    return pages(lighthouse / "site")


@pytest.mark.parametrize("language", ["", "en/"])
def test_no_gap_of_a_dossier_is_left_out(lighthouse: Path, found: dict[str, Page], language: str) -> None:
    check_whole(lighthouse, found[f"{language}gaps/index.html"])


@pytest.mark.parametrize("language", ["", "ru/", "uk/"])
def test_no_gap_of_the_project_is_left_out(site: Path, language: str) -> None:
    file = f"{language}gaps/index.html"
    check_whole(PROJECT, Page(file, (site / file).read_text(encoding="utf-8")))


def check_whole(root: Path, page: Page) -> None:
    wanted: dict[str, list[str]] = {}
    for group, words in unknown(root):
        wanted.setdefault(group, []).append(words)
    lines = told(page)
    assert {group: len(rows) for group, rows in lines.items()} == {g: len(rows) for g, rows in wanted.items()}
    for group, rows in wanted.items():
        texts = [line.text + hrefs(page, line) for line in lines[group]]
        for words in rows:
            assert any(words in text for text in texts), (group, words)


def test_each_gap_names_the_line_to_change(lighthouse: Path, found: dict[str, Page]) -> None:
    lines = [line for rows in told(found["en/gaps/index.html"]).values() for line in rows]
    places = [line.text.split()[-1] for line in lines]
    assert len(set(places)) == len(lines)
    for place in places:
        file, number = place.split(":")
        text = (lighthouse / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
        assert text.lstrip().startswith(("- ", "file", "author", "publisher", "url", "title", "location")), (
            place
        )


def test_each_gap_has_an_edit_link_where_there_is_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "https://example.org/lighthouse")
    made, _ = build(assemble("gaps", tmp_path / "gaps"))
    assert made is not None
    page = Page("gaps/index.html", made.fragment(made.pages["en"][GAPS.path]))
    lines = [line for rows in told(page).values() for line in rows]
    assert lines
    for line in lines:
        assert "https://example.org/lighthouse/edit/main/data/" in hrefs(page, line)


def test_the_page_counts_and_says_dates_in_the_readers_language(found: dict[str, Page]) -> None:
    headings = [e.text for e in found["gaps/index.html"].all("h2")]
    assert headings[:2] == ["Хто? 2 прогалини", "З чиїх слів? 1 прогалина"]
    (line,) = told(found["gaps/index.html"])["inexact-claims"]
    assert line.text.replace("\u202f", " ").startswith("літо 2031 р. Ольга Сива відвідає маяк.")
    vague = [line.text for line in told(found["en/gaps/index.html"])["vague-dates"]]
    assert vague[0].startswith("Влітку → summer 2031")
    assert vague[1].startswith("Колись → date unknown. Not even a decade is given.")


def test_pages_of_entities_and_articles_tell_of_their_gaps(found: dict[str, Page]) -> None:
    def gaps(file: str) -> list[str]:
        return [line.text for line in told(found[file]).get("gaps", [])]

    assert [text.split(".")[0] for text in gaps("en/people/olha-syva/index.html")] == ["її дід", "газета"]
    assert [text.split()[0] for text in gaps("en/people/iryna-lis/index.html")] == ["газета.", "Born"]
    for file in ("people/olha-syva/index.html", "sources/2031-05-14-lighthouse/index.html"):
        assert ("/gaps/", "") in {target(found[file], link) for link in found[file].links()}
    article = found["en/sources/2031-05-14-lighthouse/index.html"]
    lines = told(found["en/gaps/index.html"])
    of_the_book = sum(
        "lamps-of-the-coast" in hrefs(found["en/gaps/index.html"], one) for one in lines["bibliography"]
    )
    own = sum(map(len, lines.values())) - len(lines["facts"]) - len(lines["untranslated"]) - of_the_book
    assert f"{own} gaps" in [e.text for e in article.all("dd")]


def test_gaps_stand_in_the_navigation_of_every_page(found: dict[str, Page]) -> None:
    for page in found.values():
        if not page.file.endswith("404.html"):
            navigation = [target(page, e.get("href")) for e in page.all("a", "md-nav__link")]
            prefix = "/en" if page.file.startswith("en/") else ""
            assert (f"{prefix}/gaps/", "") in navigation, page.file


def test_an_article_says_beside_its_paragraphs_what_its_dates_mean(found: dict[str, Page]) -> None:
    page = found["en/sources/2031-05-14-lighthouse/index.html"]
    notes = {e.get("id"): " ".join(e.text.split()) for e in page.all("div", "d-note")}
    assert notes["note-yesterday"] == "1 date учора → 13 May 2031, by the date of the article"
    assert notes["note-once"] == "4 date Колись → date unknownNot even a decade is given."
    assert notes["note-two-fishermen"].startswith("2 left open двоє рибалок")
    marked = [e.text for e in page.all("mark", "d-noted")]
    assert marked == ["учора", "двоє рибалок", "Влітку", "Колись", "її дід", "газета"]


@pytest.mark.parametrize("file", ["people/iryna-lis/index.html", "sources/2031-05-14-lighthouse/index.html"])
def test_a_claim_shows_its_date_in_the_articles_words(found: dict[str, Page], file: str) -> None:
    page = found[f"en/{file}"]
    (shown, *_) = page.all("span", "d-as-said")
    assert shown.text == "in the article: учора"
    said = [e for e in page.all("a") if e.text == "учора" and shown in e.inside]
    assert said
    for link in said:
        assert target(page, link.get("href")) == ("/en/sources/2031-05-14-lighthouse/", "note-yesterday")
    (quoted, *_) = [e for e in page.all("q") if said[0] in e.inside]
    assert quoted.get("lang") == "uk"


def test_a_supplied_headline_is_told_from_an_unknown_one(found: dict[str, Page]) -> None:
    texts = [line.text for line in told(found["en/gaps/index.html"])["bibliography"]]
    assert [text.split("\n")[0].strip() for text in texts if "eadline" in text] == [
        "Headline: the one shown was supplied"
    ]


def test_every_anchor_stands_once(found: dict[str, Page]) -> None:
    for page in found.values():
        ids = page.ids()
        assert len(ids) == len(set(ids)), page.file


def test_what_is_recorded_reaches_the_page_as_text(found: dict[str, Page]) -> None:
    assert "is not said &lt;here&gt;" in found["en/gaps/index.html"].html
