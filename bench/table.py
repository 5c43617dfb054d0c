"""Results as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.goals import Judged, judged
from bench.results import Built, Results, Size


def tables(results: Results) -> list[str]:
    """The goals, then what stands behind them: the largest dossier, and the largest that others built too."""
    largest = results.sizes[-1]
    shown = [largest] if results.beside is largest else [results.beside, largest]
    return [
        *_table(["goal", "value", "firm", "ambitious", "met"], map(_goal, judged(results))),
        "",
        *(line for size in shown for line in (*_builds(size), "")),
        *_growth(results.sizes),
    ]


_COLUMNS = ("pages", "ms of CPU a page", "CPU, s", "wall, s", "memory, MB", "files", "MB")


def _goal(one: Judged) -> list[str]:
    bounds = [_number(bound, one.goal.unit) for bound in (one.goal.firm, one.goal.ambitious)]
    value = "" if one.value is None else _number(one.value, one.goal.unit)
    return [one.goal.name, value, *(f"≤ {bound}" for bound in bounds), one.verdict]


def _number(value: float, unit: str) -> str:
    digits = 3 if value < 1 else 2 if value < 10 else 0
    return f"{value:,.{digits}f} {unit}".rstrip()


def _builds(size: Size) -> list[str]:
    """A line for each build of a dossier, our own first."""
    rows = [
        [name, *(_figures(built) if built else ["not measured", *[""] * (len(_COLUMNS) - 1)])]
        for name, built in (*size.ours.items(), *size.peers.items())
    ]
    return _table([f"{size.articles:,} articles", *_COLUMNS], rows)


def _figures(one: Built) -> list[str]:
    return [
        f"{one.pages:,}",
        f"{one.page:.2f}",
        f"{one.cpu:.1f}",
        f"{one.wall:.1f}",
        f"{one.memory:,.0f}",
        f"{one.files:,}",
        f"{one.bytes / 1e6:,.1f}",
    ]


def _growth(sizes: Sequence[Size]) -> list[str]:
    """A line for each stage in milliseconds a page, and how the largest size stands to the smallest."""
    rows = []
    for stage in sizes[0].stages:
        costs = [1000 * size.stages[stage] / size.full.pages for size in sizes]
        growth = f"{costs[-1] / costs[0]:.2f}" if costs[0] else ""
        rows.append([stage, *(f"{cost:.2f}" for cost in costs), growth])
    return _table(["ms of CPU a page", *(f"{size.articles:,} articles" for size in sizes), "growth"], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [
        f"| {' | '.join(head)} |",
        f"|---|{'--:|' * (len(head) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
