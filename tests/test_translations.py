"""Translations stand beside the original with their state, and no other language goes unmarked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.build import Built, build
from dossier.search.documents import sections
from tests.dossiers import assemble
from tests.reading import Element, Page

SOURCE = "sources/2031-03-02-bakery"
HAI, KUT = "people/olena-hai", "people/taras-kut"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    made, problems = build(assemble("translated", tmp_path_factory.mktemp("translated") / "site"))
    assert problems.found == []
    assert made is not None
    return made


def shown(built: Built, language: str, path: str) -> Page:
    page = built.pages[language][path]
    return Page(built.site.file(language, path), built.fragment(page))


def states(page: Page) -> list[str]:
    return [element.text for element in page.all(class_="d-state")]


def translations(page: Page) -> list[Element]:
    return list(page.all(class_="d-translation"))


def test_each_paragraph_has_its_translation_beside_it(built: Built) -> None:
    page = shown(built, "en", SOURCE)
    inside = [one for one in page.all("p") if any("d-translation" in e.classes for e in one.inside)]
    assert [one.text for one in inside if not one.classes] == [
        "Olena Hai opened a bakery.",
        "Taras Kut bakes <i>the bread</i>.",
        "The turn is standing from the morning.",
    ]
    assert [element.get("id") for element in translations(page)] == [f"p{n}-translation" for n in (1, 2, 3)]
    originals = [element.get("lang") for element in page.all(class_="d-original")]
    assert originals == ["uk"] * 3


def test_a_translation_says_what_it_is(built: Built) -> None:
    first, second, third = (element.text for element in translations(shown(built, "en", SOURCE)))
    assert "translated from an older text" in first
    assert "translated" not in second
    assert "translated by a program" in third
    assert "Translated by Ada Reed" in [e.text for e in shown(built, "en", SOURCE).all(class_="d-view__by")]


def test_a_paragraph_without_translation_says_so(built: Built) -> None:
    *_, third = translations(shown(built, "ru", SOURCE))
    assert third.text.strip() == "ещё не переведено"


def test_readers_choose_by_radio_buttons(built: Built) -> None:
    page = shown(built, "en", SOURCE)
    radios = [one for one in page.all("input") if one.get("name") == "d-view"]
    assert {one.get("type") for one in radios} == {"radio"}
    assert [one.get("value") for one in radios] == ["both", "original", "translation"]
    assert ["checked" in one.attributes for one in radios] == [True, False, False]
    assert [one.text.strip() for one in page.all("label")][:3] == ["both", "original", "translation"]


def test_an_article_in_the_reader_s_language_stands_alone(built: Built) -> None:
    page = shown(built, "uk", SOURCE)
    assert translations(page) == []
    assert not list(page.all(class_="d-view"))


def test_an_article_that_nobody_translated_says_so_once(tmp_path: Path) -> None:
    root = assemble("translated", tmp_path / "site")
    (root / "data/translations/ru/2031-03-02-bakery.yml").unlink()
    made, _ = build(root)
    assert made is not None
    page = shown(made, "ru", SOURCE)
    assert translations(page) == []
    assert [one.text for one in page.all(class_="d-notice")] == [
        "Статья приведена на языке оригинала: перевода пока нет. Что ждёт перевода"
    ]


def test_a_text_that_is_missing_is_shown_in_the_base_language_and_marked(built: Built) -> None:
    summary = next(one for one in shown(built, "uk", HAI).all(class_="d-lead"))
    assert "Olena Hai opened a bakery by the <b>river</b>" in summary.text
    spans = [one.text for one in shown(built, "uk", HAI).all("span") if one.get("lang") == "en"]
    assert "Olena Hai opened a bakery by the <b>river</b>" in spans
    assert "ще не перекладено" in summary.text


@pytest.mark.parametrize(
    ("language", "path", "expected"),
    [
        ("en", HAI, []),
        ("ru", HAI, ["переведено с прежнего текста"]),
        ("ru", KUT, ["машинный перевод"]),
        ("uk", HAI, ["ще не перекладено"]),
        ("uk", KUT, []),
        ("ru", "people", []),
        ("uk", "people", ["ще не перекладено"]),
    ],
)
def test_states_are_told_wherever_a_text_stands(
    built: Built, language: str, path: str, expected: list[str]
) -> None:
    assert states(shown(built, language, path)) == expected


def test_a_note_that_is_missing_is_marked_in_the_margin(built: Built) -> None:
    note = next(one for one in shown(built, "ru", SOURCE).all(class_="d-note"))
    assert "The river is the Ros" in note.text
    assert "ещё не переведено" in note.text


def test_descriptions_and_search_say_the_language_of_what_is_missing(built: Built) -> None:
    page = built.pages["uk"][HAI]
    assert page.description.startswith("(ще не перекладено) Olena Hai opened")
    found = {one.anchor: one.language for one in sections(page)}
    assert found["summary"] == "en"
    article = {one.anchor: (one.language, one.text) for one in sections(built.pages["en"][SOURCE])}
    assert article["p2"] == ("uk", "Хліб пече Тарас Кут.")
    assert article["p2-translation"] == ("", "Taras Kut bakes <i>the bread</i>.")


def test_the_page_counts_and_names_what_waits(built: Built) -> None:
    page = shown(built, "en", "translations")
    rows = [[cell.text for cell in page.all("td")][n : n + 4] for n in (0, 4, 8)]
    assert rows == [["1", "1", "1", "0"], ["3", "1", "1", "2"], ["3", "0", "0", "1"]]
    waiting = [" ".join(one.text.split()) for one in page.all("li")]
    assert waiting == [
        "¶1 translated from an older text data/translations/en/2031-03-02-bakery.yml:4",
        "¶3 translated by a program data/translations/en/2031-03-02-bakery.yml:10",
        "Summary translated from an older text data/people/olena-hai.yml:5",
        "Summary translated by a program data/people/taras-kut.yml:5",
        "Note by-the-river not yet translated data/sources/2031-03-02-bakery.yml:9",
        "¶3 not yet translated data/translations/ru/2031-03-02-bakery.yml:1",
        "Summary not yet translated data/people/olena-hai.yml:4",
    ]


def test_every_mark_leads_to_what_waits(built: Built) -> None:
    for language, pages in built.pages.items():
        ids = set(shown(built, language, "translations").ids())
        for path in pages:
            for mark in shown(built, language, path).all("a", class_="d-state"):
                assert mark.get("href").partition("#")[2] in ids


def test_ids_are_unique(built: Built) -> None:
    for language, pages in built.pages.items():
        for path in pages:
            ids = shown(built, language, path).ids()
            assert len(ids) == len(set(ids)), path


def test_contributed_words_stay_words(built: Built) -> None:
    for language, pages in built.pages.items():
        for path in pages:
            html = shown(built, language, path).html
            assert "<b>river" not in html
            assert "<i>the" not in html


def test_a_site_in_one_language_has_nothing_to_translate(tmp_path: Path) -> None:
    made, _ = build(assemble("minimal", tmp_path / "site"))
    assert made is not None
    assert "translations" not in made.pages["en"]
    assert all(states(shown(made, "en", path)) == [] for path in made.pages["en"])


def test_pages_are_the_same_at_every_build(built: Built, tmp_path: Path) -> None:
    again, _ = build(assemble("translated", tmp_path / "site"))
    assert again is not None
    for language, pages in built.pages.items():
        assert {p: shown(again, language, p).html for p in pages} == {
            p: shown(built, language, p).html for p in pages
        }
