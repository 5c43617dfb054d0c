"""Dates as records write them: EDTF level 0 (ISO 8601-2:2019), or ``unknown``.

``2025``, ``2025-11``, ``2025-11-06`` and ranges ``2025-10-25/2025-10-27``. Calendar arithmetic is the
standard library's; only the pattern and the ordering are ours.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from dossier.model import UNKNOWN

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

PATTERN = r"^(unknown|\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?)$"
"""The shape alone, for JSON Schema."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month (0: not stated) and a day (0: not stated)."""

    year: int
    month: int = 0
    day: int = 0

    def first(self) -> tuple[int, int, int]:
        """The earliest day it can mean."""
        return (self.year, self.month or 1, self.day or 1)

    def last(self) -> tuple[int, int, int]:
        """The latest day it can mean."""
        month = self.month or 12
        return (self.year, month, self.day or monthrange(self.year, month)[1])


def parse(text: str) -> tuple[PartialDate, ...]:
    """The date, or the two ends of the range; empty for ``unknown``. ValueError says what is wrong."""
    if text == UNKNOWN:
        return ()
    ends = tuple(_parse_one(part) for part in text.split("/"))
    if len(ends) > 2:
        raise ValueError("a range has two ends")
    if len(ends) == 2 and ends[0].first() > ends[1].last():
        raise ValueError("the range ends before it begins")
    return ends


def is_date(text: str) -> bool:
    """Whether a text is a date, a range or ``unknown``."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _parse_one(text: str) -> PartialDate:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("a date is written 2025-11-06, 2025-11, 2025 or unknown")
    year, month, day = (int(part or 0) for part in match.groups())
    if year == 0:
        raise ValueError("there is no year 0000")
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"there is no month {match[2]}")
    if match[3] and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"there is no day {match[3]} in {year:04}-{month:02}")
    return PartialDate(year, month, day)


Day = tuple[int, int, int]
NO_DAY: Day = (9999, 99, 99)
"""Comes after every day."""


def first_day(text: str) -> Day:
    """The earliest day a date can mean; of an unknown one, the earliest of all."""
    ends = parse(text)
    return ends[0].first() if ends else (0, 0, 0)


def last_day(text: str) -> Day:
    """The latest day a date can mean; of an unknown one, the latest of all."""
    ends = parse(text)
    return ends[-1].last() if ends else NO_DAY


def sort_key(text: str) -> tuple[int, int, int, int, int, int]:
    """Orders dates by when they begin, wider ones before the days within them; unknown comes last."""
    ends = parse(text)
    if not ends:
        return (*NO_DAY, *NO_DAY)
    late = ends[-1].last()
    return (*ends[0].first(), -late[0], -late[1], -late[2])
