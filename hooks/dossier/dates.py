"""Dates as records write them: EDTF (ISO 8601-2:2019, Annex A; Library of Congress), levels 0 and 1.

Level 0, the calendar: ``2025``, ``2025-11``, ``2025-11-06`` and ranges ``2025-10-25/2025-10-27``. Level 1
adds what sources leave open: ``2025?`` uncertain, ``2025~`` about, ``2025%`` both; the seasons ``2025-21``
(spring) to ``2025-24`` (the winter that begins in 2025); ``2025-11-XX``, ``2025-XX``, ``202X`` for parts that
are not stated; ranges with an open end ``2025/..``, ``../2025`` or one that nobody knows ``2025/``,
``/2025``. Years before 0001 and after 9999 have no place here. Beside EDTF, ``unknown``.

Seasons are those of meteorologists north of the equator, which decides how they are sorted, not how they
are said. Calendar arithmetic is the standard library's.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dossier.model import UNKNOWN

Day = tuple[int, int, int]
NO_DAY: Day = (9999, 99, 99)
"""Comes after every day."""
EARLIEST: Day = (0, 0, 0)
"""Comes before every day."""

UNCERTAIN, APPROXIMATE, BOTH = "?", "~", "%"
_WINTER = 24
_BEGINS = {21: 3, 22: 6, 23: 9, _WINTER: 12}
"""Season → its first month."""

_CALENDAR = r"\d{4}(-\d{2}(-\d{2})?)?"
_END = rf"{_CALENDAR}[?~%]?"
_UNSTATED = r"(\d{3}X|\d{2}XX|\d{4}-XX(-XX)?|\d{4}-\d{2}-XX)[?~%]?"
CALENDAR_PATTERN = rf"^({UNKNOWN}|{_CALENDAR}(/{_CALENDAR})?)$"
"""The shape alone, for JSON Schema, of level 0."""
PATTERN = rf"^({UNKNOWN}|{_UNSTATED}|{_END}(/({_END}|\.\.)?)?|(\.\.)?/{_END})$"
"""The shape alone of all dates."""
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)", re.ASCII)


class Limit(StrEnum):
    """An end of a range that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or season (0: none) and a day (0: none)."""

    year: int
    """The first of ``years``."""
    month: int = 0
    day: int = 0
    years: int = 1
    """How many years it may be: 10 for ``202X``."""
    unstated: str = ""
    """The parts written with X: ``year``, ``month``, ``day`` or ``month-day``."""
    qualifier: str = ""

    def first(self) -> Day:
        """The earliest day it can mean, taken literally: “about” widens nothing."""
        return (self.year, _BEGINS.get(self.month, self.month or 1), self.day or 1)

    def last(self) -> Day:
        """The latest day it can mean."""
        year, month = self.year + self.years - 1, self.month or 12
        if month in _BEGINS:
            year, month = (year + 1, 2) if month == _WINTER else (year, _BEGINS[month] + 2)
        return (year, month, self.day or monthrange(year, month)[1])


End = PartialDate | Limit


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[End, ...]:
    """The date, or the two ends of the range; empty for ``unknown``. ValueError says what is wrong."""
    if text == UNKNOWN:
        return ()
    parts = text.split("/")
    if len(parts) > 2:
        raise ValueError("a range has two ends")
    ends = tuple(_parse_end(part) if len(parts) == 2 else _parse_one(part) for part in parts)
    if len(parts) == 2 and "X" in text:
        raise ValueError("an end of a range has no X")
    if all(isinstance(end, Limit) for end in ends):
        raise ValueError("a range has at least one end that is a date")
    if len(ends) == 2 and _first(ends[0]) > _last(ends[1]):
        raise ValueError("the range ends before it begins")
    return ends


def parse_calendar(text: str) -> tuple[End, ...]:
    """The same of dates that stand in a calendar; ValueError for all that level 1 adds."""
    ends = parse(text)
    if not re.search(CALENDAR_PATTERN, text) or any(_month(end) in _BEGINS for end in ends):
        raise ValueError("this date is written plainly, 2025-11-06, 2025-11, 2025 or unknown")
    return ends


def is_date(text: str) -> bool:
    """Whether a text is a date, a range or ``unknown``."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def is_calendar_date(text: str) -> bool:
    """The same for dates of level 0 and ``unknown``."""
    try:
        parse_calendar(text)
    except ValueError:
        return False
    return True


def _parse_end(text: str) -> End:
    return Limit(text) if text in tuple(Limit) else _parse_one(text)


def _parse_one(text: str) -> PartialDate:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("a date is written 2025-11-06, 2025-11, 2025 or unknown")
    written, qualifier = match.groups("")[:3], match[4]
    year, month, day = (int(part.replace("X", "0") or 0) for part in written)
    unstated = _unstated(*written)
    if not year:
        raise ValueError("there is no year 0000")
    if (year, month) == (9999, _WINTER):
        raise ValueError("there is no year 10000, in which this winter ends")
    if written[1].isdigit() and not (1 <= month <= 12 or (month in _BEGINS and not written[2])):
        raise ValueError(f"there is no month {written[1]}")
    if written[2].isdigit() and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"there is no day {written[2]} in {year:04}-{month:02}")
    return PartialDate(year, month, day, 10 ** written[0].count("X"), unstated, qualifier)


def _unstated(year: str, month: str, day: str) -> str:
    """Which parts are written with X."""
    if "X" in year and month:
        raise ValueError("a year with X has no month")
    if month == "XX" and day.isdigit():
        raise ValueError("a month written XX has no day but XX")
    if "X" in year:
        return "year"
    return "-".join(name for name, part in (("month", month), ("day", day)) if part == "XX")


def _month(end: End) -> int:
    return end.month if isinstance(end, PartialDate) else 0


def _first(end: End) -> Day:
    return end.first() if isinstance(end, PartialDate) else EARLIEST


def _last(end: End) -> Day:
    return end.last() if isinstance(end, PartialDate) else NO_DAY


def first_day(text: str) -> Day:
    """The earliest day a date can mean; of an unknown one, the earliest of all."""
    ends = parse(text)
    return _first(ends[0]) if ends else EARLIEST


def last_day(text: str) -> Day:
    """The latest day a date can mean; of an unknown one, the latest of all."""
    ends = parse(text)
    return _last(ends[-1]) if ends else NO_DAY


def sort_key(text: str) -> tuple[int, int, int, int, int, int]:
    """Orders dates by when they begin, wider ones before the days within them; unknown comes last.

    A range without a beginning stands where it ends.
    """
    ends = parse(text)
    if not ends:
        return (*NO_DAY, *NO_DAY)
    late = _last(ends[-1])
    early = _first(ends[0]) if isinstance(ends[0], PartialDate) else late
    return (*early, -late[0], -late[1], -late[2])


def year_of(text: str) -> int:
    """The year a date is filed under, by the order of :func:`sort_key`; ValueError for ``unknown``."""
    if text == UNKNOWN:
        raise ValueError("an unknown date has no year")
    return sort_key(text)[0]


def is_day(text: str) -> bool:
    """Whether a date is one day, and that for certain."""
    ends = parse(text)
    end = ends[0] if len(ends) == 1 else None
    return isinstance(end, PartialDate) and bool(end.day) and not end.qualifier


def overlap(one: str, other: str) -> bool:
    """Whether there is a day that both dates can mean; an unknown one can mean any."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def is_finer(date: str, words: str) -> bool:
    """Whether a date says more than words that bear another: fewer days, or the same without their doubt."""
    days, borne = (first_day(date), last_day(date)), (first_day(words), last_day(words))
    if days == borne:
        return bool(_doubts(words) - _doubts(date))
    return borne[0] <= days[0] and days[1] <= borne[1]


def _doubts(text: str) -> set[str]:
    """What the qualifiers of a date say; ``%`` says both."""
    found = {end.qualifier for end in parse(text) if isinstance(end, PartialDate)} - {""}
    return found | ({UNCERTAIN, APPROXIMATE} if BOTH in found else set()) - {BOTH}


def is_machine_date(text: str) -> bool:
    """Whether HTML's ``<time datetime>`` can hold the date: a day, month or year of the calendar."""
    return len(parse(text)) == 1 and is_calendar_date(text)
