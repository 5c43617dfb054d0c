"""Leaf: how long each stage of this run took, in wall time and in CPU time, its processes included."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds."""

    wall: float = 0.0
    cpu: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.wall + other.wall, self.cpu + other.cpu)

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu)


_costs: dict[str, Cost] = {}
_OTHERS = "theme and the rest"


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count what is done within it as a stage's; stages follow one another and do not nest."""
    before = _now()
    try:
        yield
    finally:
        _costs[name] = _costs.get(name, Cost()) + _now() - before


def table() -> list[str]:
    """A line for each stage in the order of their beginnings, and one for what belongs to none."""
    whole = Cost(_since_the_beginning(), _now().cpu)
    rest = whole - sum(_costs.values(), Cost())
    rows = {**_costs, _OTHERS: rest, "together": whole}
    width = max(map(len, rows))
    return [
        f"{'stage':<{width}}  {'CPU s':>8}  {'wall s':>8}",
        *(f"{name:<{width}}  {cost.cpu:8.2f}  {cost.wall:8.2f}" for name, cost in rows.items()),
    ]


def _now() -> Cost:
    spent = os.times()
    return Cost(time.perf_counter(), spent.user + spent.system + spent.children_user + spent.children_system)


_BEGAN = time.perf_counter()


def _since_the_beginning() -> float:
    return time.perf_counter() - _BEGAN
