"""Dates on a line: where each lies, and where its words find room above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.dates import EARLIEST, NO_DAY, first_day, last_day
from dossier.lettering import breadth
from dossier.pages.homes import Axis, AxisLabel, AxisMark, DatedRow

NARROWEST = 660.0
"""Pixels: the narrowest axis that is shown; on a wider one the words are further apart."""
SIZE = 14.0
"""Of the letters, in pixels."""
LANE = 40.0
"""Pixels from one row of words to the next, each of which has two lines."""
LOWEST = 18.0
"""How far the lowest row is above the line."""
LANES = 6
GAP = 14.0
"""Pixels between words, and from a mark to them."""
YEARS = 12
"""So many years are named at most."""
Span = tuple[float, float]
"""Where a mark begins and how long it is, in parts of a hundred."""
Days = tuple[int, int]
"""The first and the last day a date can mean, counted from 1 January of the year 1."""


def axis(rows: Sequence[DatedRow]) -> Axis | None:
    """The axis of these dates, all of them known, the earliest first; None of fewer than two."""
    if len(rows) < 2:
        return None
    days = [days_of(row.date) for row in rows]
    first = date.fromordinal(min(start for start, _ in days)).year
    last = date.fromordinal(max(end for _, end in days)).year
    begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1

    def place(day: int) -> float:
        return round(100 * (day - begin) / (end - begin), 2)

    spans = [(place(start), place(stop + 1) - place(start) if stop > start else 0.0) for start, stop in days]
    labels = _labels(list(zip(spans, rows, strict=True)))
    marks = tuple(
        AxisMark(row, start, round(width, 2), label)
        for row, (start, width), label in zip(rows, spans, labels, strict=True)
    )
    step = -(-(last - first + 1) // YEARS)
    years = ((str(year), place(date(year, 1, 1).toordinal())) for year in range(first, last + 1, step))
    highest = max((label.height for label in labels if label), default=0.0)
    return Axis(highest + LANE, tuple(years), marks)


def days_of(text: str) -> Days:
    """The first and the last day a known date can mean; of a range with an open end, the day at the other."""
    first, last = first_day(text), last_day(text)
    first, last = (last if first == EARLIEST else first), (first if last == NO_DAY else last)
    return _ordinal(first), _ordinal(last)


def _ordinal(day: tuple[int, int, int]) -> int:
    """The calendar of this machine begins with the year 1."""
    return date(*day).toordinal() if day[0] else 1


@dataclass(frozen=True, slots=True)
class _Words:
    """Words over the axis, in pixels at its narrowest."""

    at: float
    """Where the line from the mark meets them."""
    left: float
    right: float
    lane: int
    anchor: str

    def meets(self, other: _Words) -> bool:
        """Whether the two, or the line up to one and the other, are in each other's way."""
        if self.lane == other.lane:
            return self.left < other.right + GAP and other.left < self.right + GAP
        low, high = sorted((self, other), key=lambda one: one.lane)
        return low.left < high.at < low.right


def _labels(rows: Sequence[tuple[Span, DatedRow]]) -> list[AxisLabel | None]:
    """A place for the words of as many marks as possible: the first ones first, or the last ones."""
    forwards = _placed(rows)
    backwards = _placed(rows[::-1])[::-1]
    best = min((forwards, backwards), key=lambda found: (found.count(None), _highest(found)))
    return [
        AxisLabel(round(100 * one.at / NARROWEST, 2), LOWEST + one.lane * LANE, one.anchor) if one else None
        for one in best
    ]


def _placed(rows: Sequence[tuple[Span, DatedRow]]) -> list[_Words | None]:
    found: list[_Words | None] = []
    for span, row in rows:
        taken = [one for one in found if one]
        free = (one for one in _choices(span, row) if not any(one.meets(other) for other in taken))
        found.append(next(free, None))
    return found


def _choices(span: Span, row: DatedRow) -> Iterator[_Words]:
    """Low before high; to the right of the mark's beginning, to the left of its end, or of its beginning."""
    wide = GAP + max(breadth(row.link.text, SIZE), breadth(row.date_words, SIZE * 0.86))
    start, end = (part / 100 * NARROWEST for part in (span[0], span[0] + span[1]))
    for lane in range(LANES):
        if start + wide <= NARROWEST:
            yield _Words(start, start, start + wide, lane, "start")
        for at in dict.fromkeys((end, start)):
            if at >= wide:
                yield _Words(at, at - wide, at, lane, "end")


def _highest(found: Sequence[_Words | None]) -> int:
    return max((one.lane for one in found if one), default=0)
