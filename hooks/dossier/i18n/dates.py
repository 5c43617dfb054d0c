"""Dates of the calendar in words, by Babel (Unicode CLDR): «6 ноября 2025 г.», “November 2025”, «2026»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from dossier.dates import PartialDate, parse_calendar


class Sayer(Protocol):
    """Who has the interface's words in a language."""

    language: str

    def say(self, words: str, **values: object) -> str:
        """The words in that language, with ``{name}`` places filled."""
        ...


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The CLDR locale of a language code; English where CLDR knows none."""
    try:
        if language == "en":
            return Locale.parse("en_GB")
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@lru_cache(maxsize=4096)
def say_date(text: str, language: str) -> str:
    """A date of the calendar or a range in words; empty for ``unknown`` and for no date."""
    ends = parse_calendar(text) if text else ()
    return say_ends([end for end in ends if isinstance(end, PartialDate)], language)


def say_ends(ends: Sequence[PartialDate], language: str, *, governed: bool = False) -> str:
    """One date, or a range of two; ``governed`` as it stands behind “about” or “no later than”."""
    said = [say_partial(end, language, governed=governed) for end in ends]
    if len(ends) == 2 and _same_month(*ends) and said[1].startswith(str(ends[1].day)):
        # Where the day comes first, the month and year need saying only once: “25–27 October 2025”.
        return f"{ends[0].day}–{said[1]}"
    return "–".join(said)


def _same_month(first: PartialDate, last: PartialDate) -> bool:
    return bool(first.day and last.day) and (first.year, first.month) == (last.year, last.month)


def say_partial(when: PartialDate, language: str, *, governed: bool = False) -> str:
    """A day, month or year.

    CLDR has a form of months' names that stands alone, and one, the genitive in Slavic languages, for a
    month among other words.
    """
    locale = locale_of(language)
    first = date(*when.first())
    if when.day:
        return format_date(first, format="long", locale=locale)
    if not governed:
        return format_skeleton("yMMMM", first, locale=locale) if when.month else str(when.year)
    pattern = str(locale.datetime_skeletons["yMMMM"].pattern).replace("L", "M")
    if not when.month:
        # The year with its abbreviation, «2025 г.», where the language has one.
        year = re.search(r"y(?:[\s-]'[^']*'\.?)?", pattern)
        pattern = year[0] if year else "y"
    return format_date(first, format=pattern, locale=locale)


def say_period(start: str, end: str, words: Sayer) -> str:
    """From when to when, as far as it is stated."""
    first, last = say_date(start, words.language), say_date(end, words.language)
    if first and last:
        return words.say("{start} – {end}", start=first, end=last)
    if first:
        return words.say("since {start}", start=first)
    return words.say("until {end}", end=last) if last else ""
