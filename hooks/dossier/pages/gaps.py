"""What nobody here knows."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.references import ReferenceRow
from dossier.pages.texts import Link, Rich
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that nobody here knows, and the line of the record that could say it."""

    text: Rich
    where: Link
    """The page, or the place on it, that it concerns."""
    record: Location
    quotation: str = ""
    """The words of the article that raise the question, in ``language``."""
    language: str = ""
    date_words: str = ""
    """As much of a date as is known."""
    about: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Gaps of a kind; ``id`` is their anchor."""

    id: str
    title: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class GapsBody:
    """What nobody here knows."""

    groups: tuple[GapGroup, ...]
    references: tuple[ReferenceRow, ...] = ()
