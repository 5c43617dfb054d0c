"""The page of an article."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Received
from dossier.pages.claims import ClaimLine, ClaimSection
from dossier.pages.facts import FactRow
from dossier.pages.references import Cited, ReferenceRow
from dossier.pages.texts import Link, Passage, Rich, Target
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of a paragraph under the same marks; all segments together are the paragraph."""

    text: str
    notes: tuple[int, ...]
    """Numbers of the notes on these characters."""
    ending: tuple[tuple[int, str], ...] = ()
    """Number and id of each note whose words end here: the place of its reference."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A mention with its segments, or the segments between mentions."""

    segments: tuple[Segment, ...]
    target: Target | None = None
    kind: str = ""
    marker: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An editor's remark in the margin."""

    number: int
    id: str
    kind: str
    """The kind of a note, or ``date`` or ``gap``."""
    quotation: str
    reading: str
    text: Rich
    background: bool
    record: Location
    means: str = ""
    """Of a date as said: what it means, in words."""
    basis: str = ""
    """Of a date as said: what says so."""


@dataclass(frozen=True, slots=True)
class ArticleTranslation:
    """The translation of an article as a whole."""

    is_begun: bool
    by: str
    """Who translated it, in words."""
    target: Target
    """Where it is said what waits for a translator."""


@dataclass(frozen=True, slots=True)
class TranslatedRow:
    """A paragraph in the page's language; its text is empty where it is missing."""

    text: str
    state: str
    by: str
    """Who translated it, where that is another than of the whole."""
    record: Location


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph with its marks, its notes, and what rests on it."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[NoteRow, ...]
    meant: tuple[Link, ...]
    """Entities that the words cover without naming them."""
    claims: tuple[ClaimLine, ...]
    cited_by: tuple[Backlink, ...]
    translation: TranslatedRow | None = None


@dataclass(frozen=True, slots=True)
class Backlink:
    """A page that cites a paragraph, and what it says there."""

    link: Link
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """An entity named in a source, how often, and the first paragraph that does so."""

    link: Link
    count: int
    first: Target


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The entities of a kind that a source names; ``marker`` is the underline of their mentions."""

    kind: str
    marker: str
    rows: tuple[NamedRow, ...]


@dataclass(frozen=True, slots=True)
class SourceBody:
    """The page of an article."""

    language: str
    language_name: str
    facts: tuple[FactRow, ...]
    sha256: str
    legend: tuple[tuple[str, str], ...]
    """Marker and name of each kind that is mentioned."""
    paragraphs: tuple[ParagraphRow, ...]
    claims: ClaimSection
    named: tuple[NamedGroup, ...]
    cited: Cited
    references: tuple[ReferenceRow, ...]
    translation: ArticleTranslation | None = None
    """None where the article is in the page's language."""
    received: Received | None = None
