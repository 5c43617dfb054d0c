"""Who reports what."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.claims import ClaimLine
from dossier.pages.texts import Link, Target


@dataclass(frozen=True, slots=True)
class ReportCell:
    """Where an article reports a claim."""

    source: Link
    places: tuple[Link, ...]
    """Its paragraphs."""
    origin: str = ""
    """Letters of the origins it goes back to, where several articles report the claim; else empty."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A claim and the articles that report it, in the order of the columns."""

    claim: ClaimLine
    date: str
    date_words: str
    cells: tuple[ReportCell, ...]
    rests_on: str
    """In words: one article; so many, of so many origins."""

    def by(self, source: Link) -> ReportCell | None:
        """What the article reports."""
        return next((cell for cell in self.cells if cell.source.target == source.target), None)


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """The claims about an event, in time; ``id`` is their anchor."""

    id: str
    title: str
    rows: tuple[ReportRow, ...]
    event: Target | None = None
    date_words: str = ""


@dataclass(frozen=True, slots=True)
class ReportsBody:
    """Who reports what."""

    groups: tuple[ReportGroup, ...]
    columns: tuple[tuple[Link, str], ...]
    """The articles with their dates in words, if they are few enough for a column each."""
    summary: tuple[str, ...]
