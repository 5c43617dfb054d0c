"""How dated claims spread over time: bars of days, months or years, and below what is known less finely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.compose.axis import days_of
from dossier.compose.view import View
from dossier.pages.texts import Target
from dossier.pages.timelines import Overview, OverviewBar, OverviewTick, TimelineRow

LEAST = 6
"""Fewer claims are seen at a glance in their list."""
MOST_DAYS, MOST_MONTHS, MOST_YEARS = 45, 60, 60
"""So many bars of one sort at most; after that each is of a longer time."""
STEPS = (1, 2, 5, 10, 25, 50, 100, 500)
"""Years of a bar."""
TICKS = 6
HIGHEST, LOWEST = 64.0, 3.0
"""Pixels of the bar of most claims, and at least."""
LANES = 4


@dataclass(frozen=True, slots=True)
class _Period:
    """Days from ``start`` up to ``stop``, which is not one of them, counted from 1 January of the year 1."""

    start: int
    stop: int
    text: str
    """The same as a date in EDTF."""


def overview(rows: Sequence[TimelineRow], undated: int, view: View) -> Overview | None:
    """Of the rows of a list, each of which has the anchor of :func:`anchor`; None of few."""
    if len(rows) < LEAST:
        return None
    spans = [days_of(row.date) for row in rows]
    periods = _periods(min(first for first, _ in spans), max(last for _, last in spans))
    if len(periods) < 2:
        return None
    fine: dict[_Period, list[TimelineRow]] = {}
    vague: dict[_Period, list[TimelineRow]] = {}
    for row, (first, last) in zip(rows, spans, strict=True):
        period = next(one for one in reversed(periods) if one.start <= first)
        if last < period.stop:
            fine.setdefault(period, []).append(row)
        else:
            vague.setdefault(_Period(first, last + 1, row.date), []).append(row)
    most = max(map(len, fine.values()), default=1)
    place = _Place(periods[0].start, periods[-1].stop)
    bars = tuple(
        _bar(period, fine[period], max(LOWEST, HIGHEST * len(fine[period]) / most), place, view)
        for period in periods
        if period in fine
    )
    lanes, left = _lanes(vague)
    spread = tuple(tuple(_bar(period, vague[period], 0.0, place, view) for period in lane) for lane in lanes)
    return Overview(bars, spread, tuple(_ticks(periods, place, view)), sum(map(len, left)), undated)


def anchor(row: TimelineRow) -> str:
    """Where a row stands in its list."""
    return f"on-{row.id}"


def _periods(first: int, last: int) -> list[_Period]:
    """Periods of one length, without a gap, from that of one day to that of another."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if last - first < MOST_DAYS:
        return [_Period(day, day + 1, date.fromordinal(day).isoformat()) for day in range(first, last + 1)]
    if _months(end) - _months(start) < MOST_MONTHS and end.year < date.max.year:
        return [_month(number) for number in range(_months(start), _months(end) + 1)]
    step = next((one for one in STEPS if end.year // one - start.year // one < MOST_YEARS), STEPS[-1])
    years = range(start.year // step * step, end.year + 1, step)
    return [_years(max(year, 1), min(year + step - 1, date.max.year)) for year in years]


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> _Period:
    start = date(number // 12, number % 12 + 1, 1)
    stop = (start + timedelta(days=31)).replace(day=1)
    return _Period(start.toordinal(), stop.toordinal(), f"{start.year:04d}-{start.month:02d}")


def _years(first: int, last: int) -> _Period:
    text = f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"
    return _Period(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1, text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Turns days into parts of a hundred of the picture's width."""

    begin: int
    end: int

    def __call__(self, day: int) -> float:
        return round(100 * (day - self.begin) / (self.end - self.begin), 2)


def _bar(
    period: _Period, rows: Sequence[TimelineRow], height: float, place: _Place, view: View
) -> OverviewBar:
    start = place(max(period.start, place.begin))
    return OverviewBar(
        start=start,
        width=round(place(min(period.stop, place.end)) - start, 2),
        height=round(height, 1),
        count=len(rows),
        words=view.words.date(period.text),
        target=Target("", anchor(rows[0])),
    )


def _lanes(
    vague: dict[_Period, list[TimelineRow]],
) -> tuple[list[list[_Period]], list[list[TimelineRow]]]:
    """Rows of periods that do not meet, those of most claims first; and what found no room."""
    lanes: list[list[_Period]] = []
    left = []
    for period in sorted(vague, key=lambda one: (-len(vague[one]), one.start, one.stop)):
        free = (
            lane
            for lane in lanes
            if all(one.stop <= period.start or period.stop <= one.start for one in lane)
        )
        lane = next(free, None)
        if lane is not None:
            lane.append(period)
        elif len(lanes) < LANES:
            lanes.append([period])
        else:
            left.append(vague[period])
    return [sorted(lane, key=lambda one: one.start) for lane in lanes], left


def _ticks(periods: Sequence[_Period], place: _Place, view: View) -> Iterator[OverviewTick]:
    """Where a year begins; of few days, where a month does; of few periods, each."""
    if len(periods) <= TICKS:
        yield from (OverviewTick(place(period.start), view.words.date(period.text)) for period in periods)
        return
    by_day = periods[0].stop - periods[0].start == 1
    cut = 7 if by_day else 4
    named = {period.text[:cut]: period for period in reversed(periods)}
    texts = sorted(named)
    for text in texts[:: -(-len(texts) // TICKS)]:
        yield OverviewTick(place(named[text].start), view.words.date(text))
