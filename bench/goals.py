"""What a build may cost: ratios of one run, each with a firm bound and an ambitious one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.changes import CHANGES
from bench.results import NOTHING, Built, Results, Size

EDIT = next(iter(CHANGES))


@dataclass(frozen=True, slots=True)
class Goal:
    """A number that is to be small."""

    name: str
    firm: float
    ambitious: float
    value: Callable[[Results], float | None]
    """None where the run did not measure it."""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal, what was measured, and which bound it keeps."""

    goal: Goal
    value: float | None

    @property
    def verdict(self) -> str:
        """In words."""
        if self.value is None:
            return "not measured"
        if self.value <= self.goal.ambitious:
            return "ambitious"
        return "firm" if self.value <= self.goal.firm else "not met"


def judged(results: Results) -> Iterator[Judged]:
    """Every goal, held against what was measured with the most articles that it was measured with."""
    for goal in GOALS:
        yield Judged(goal, goal.value(results))


def _against(peer: str) -> Callable[[Results], float | None]:
    def value(results: Results) -> float | None:
        other = results.beside.peers.get(peer)
        return results.beside.full.page / other.page if other else None

    return value


def _growth(results: Results) -> float | None:
    if len(results.sizes) < 2:
        return None
    smaller, larger = results.sizes[-2:]
    return larger.full.page / smaller.full.page


def _edit(results: Results) -> float | None:
    size = results.sizes[-1]
    return size.ours[EDIT].cpu / size.full.cpu


def _of_largest(measure: Callable[[Size], float]) -> Callable[[Results], float | None]:
    return lambda results: measure(results.sizes[-1])


def _memory(size: Size) -> float:
    builds: list[Built] = list(size.ours.values())
    return max(one.memory for one in builds)


GOALS = (
    Goal("CPU a page against Material + static-i18n", 1 / 8, 1 / 15, _against("Material + static-i18n")),
    Goal("the same, tuned", 1 / 8, 1 / 15, _against("Material + static-i18n, tuned")),
    Goal("CPU a page against Hugo", 1.0, 0.5, _against("Hugo")),
    Goal("CPU a page against the size before", 1.3, 1.1, _growth),
    Goal("one edited article against a full build", 1 / 10, 1 / 25, _edit),
    Goal("nothing changed", 1.0, 0.5, _of_largest(lambda size: size.ours[NOTHING].wall), "s"),
    Goal("memory of the largest process", 800, 400, _of_largest(_memory), "MB"),
)
