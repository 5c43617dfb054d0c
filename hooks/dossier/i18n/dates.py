"""Dates in words, by Babel (Unicode CLDR): «6 ноября 2025 г.», “November 2025”, «2026 рік»."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from dossier.dates import PartialDate, parse


class _Sayer(Protocol):
    language: str

    def say(self, words: str, **values: object) -> str: ...


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
    """A date or range in words; empty for ``unknown`` and for no date."""
    ends = parse(text) if text else ()
    said = [_say(end, locale_of(language)) for end in ends]
    if len(ends) == 2 and _same_month(*ends) and said[1].startswith(str(ends[1].day)):
        # Where the day comes first, the month and year need saying only once: “25–27 October 2025”.
        return f"{ends[0].day}–{said[1]}"
    return "–".join(said)


def _same_month(first: PartialDate, last: PartialDate) -> bool:
    return bool(first.day and last.day) and (first.year, first.month) == (last.year, last.month)


def say_period(start: str, end: str, words: _Sayer) -> str:
    """From when to when, as far as it is stated."""
    first, last = say_date(start, words.language), say_date(end, words.language)
    if first and last:
        return words.say("{start} – {end}", start=first, end=last)
    if first:
        return words.say("since {start}", start=first)
    return words.say("until {end}", end=last) if last else ""


def _say(when: PartialDate, locale: Locale) -> str:
    first = date(*when.first())
    if when.day:
        return format_date(first, format="long", locale=locale)
    if when.month:
        return format_skeleton("yMMMM", first, locale=locale)
    return str(when.year)
