"""Who held an office when, from the tenures that the entities' records state.

A tenure without a beginning says nothing about any day: it may be long over. One without an end lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dossier.dates import NO_DAY, Day, first_day, last_day, parse
from dossier.model import UNKNOWN, Entity, Tenure

Tenures = Mapping[tuple[str, str], tuple[tuple[str, Tenure], ...]]
"""Office and what it is an office of → persons and their dated tenures."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the earliest to the latest day that a text may mean."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Holders:
    """Who may have held an office in a period."""

    persons: tuple[str, ...]
    sure: bool
    """There is one, and the person held it all the time, whatever the records leave open."""


def tenures(entities: Iterable[Entity]) -> Tenures:
    """All dated tenures of a registry."""
    found: dict[tuple[str, str], list[tuple[str, Tenure]]] = {}
    for entity in entities:
        for one in entity.roles:
            if one.office and one.of and parse(one.start or UNKNOWN):
                found.setdefault((one.office, one.of), []).append((entity.id, one))
    return {office: tuple(held) for office, held in found.items()}


def holders(held: Iterable[tuple[str, Tenure]], when: Period) -> Holders:
    """Those of the tenures that touch a period; on the day of a change, both."""
    touching = [
        (person, one)
        for person, one in held
        if first_day(one.start) <= when.last and when.first <= _end(one, last_day)
    ]
    persons = tuple(sorted({person for person, _ in touching}))
    whole = any(
        last_day(one.start) <= when.first and when.last <= _end(one, first_day) for _, one in touching
    )
    return Holders(persons, sure=len(persons) == 1 and whole)


def _end(one: Tenure, day: Callable[[str], Day]) -> Day:
    return day(one.end) if parse(one.end or UNKNOWN) else NO_DAY
