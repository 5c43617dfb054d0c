"""Dates as records write them, and in the words of each language."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import (
    CALENDAR_PATTERN,
    PATTERN,
    first_day,
    is_calendar_date,
    is_date,
    is_finer,
    last_day,
    parse,
    sort_key,
)
from dossier.i18n.dates import say_date
from dossier.i18n.edtf import say_edtf
from dossier.i18n.interface import Interface
from dossier.problems import Problems
from dossier.read.messages import read_messages

ROOT = Path(__file__).resolve().parents[1]
WORDS = read_messages(ROOT, ("ru", "uk"), Problems())
SAID = yaml.safe_load((ROOT / "tests/dates.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-02", (2025, 2, 1), (2025, 2, 28)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2025-11-06", (2025, 11, 6), (2025, 11, 6)),
        ("2025-10-25/2025-10-27", (2025, 10, 25), (2025, 10, 27)),
        ("2025-12/2026", (2025, 12, 1), (2026, 12, 31)),
        ("2025/2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-11~", (2025, 11, 1), (2025, 11, 30)),
        ("2025-21", (2025, 3, 1), (2025, 5, 31)),
        ("2023-24", (2023, 12, 1), (2024, 2, 29)),
        ("202X", (2020, 1, 1), (2029, 12, 31)),
        ("2024-02-XX", (2024, 2, 1), (2024, 2, 29)),
        ("2025-10-28/..", (2025, 10, 28), (9999, 99, 99)),
        ("../2025", (0, 0, 0), (2025, 12, 31)),
        ("/2025-10", (0, 0, 0), (2025, 10, 31)),
        ("unknown", (0, 0, 0), (9999, 99, 99)),
    ],
)
def test_a_date_reaches_from_day_to_day(text: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is written"),
        ("25", "is written"),
        ("2025-1-1", "is written"),
        ("2025-11-06T10:00", "is written"),
        ("2025-11-06 ", "is written"),
        ("2025\n", "is written"),
        ("2025-11~~", "is written"),
        ("2025?-11", "is written"),
        ("~2025", "is written"),
        ("-2025", "is written"),
        ("Y12025", "is written"),
        ("2025-25", "no month"),
        ("2025-21-05", "no month"),
        ("2025-21-XX", "no month"),
        ("000X", "no year"),
        ("9999-24", "no year 10000"),
        ("202X-05", "has no month"),
        ("2025-XX-06", "no day but XX"),
        ("2025-1X", "is written"),
        ("2025-XX/2026", "range has no X"),
        ("..", "is written"),
        ("../..", "at least one end"),
        ("/", "at least one end"),
        ("2025-11~/2025-10~", "before it begins"),
        ("٢٠٢٥", "is written"),
        ("0000", "no year"),
        ("2025-00", "no month"),
        ("2025-13", "no month"),
        ("2025-11-00", "no day"),
        ("2025-11-31", "no day"),
        ("2025-02-29", "no day"),
        ("2025/2024", "before it begins"),
        ("2025-11-06/2025-11-05", "before it begins"),
        ("2023/2024/2025", "two ends"),
        ("2025/unknown", "is written"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert not is_date(text)
    with pytest.raises(ValueError, match=reason):
        parse(text)


def test_wider_dates_come_before_the_days_within_them_and_unknown_ones_last() -> None:
    order = [
        "2024",
        "2025/..",
        "2025",
        "2025-22",
        "2025-10",
        "2025-10-25/2025-10-27",
        "2025-10-25",
        "2025-10-26",
        "../2025-10-27",
        "2026~",
        "unknown",
    ]
    shuffled = order[3:] + order[:3]
    assert sorted(shuffled, key=sort_key) == order


@given(st.dates(min_value=dt.date(1, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day: dt.date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == (day.year, day.month, day.day)


@given(st.text(alphabet="0123456789-/.X?~%unkow ", max_size=24))
def test_any_text_is_a_date_or_is_not(text: str) -> None:
    """What is one also has the shape that editors' schemas ask for."""
    assert not is_date(text) or re.search(PATTERN, text)
    assert not is_date(text) or text == "unknown" or say_edtf(text, Interface("en"))
    assert not is_calendar_date(text) or (re.search(CALENDAR_PATTERN, text) and is_date(text))


@pytest.mark.parametrize("text", ["2025?", "2025-21", "202X", "2025-XX", "2025/..", "../2025", "2024~/2025"])
def test_a_date_of_publication_stands_in_a_calendar(text: str) -> None:
    assert is_date(text)
    assert not is_calendar_date(text)


@pytest.mark.parametrize(
    ("date", "words", "finer"),
    [
        ("2025-11-06", "2025-11-06", False),
        ("2025-11-06", "2025-11", True),
        ("2025-11", "2025-11-06", False),
        ("2025-11-06", "2025-11-06?", True),
        ("2025-11-06~", "2025-11-06%", True),
        ("2025-11-06%", "2025-11-06~", False),
        ("2025-10-26", "../2025-10-26", True),
        ("2025-10/2025-11", "2025-11", False),
        ("2025-10", "2025-11", False),
        ("unknown", "2025", False),
        ("2025", "unknown", True),
    ],
)
def test_a_date_may_not_say_more_than_the_words(date: str, words: str, finer: bool) -> None:
    assert is_finer(date, words) is finer


@pytest.mark.parametrize(
    ("text", "english", "russian", "ukrainian"),
    [
        ("2025-11-06", "6 November 2025", "6 ноября 2025 г.", "6 листопада 2025 р."),
        ("2025-11", "November 2025", "ноябрь 2025 г.", "листопад 2025 р."),
        ("2025", "2025", "2025", "2025"),
        (
            "2025-10-25/2025-10-27",
            "25–27 October 2025",
            "25–27 октября 2025 г.",
            "25–27 жовтня 2025 р.",
        ),
        ("unknown", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_date_of_the_calendar_in_words(text: str, english: str, russian: str, ukrainian: str) -> None:
    said = [say_date(text, language).replace("\u202f", " ") for language in ("en", "ru", "uk")]
    assert said == [english, russian, ukrainian]


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_any_date_in_words(text: str, language: str) -> None:
    said = say_edtf(text, Interface(language, WORDS.get(language)))
    assert said.replace("\u202f", " ") == SAID[text][language]
