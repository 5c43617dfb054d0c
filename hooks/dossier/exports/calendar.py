"""Dates for formats that know years, months and days, and of EDTF only “about” and the seasons."""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)(?:-XX){0,2}(?:-2([1-4]))?([?~%]?)", re.ASCII)
_QUALIFIERS = {"~": "circa", "?": "uncertain", "%": "circa, uncertain"}
_SEASONS = ("", "spring", "summer", "autumn", "winter")


def calendar_ends(date: str) -> list[list[int]]:
    """Year, month and day, as far as stated, of a date or of both ends of a range.

    Empty where the date (EDTF, level 1) cannot be said in such numbers: decades, open ranges.

    >>> calendar_ends("2025-10-25/2025-11")
    [[2025, 10, 25], [2025, 11]]
    """
    ends = [_DATE.fullmatch(end) for end in date.split("/")]
    return [[int(part) for part in end[1].split("-")] for end in ends if end] if all(ends) else []


def season_of(date: str) -> int:
    """1 for the spring of a year to 4 for its winter; 0 for any other date."""
    found = _DATE.fullmatch(date)
    return int(found[2] or 0) if found else 0


def is_qualified(date: str) -> bool:
    """Whether the date, or an end of the range, is about so or uncertain."""
    return any(sign in date for sign in _QUALIFIERS)


def remarks(date: str) -> str:
    """What the numbers leave out, in words: “spring”, “circa”."""
    said = [_SEASONS[season_of(date)], *(word for sign, word in _QUALIFIERS.items() if sign in date)]
    return ", ".join(word for word in said if word)


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


def iso_dates(date: str) -> list[str]:
    """A date (EDTF) or the ends of a range as ISO 8601; none where it is uncertain, a season or open.

    >>> iso_dates("2025-10-25/2025-11")
    ['2025-10-25', '2025-11']
    """
    if is_qualified(date) or season_of(date):
        return []
    return ["-".join([f"{year:04}", *(f"{part:02}" for part in rest)]) for year, *rest in calendar_ends(date)]
