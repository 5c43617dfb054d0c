"""Dates for formats that know years, months and days, and nothing of seasons, decades or open ends."""

from __future__ import annotations

import re

_CALENDAR = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)[?~%]?", re.ASCII)


def calendar_ends(date: str) -> list[list[int]]:
    """Year, month and day, as far as stated, of a date or of both ends of a range.

    Empty where the date (EDTF) cannot be said in such numbers.

    >>> calendar_ends("2025-10-25/2025-11")
    [[2025, 10, 25], [2025, 11]]
    """
    ends = [_CALENDAR.fullmatch(end) for end in date.split("/")]
    return [[int(part) for part in end[1].split("-")] for end in ends if end] if all(ends) else []


def in_common(ends: list[list[int]]) -> list[int]:
    """What both ends share, so that a range is not taken for its first day."""
    if len(ends) < 2:
        return ends[0] if ends else []
    shared: list[int] = []
    for first, last in zip(*ends, strict=False):
        if first != last:
            break
        shared.append(first)
    return shared
