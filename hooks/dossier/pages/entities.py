"""The page of an entity."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.claims import ClaimSection
from dossier.pages.connections import Connections
from dossier.pages.facts import FactRow, Name
from dossier.pages.gaps import GapRow
from dossier.pages.maps import MapPicture
from dossier.pages.references import ReferenceRow
from dossier.pages.texts import Link, Rich, Target
from dossier.pages.timelines import Overview, TimelineRow

OPEN_CONTEXTS = 5
"""So many sources show their mentions at once; those before them wait under a line of their own."""


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A mention with the words around it."""

    before: str
    surface: str
    after: str
    manner: str
    paragraph: int
    target: Target


@dataclass(frozen=True, slots=True)
class ContextGroup:
    """The mentions of one source."""

    source: Link
    date_words: str
    language: str
    rows: tuple[ContextRow, ...]


@dataclass(frozen=True, slots=True)
class EntityBody:
    """A dossier page."""

    names: tuple[Name, ...]
    aliases: tuple[Name, ...]
    meant_only: bool
    """Whether the sources mean the entity without ever naming it."""
    summary: Rich
    facts: tuple[FactRow, ...]
    timeline: tuple[TimelineRow, ...]
    claims: ClaimSection
    contexts: tuple[ContextGroup, ...]
    references: tuple[ReferenceRow, ...]
    mention_count: int
    gaps: tuple[GapRow, ...]
    all_gaps: Target
    """The page on everything unknown."""
    map: MapPicture | None = None
    connections: Connections | None = None
    overview: Overview | None = None
    """Of the timeline."""

    @property
    def open_contexts(self) -> int:
        """How many groups of mentions stand open; a single one is not worth hiding."""
        return OPEN_CONTEXTS if len(self.contexts) > OPEN_CONTEXTS + 1 else len(self.contexts)
