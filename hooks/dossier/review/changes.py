"""The record of a change: what came, went or is different, in sections of one sort each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

ADDED, GONE, CHANGED = "+", "−", "~"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came, went or is different; ``details`` say how, a line each."""

    sign: str
    """``+``, ``−`` or ``~``."""
    what: str
    details: tuple[str, ...] = ()
    place: str = ""
    """File and line, in the newer dossier where it stands there."""


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one sort."""

    title: str
    changes: tuple[Change, ...]


def told(before: str, after: str) -> tuple[str, ...]:
    """Two wordings, one above the other; what there was not is left out."""
    return tuple(
        line for line in (f"before: {before}" if before else "", f"after:  {after}" if after else "") if line
    )


def compared(
    before: Mapping[str, T],
    after: Mapping[str, T],
    name: Callable[[T], str],
    differs: Callable[[T, T], tuple[str, ...]],
    place: Callable[[T], str],
) -> Iterable[Change]:
    """Added ones, then changed ones, in the newer order, then those that are gone."""
    for key, one in after.items():
        if key not in before:
            yield Change(ADDED, name(one), (), place(one))
        elif details := differs(before[key], one):
            yield Change(CHANGED, name(one), details, place(one))
    for key, one in before.items():
        if key not in after:
            yield Change(GONE, name(one))
