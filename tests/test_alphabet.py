"""The A–Z index: whoever knows any name of anything finds its page, without a script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.build import Built, build
from dossier.compose import alphabet
from dossier.compose.alphabet import ALPHABET
from dossier.pages.alphabet import AlphabetBody, FiledRow
from dossier.pages.page import Page
from tests.dossiers import PROJECT, assemble
from tests.reading import Element, pages, target
from tests.reading import Page as Html

LANGUAGES = ("en", "ru", "uk")


@pytest.fixture(scope="module")
def composed() -> Built:
    built, _ = build(PROJECT)
    assert built is not None
    return built


@pytest.fixture(scope="module")
def html(site: Path) -> dict[str, Html]:
    return pages(site)


def index(built: Built, language: str) -> Iterator[tuple[Page, AlphabetBody]]:
    for page in built.pages[language].values():
        if isinstance(page.body, AlphabetBody):
            yield page, page.body


def rows(built: Built, language: str) -> list[FiledRow]:
    return [row for _, body in index(built, language) for one in body.shown for row in one.rows]


def shown_page(html: dict[str, Html], language: str) -> Html:
    return html[f"{'' if language == 'en' else f'{language}/'}{ALPHABET}/index.html"]


def named(html: Html) -> dict[str, set[str]]:
    """Words of a link of the index → where such links lead."""
    found: dict[str, set[str]] = {}
    for link in html.all("a"):
        if any("d-filed" in one.classes for one in link.inside):
            place = target(html, link.get("href"))
            assert place is not None
            found.setdefault(link.text, set()).add(place[0])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_every_language_leads_to_its_page(
    composed: Built, html: dict[str, Html], language: str
) -> None:
    links = named(shown_page(html, language))
    missing = []
    for entity in composed.index.dossier.entities.values():
        section = composed.index.dossier.kinds[entity.kind].section
        page = "/" + composed.site.url(language, f"{section}/{entity.id}")
        names = [*entity.names.values(), *(one for many in entity.aliases.values() for one in many)]
        missing += [(name, page) for name in names if page not in links.get(name, ())]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_of_an_article_leads_to_its_page(
    composed: Built, html: dict[str, Html], language: str
) -> None:
    links = named(shown_page(html, language))
    for key in composed.index.dossier.sources:
        fields = composed.index.dossier.references[key].fields
        titles = [text.strip("[]") for name, text in fields.items() if name.startswith("title")]
        assert len(titles) == len(LANGUAGES)
        for title in titles:
            assert "/" + composed.site.url(language, f"sources/{key}") in links[title]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_name_says_what_its_page_is_called(composed: Built, language: str) -> None:
    """And the page's own name, what it is the name of."""
    found = {(row.before + row.word, row.target.path): row for row in rows(composed, language)}
    tokayev = {text: row for (text, path), row in found.items() if path == "people/kassym-jomart-tokayev"}
    own = composed.index.dossier.entities["kassym-jomart-tokayev"].names[language]
    assert len(tokayev) > len(LANGUAGES)
    assert {row.see for text, row in tokayev.items() if text != own} == {own}
    assert tokayev[own].see == ""
    assert tokayev[own].kind == composed.index.dossier.kinds["person"].one[language]


def test_a_person_is_found_by_each_part_of_the_name(composed: Built) -> None:
    filed = {
        letter.letter
        for _, body in index(composed, "en")
        for letter in body.shown
        for row in letter.rows
        if row.before + row.word == "Kassym-Jomart Tokayev"
    }
    assert filed == {"K", "T"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_foreign_name_says_its_language(composed: Built, language: str) -> None:
    entities = composed.index.dossier.entities
    for row in rows(composed, language):
        entity = entities.get(row.target.path.rpartition("/")[2])
        if entity is None:
            continue
        spellings = {*entity.names.items(), *((c, one) for c, many in entity.aliases.items() for one in many)}
        text = row.before + row.word
        assert (row.language or language, text) in spellings
        assert (row.language == "") == ((language, text) in spellings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_s_own_letters_come_first(composed: Built, language: str) -> None:
    ((_, body),) = index(composed, language)
    scripts = [group[0].script for group in body.letters if group[0].script]
    assert scripts == (["LATIN", "CYRILLIC"] if language == "en" else ["CYRILLIC", "LATIN"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_row_of_letters_leads_to_each_letter(html: dict[str, Html], language: str) -> None:
    page = shown_page(html, language)
    headings = {one.get("id"): one.text for one in page.all("h2") if _in(one, "d-filed")}
    letters = {
        (target(page, one.get("href")) or ("", ""))[1]: one.text
        for one in page.all("a")
        if _in(one, "d-letters")
    }
    assert len(letters) > 40
    assert letters == headings


def _in(element: Element, class_: str) -> bool:
    return any(class_ in one.classes for one in element.inside)


@pytest.fixture
def divided(monkeypatch: pytest.MonkeyPatch) -> Built:
    """The project's dossier, as if it had too many names for one page."""
    monkeypatch.setattr(alphabet, "ONE_PAGE", 3)
    built, _ = build(PROJECT)
    assert built is not None
    return built


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_many_names_for_one_page_have_a_page_for_each_letter(
    divided: Built, composed: Built, language: str
) -> None:
    (_, first), *others = index(divided, language)
    assert first.shown == ()
    assert {one.target.path for group in first.letters for one in group} == {page.path for page, _ in others}
    for page, body in others:
        assert {one.target.path for one in body.shown} == {page.path}
        assert [heading.text for heading in page.headings] == [one.letter for one in body.shown]
    assert Counter(rows(divided, language)) == Counter(rows(composed, language))


def test_pages_of_letters_have_the_same_addresses_in_every_language(divided: Built) -> None:
    """The language switch and search engines are led to them; и and й share one."""
    paths = [{page.path for page, _ in index(divided, language)} for language in LANGUAGES]
    assert paths == [paths[0]] * len(LANGUAGES)
    (shared,) = {
        page.path for page, body in index(divided, "ru") if {"И", "Й"} & {one.letter for one in body.shown}
    }
    assert shared == f"{ALPHABET}/u0438"


def test_an_article_without_a_title_is_filed_by_its_key(tmp_path: Path) -> None:
    root = assemble("minimal", tmp_path / "minimal")
    references = root / "data" / "references.bib"
    text = references.read_text(encoding="utf-8")
    references.write_text(re.sub("title +=.*", "title = {unknown},", text), encoding="utf-8")
    built, problems = build(root)
    assert built is not None, problems
    (key,) = built.index.dossier.sources
    (row,) = (row for row in rows(built, "en") if row.target.path == f"sources/{key}")
    assert (row.word, row.see) == (key, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_there_where_scripts_are_off(
    composed: Built, html: dict[str, Html], language: str
) -> None:
    wanted = "/" + composed.site.url(language, ALPHABET)
    for page in html.values():
        if page.file.endswith("404.html") or next(page.all("html")).get("lang") != language:
            continue
        (link,) = (one for one in page.all("a", "d-alphabet"))
        assert any(one.tag == "noscript" for one in link.inside)
        assert target(page, link.get("href")) == (wanted, "")
        assert link.text == composed.pages[language][ALPHABET].title
