"""Claims as readers see them: in full as cards, in brief as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.pages.texts import CitationMark, Link, Rich, Target
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A verbatim quotation with its paragraph."""

    quotation: str
    language: str
    citation: CitationMark
    speakers: tuple[Link, ...]
    speakers_differ: bool
    """Whether they are others than the claim's."""
    rendering: str = ""
    """The sentences of the article's translation that hold the quotation, where these can be told."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A status that a claim has had, from when, and why."""

    date: str
    date_words: str
    status: str
    text: Rich = ()
    evidence: tuple[EvidenceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A claim that stands against another: how, and its card on the same page."""

    kind: str
    """``contradicts``, ``supersedes`` or ``superseded``."""
    text: str
    target: Target
    language: str = ""
    """The text's, where it is not the page's."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list."""

    text: str
    target: Target
    marks: tuple[str, ...]
    """Its status unless merely reported, ``superseded``, ``contradicts``."""
    language: str = ""
    """The text's, where it is not the page's."""


@dataclass(frozen=True, slots=True)
class AsSaid:
    """The words of an article that a claim's date is read from."""

    quotation: str
    language: str
    target: Target


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """What some did to or with others."""

    label: str
    by: tuple[Link, ...]
    to: tuple[Link, ...]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """What passed between two entities, seen from one of them."""

    label: str
    direction: str
    """``out``, ``in``, or ``both`` where it has none."""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim as a reader sees it."""

    id: str
    text: Rich
    date: str
    date_words: str
    speakers: tuple[Link, ...]
    marks: tuple[str, ...]
    evidence: tuple[EvidenceRow, ...]
    about: tuple[Link, ...]
    home: Target
    record: Location
    as_said: AsSaid | None = None
    history: tuple[HistoryRow, ...] = ()
    """Its first status and every change; empty where nothing changed."""
    counterparts: tuple[Counterpart, ...] = ()
    interactions: tuple[InteractionRow, ...] = ()
    formerly: tuple[str, ...] = ()
    """Ids that the claim had before, whose anchors still stand here."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many claims have something in common, in words, and which."""

    words: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """What the claims of a page rest on."""

    intro: str
    rows: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ClaimSection:
    """The claims of a page."""

    count: int
    shares: Shares
    groups: tuple[tuple[ClaimCard, ...], ...]
    """A claim by itself, or those that face one another; these may bring in claims of other pages."""

    def cards(self) -> Iterator[ClaimCard]:
        """Every card, in order."""
        return (card for group in self.groups for card in group)
