"""Dates of EDTF level 1 in words: “about 2025”, «весна 2025 г.», «не пізніше 26 жовтня 2025 р.».

CLDR has no words for doubt, seasons and open ends; they are the interface's own.
"""

from __future__ import annotations

import re

from dossier.dates import (
    APPROXIMATE,
    BOTH,
    UNCERTAIN,
    Limit,
    PartialDate,
    is_calendar_date,
    parse,
)
from dossier.i18n.dates import Sayer, say_date, say_ends, say_partial


def say_edtf(text: str, words: Sayer) -> str:
    """Any date of a record in words; empty for ``unknown`` and for no date."""
    if not text or is_calendar_date(text):
        return say_date(text, words.language)
    match parse(text):
        case (PartialDate() as only,):
            return _doubted(only, words)
        case (PartialDate() as start, PartialDate() as end):
            return _range(text, start, end, words)
        case (PartialDate() as start, Limit.OPEN):
            return words.say("from {date} on", date=_doubted(start, words))
        case (PartialDate() as start, _):
            return words.say("from {date}, end unknown", date=_doubted(start, words))
        case (Limit.OPEN, PartialDate() as end):
            return words.say("no later than {date}", date=_doubted(end, words, governed=True))
        case (_, PartialDate() as end):
            return words.say("until {date}, beginning unknown", date=_doubted(end, words, governed=True))
    raise ValueError(text)


def _range(text: str, start: PartialDate, end: PartialDate, words: Sayer) -> str:
    """A doubt about both ends is said of the whole."""
    plain = re.sub("[?~%]", "", text)
    if start.qualifier == end.qualifier and is_calendar_date(plain):
        governed = start.qualifier in (APPROXIMATE, BOTH)
        said = say_ends((start, end), words.language, governed=governed)
        return _qualified(said, start.qualifier, words)
    return words.say("{start} – {end}", start=_doubted(start, words), end=_doubted(end, words))


def _doubted(when: PartialDate, words: Sayer, *, governed: bool = False) -> str:
    """A date with what is uncertain of it."""
    governed = governed or when.qualifier in (APPROXIMATE, BOTH)
    return _qualified(_unstated(when, words, governed), when.qualifier, words)


def _qualified(said: str, qualifier: str, words: Sayer) -> str:
    if qualifier in (APPROXIMATE, BOTH):
        said = words.say("about {date}", date=said)
    return words.say("{date} (uncertain)", date=said) if qualifier in (UNCERTAIN, BOTH) else said


def _unstated(when: PartialDate, words: Sayer, governed: bool) -> str:
    """A date and which of its parts nobody states."""
    said = _season(when, words, governed) or say_partial(when, words.language, governed=governed)
    match when.unstated:
        case "year":
            years = f"{when.year}–{when.year + when.years - 1}"
            return words.say("{date}, year not stated", date=years)
        case "month":
            return words.say("{date}, month not stated", date=said)
        case "month-day":
            return words.say("{date}, month and day not stated", date=said)
        case "day":
            return words.say("{date}, day not stated", date=said)
    return said


def _season(when: PartialDate, words: Sayer, governed: bool) -> str:
    """The season; empty for a date that is none. A winter is named by both its years."""
    say, year = words.say, say_partial(PartialDate(when.year), words.language, governed=True)
    match when.month:
        case 21:
            return say("the spring of {year}", year=year) if governed else say("spring {year}", year=year)
        case 22:
            return say("the summer of {year}", year=year) if governed else say("summer {year}", year=year)
        case 23:
            return say("the autumn of {year}", year=year) if governed else say("autumn {year}", year=year)
        case 24:
            years = f"{when.year}/{say_partial(PartialDate(when.year + 1), words.language, governed=True)}"
            return (
                say("the winter of {years}", years=years) if governed else say("winter {years}", years=years)
            )
    return ""
