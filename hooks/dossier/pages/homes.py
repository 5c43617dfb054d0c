"""Pieces of the home page."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.texts import Link


@dataclass(frozen=True, slots=True)
class NewsRow:
    """What came to the dossier: a source, or a claim's new status."""

    date: str
    date_words: str
    link: Link
    status: str = ""
    """The claim's status from then on; empty for a source."""
    about: str = ""
    """What there is of a source."""


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody, and the roles they hold on a day."""

    link: Link
    roles: tuple[str, ...]
    undated: bool
    """Whether the record says of none of them since when."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds which role on the day of the newest source."""

    date_words: str
    """That day; empty where no source has a date."""
    rows: tuple[HolderRow, ...]
    register: Link
    """Everybody, leaders or not."""


@dataclass(frozen=True, slots=True)
class CountedRow:
    """An entity, and how often it comes up."""

    link: Link
    claims: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The entities of a section that come up most."""

    rows: tuple[CountedRow, ...]
    register: Link
    """All of them."""


@dataclass(frozen=True, slots=True)
class DatedRow:
    """An entity with its date."""

    link: Link
    date: str
    date_words: str


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Where the words of a mark stand."""

    at: float
    """Where along the axis."""
    height: float
    """How far above it, in pixels."""
    anchor: str
    """Which end of them is there, ``start`` or ``end``, as SVG calls it."""


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A date on an axis; places along it are parts of a hundred, so that it grows with the page."""

    row: DatedRow
    start: float
    width: float
    """How long it may last; 0 for a day."""
    label: AxisLabel | None
    """None without room."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Dates on a line."""

    height: float
    """In pixels, above the line."""
    years: tuple[tuple[str, float], ...]
    """Years that are named, and where each begins."""
    marks: tuple[AxisMark, ...]

    @property
    def names_all(self) -> bool:
        """Whether there was room for the words of every mark."""
        return all(mark.label for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Dates:
    """The entities of a section in order of time."""

    axis: Axis | None
    """None where there is nothing to compare."""
    rows: tuple[DatedRow, ...]
    undated: tuple[Link, ...]
    register: Link | None
    """All of them, where these are not all."""
