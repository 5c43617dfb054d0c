"""Dated statements, in a list and in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.claims import AsSaid
from dossier.pages.narrowing import Choice
from dossier.pages.references import ReferenceRow
from dossier.pages.texts import CitationMark, Link, Rich, Target

UNFOLDED = 60
"""Lines of a timeline whose years all stand open."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A dated statement, leading to its claim, whose ``id`` it has."""

    id: str
    date: str
    date_words: str
    text: Rich
    citations: tuple[CitationMark, ...]
    marks: tuple[str, ...]
    home: Target
    about: tuple[Link, ...] = ()
    as_said: AsSaid | None = None
    chosen: tuple[str, ...] = ()
    """What it can be narrowed by: ``about:id`` and ``source:key``."""


@dataclass(frozen=True, slots=True)
class OverviewBar:
    """Claims of one time; places along the picture are parts of a hundred, so that it grows with the page."""

    start: float
    width: float
    height: float
    """In pixels; 0 of a time that is known less finely than the bars are."""
    count: int
    words: str
    """The time in words."""
    target: Target
    """The first of them in the list."""


@dataclass(frozen=True, slots=True)
class OverviewTick:
    """Where a year or a month begins."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Overview:
    """How the claims of a list spread over time."""

    bars: tuple[OverviewBar, ...]
    spread: tuple[tuple[OverviewBar, ...], ...]
    """Row by row, what is known less finely."""
    ticks: tuple[OverviewTick, ...]
    others: int
    """Claims for whose time there was no room."""
    undated: int
    """Claims of which nobody knows when."""


@dataclass(frozen=True, slots=True)
class TimelineBody:
    """Every dated claim, by year."""

    years: tuple[tuple[str, tuple[TimelineRow, ...]], ...]
    all_gaps: Target
    """The page on everything unknown."""
    references: tuple[ReferenceRow, ...] = ()
    choices: tuple[Choice, ...] = ()
    overview: Overview | None = None

    @property
    def folded(self) -> bool:
        """Whether the list is so long that all years but the last are folded."""
        return self.count > UNFOLDED

    @property
    def count(self) -> int:
        """How many claims there are."""
        return sum(len(rows) for _, rows in self.years)
