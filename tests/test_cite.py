"""References as readers of each language expect them; the cases in ``cite/`` are written by the standards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.cite.order import filing_key
from dossier.cite.runs import Run, Runs, text_of
from dossier.cite.styles import STYLES, style_of
from dossier.cite.vocabulary import DEFAULT_STYLES, FIELDS, TYPES
from dossier.cite.vocabulary import STYLES as NAMES
from dossier.i18n.interface import Interface
from dossier.model import Reference
from dossier.problems import Location, Problems
from dossier.read.bibtex import parsed
from dossier.read.messages import read_messages
from tests.dossiers import PROJECT

CASES = Path(__file__).parent / "cite"
FORMS = ("note", "short", "again", "entry")


@lru_cache
def interface(language: str) -> Interface:
    """The site's own words in a language."""
    return Interface(language, read_messages(PROJECT, (language,), Problems()).get(language))


def reference(bibtex: str) -> Reference:
    problems = Problems()
    (one,) = parsed(bibtex, "references.bib", problems).entries.values()
    assert problems.found == []
    return one


def written(runs: Runs) -> str:
    """The characters, with asterisks around those in italics and plain spaces."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs).translate(
        {0x202F: " ", 0xA0: " "}
    )


def formed(one: Reference, language: str, form: str) -> Runs:
    runs: Runs = getattr(style_of(language, {}), form)(one, interface(language), 0 if form == "entry" else 4)
    return runs


def golden() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        for language in DEFAULT_STYLES:
            for form, line in case[language].items():
                yield pytest.param(case["bibtex"], language, form, line, id=f"{path.stem}-{language}-{form}")


@pytest.mark.parametrize(("bibtex", "language", "form", "line"), list(golden()))
def test_a_reference_reads_as_its_standard_says(bibtex: str, language: str, form: str, line: str) -> None:
    assert written(formed(reference(bibtex), language, form)) == line


def test_there_are_cases_of_every_type() -> None:
    """But of two that are described like another."""
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES.glob("*.yml")]
    found = {reference(case["bibtex"]).type for case in cases}
    assert set(TYPES) - found == {"proceedings", "misc"}


def test_the_table_holds_the_styles_that_settings_may_name() -> None:
    assert tuple(STYLES) == NAMES
    assert set(DEFAULT_STYLES.values()) <= set(NAMES)


def test_a_language_chooses_its_style() -> None:
    assert style_of("ru", {}) is STYLES["gost"]
    assert style_of("ru", {"ru": "chicago"}) is STYLES["chicago"]
    assert style_of("kk", {}) is STYLES["chicago"]


ONLINE = yaml.safe_load((CASES / "online.yml").read_text(encoding="utf-8"))["bibtex"]
NEWSPAPER = yaml.safe_load((CASES / "newspaper.yml").read_text(encoding="utf-8"))["bibtex"]


def test_chicago_speaks_the_language_of_the_page() -> None:
    note = STYLES["chicago"].note(reference(NEWSPAPER), interface("uk"), 4)
    assert written(note) == (
        "Пётр Ильич Вигадкин, «Саммит перенесли на ноябрь» [Саміт перенесли на листопад],"
        " *Вечерняя гавань* [Вечірня гавань], 28 жовтня 2025 р., абз. 4."
    )


def test_a_title_in_another_language_says_so() -> None:
    """Screen readers change their voice."""
    one = reference(NEWSPAPER)
    assert {run.language for run in formed(one, "en", "note") if "Саммит" in run.text} == {"ru"}
    assert {run.language for run in formed(one, "ru", "note")} == {""}


def test_addresses_alone_are_links() -> None:
    linked = [run.text for run in formed(reference(ONLINE), "en", "note") if run.url]
    assert linked == ["https://news.example/lamp", "https://archive.example/1/lamp"]


@pytest.mark.parametrize("doi", ["javascript:alert(1)", "10.1/x", '10.1234/a"onmouseover=', "unknown"])
def test_what_is_no_doi_leads_nowhere(doi: str) -> None:
    one = reference(ONLINE.replace("urldate", f"doi = {{{doi}}}, urldate"))
    urls = {run.url for language in DEFAULT_STYLES for run in formed(one, language, "note")}
    assert urls == {"", "https://news.example/lamp", "https://archive.example/1/lamp"}


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        ("2025?", "[2025?] | [2025?] | [2025?]"),
        ("2025~", "[ca. 2025] | [Ок. 2025] | [Бл. 2025]"),
        ("2025-10%", "[ca. October 2025?] | [Ок. 2025. Окт.?] | [Бл. 2025. Жовт.?]"),
        ("2025-03", "March 2025 | 2025. Март | 2025. Берез."),
        ("2025-10-30/2025-11-02", "October 30, 2025–November 2, 2025 | 2025. 30 окт. – 2 нояб. | 2 листоп."),
        ("2024/2025", "2024–2025 | 2024 – 2025 | 2024 – 2025"),
        ("2025-21", "2025 | 2025 | 2025"),
        ("2025-03-XX", "March 2025 | 2025. Март | 2025. Берез."),
        ("202X~", "[ca. 202-] | [Ок. 202-] | [Бл. 202-]"),
        ("2024/..", "2024– | 2024– | 2024–"),
        ("2024~/2025?", "[ca. 2024–2025?] | [Ок. 2024 – 2025?] | [Бл. 2024 – 2025?]"),
    ],
)  # fmt: skip
def test_dates_that_are_not_a_day(date: str, lines: str) -> None:
    one = reference(re.sub(r"date = \{2025-10-28\}", f"date = {{{date}}}", NEWSPAPER))
    for language, line in zip(DEFAULT_STYLES, lines.split(" | "), strict=True):
        assert line in written(formed(one, language, "note"))


WORD = st.text(st.sampled_from("aeilmorst"), min_size=2, max_size=6).map(str.capitalize)
TEXT = st.lists(WORD, min_size=1, max_size=10).map(" ".join)
VALUES = {
    "date": st.sampled_from(
        ["2025-10-28", "2025-10", "2025", "2024/2025", "unknown", "2025~", "2025-21", "202X?", "2025/.."]
    ),
    "urldate": st.just("2025-11-02"),
    "archivedate": st.just("2025-11-03"),
    "url": st.just("https://news.example/lamp"),
    "archiveurl": st.just("https://archive.example/1"),
    "doi": st.just("10.1234/abc"),
    "time": st.just("18:05"),
    "pages": st.sampled_from(["7", "76--86", "Art. 5"]),
    **dict.fromkeys(("volume", "number", "issue", "edition"), st.integers(1, 40).map(str)),
    "language": st.sampled_from(["en", "ru", "uk", "kk", "unknown"]),
}


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Any type of entry, of which anything may be unknown or missing."""
    fields = {}
    for field in sorted({*FIELDS, "title_en", "title_ru", "publisher_en"} - {"handle"}):
        value = draw(st.one_of(st.none(), st.just("unknown"), VALUES.get(field, TEXT)))
        if value is not None:
            fields[field] = value
    names = st.lists(st.tuples(WORD, st.one_of(st.just(""), TEXT)), max_size=8)
    persons = {role: tuple(draw(names)) for role in ("author", "editor", "translator", "interviewer")}
    return Reference("key", draw(st.sampled_from([*TYPES, "else"])), fields, persons, Location("r.bib"))


UNCOUTH = re.compile(
    r"\.\.|,,|, ,|, \.|\. ,|//\s*(//|\.|$)|: :|:\s*[.,]|/ \.|\(\s*\)|\[\s*\]|\( |^[\s.,:/]|\s\s|unknown"
)


@given(references(), st.sampled_from(sorted(STYLES)), st.sampled_from(FORMS), st.integers(0, 3))
def test_whatever_is_missing_leaves_no_mark_behind(
    one: Reference, style: str, form: str, paragraph: int
) -> None:
    for language in ("en", "ru", "kk"):
        line = text_of(getattr(STYLES[style], form)(one, interface(language), paragraph))
        assert not UNCOUTH.search(line), line
        assert line.rstrip("”").endswith((".", "…")), line


def in_order(language: str, *entries: str) -> list[str]:
    found = [
        reference(
            f"@misc{{key, title={{{title}}}, author={{{authors}}}, date={{{date}}}, language={{{own}}}}}"
        )
        for authors, title, date, own in (entry.split("|") for entry in entries)
    ]
    found.sort(key=lambda one: filing_key(one, style_of(language, {}), interface(language)))
    return [one.fields["title"] for one in found]


def test_a_bibliography_is_in_the_order_of_the_readers_alphabet() -> None:
    """Surname, then co-authors, then title, then date; Ґ after Г; another script after the reader's own."""
    pairs = ("Ґава, Є.|d", "Гора, А.|c", "Reed, A.|f", "Гора, А. and Рід, А.|b", "Дім, О.|e", "Гора, А.|a")
    assert in_order("uk", *(f"{pair}|2020|uk" for pair in pairs)) == ["a", "c", "b", "d", "e", "f"]


def test_an_entry_without_authors_is_filed_under_its_title() -> None:
    """So is one with four; articles at the beginning of English titles do not count."""
    entries = ("unknown|The Zebra|2020|en", "Mole, A.|x|2020|en", "unknown|An Apple|2020|en")
    assert in_order("en", *entries) == ["An Apple", "x", "The Zebra"]
    four = ("По, А. and Лі, Я. and Рід, А. and Ян, О.|Сад|2020|uk", "Тер, А.|y|2020|uk", "Рус, А.|x|2020|uk")
    assert in_order("uk", *four) == ["x", "Сад", "y"]


def test_a_full_stop_goes_inside_the_quotation_marks_of_english() -> None:
    assert "lit again,” Harbour" in written(formed(reference(ONLINE), "en", "note"))
    asked = reference(ONLINE.replace("lit again}", "lit?}"))
    assert "is lit?” Harbour" in written(formed(asked, "en", "entry"))
    assert Run("”") in formed(asked, "en", "entry")


def test_no_line_is_broken_within_initials_and_numbers() -> None:
    line = text_of(formed(reference(NEWSPAPER), "ru", "note"))
    assert "Вигадкин П.\u00a0И." in line
    assert "№\u00a0118" in line
    assert "Абз.\u00a04" in line


def test_addresses_and_dates_are_no_latex() -> None:
    address = "https://news.example/~ada/a%20lamp_1#x"
    one = reference(ONLINE.replace("https://news.example/lamp", address.replace("%", r"\%")))
    assert address in written(formed(one, "en", "note"))
