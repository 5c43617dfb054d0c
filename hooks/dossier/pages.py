"""What a page shows, in which order, and nothing of how: the records between composing and rendering.

Texts are in the page's language unless a ``language`` stands beside them. Targets are pages of the same
language. Imports only citation runs and locations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.cite.runs import Run
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Target:
    """A page (``people/joe-biden``), perhaps a place on it."""

    path: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    target: Target
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's own table of contents."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class CitationMark:
    """The small link after a sentence: number of the reference on this page, and the paragraph."""

    number: int
    paragraph: int
    target: Target
    anchor: str
    """Where this citation stands, so that its reference can lead back to it."""
    tip: str


@dataclass(frozen=True, slots=True)
class Words:
    """Some words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasised words."""

    children: tuple[Inline, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class External:
    """A link to another site."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BackgroundMark:
    """Says that a sentence rests on general knowledge."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of another language than the page's, which has no translation of them."""

    language: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class StateMark:
    """Says that a text is not translated, or how far its translation can be trusted."""

    state: str
    """``missing``, ``stale`` or ``machine``."""
    target: Target


Inline = Words | Styled | External | Link | CitationMark | BackgroundMark | Foreign | StateMark
Rich = tuple[tuple[Inline, ...], ...]
"""One of our own texts by paragraphs, with its citations numbered and its links resolved."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a fact rests on."""

    citations: tuple[CitationMark, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name in some language."""

    text: str
    language: str
    language_name: str


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value, perhaps a link; ``unknown`` is shown as a gap."""

    text: str
    support: Support
    target: Target | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class FactRow:
    """A label and its values."""

    label: str
    values: tuple[FactValue, ...]


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
class Download:
    """A reference to take along, in some program's format."""

    label: str
    """What the format is called in every language: BibTeX."""
    name: str
    """What the file is called once it is saved."""
    file: str = ""
    """From the site's root."""
    data: str = ""
    """A ``data:`` address that holds the text, where there is no file."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """A file of the site that programs read."""

    file: str
    """From the site's root, as ``schema``, which says what it may hold."""
    words: str
    schema: str = ""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.file.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Cited:
    """How something is cited, in words and as files."""

    runs: tuple[Run, ...]
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A numbered source of this page, and where on the page it is cited."""

    number: int
    runs: tuple[Run, ...]
    target: Target | None
    back: tuple[CitationMark, ...]
    coins: str = ""
    """The reference as an OpenURL ContextObject."""


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
class MapMark:
    """A place on a map; sizes and positions are in the picture's units."""

    link: Link
    words: str
    """Its name, and how often the sources name it."""
    x: float
    y: float
    radius: float
    label: tuple[float, float, str] | None
    """Where its name stands and which end of it, ``start``, ``middle`` or ``end``; None without room."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map, drawn."""

    width: float
    height: float
    land: str
    """The outlines of countries as an SVG path, in quarters of a unit."""
    named: str
    """Those of the countries that the map is about."""
    marks: tuple[MapMark, ...]


@dataclass(frozen=True, slots=True)
class MapBody:
    """Places on maps."""

    wide: MapPicture
    narrow: MapPicture
    """The same for small screens."""
    details: tuple[MapPicture, ...] = ()
    """Where places stand too close on the map of all."""
    absent: tuple[Link, ...] = ()
    """Places of which the record does not say where they lie."""
    left_out: int = 0
    """How many more there are, which the sources name less often."""


OPEN_CONTEXTS = 5
UNFOLDED = 60
"""Lines of a timeline whose years all stand open."""
"""So many sources show their mentions at once; those before them wait under a line of their own."""


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """Another entity and the claims that bring the two together; ``id`` is the row's anchor."""

    id: str
    other: Link
    short: str
    """As much of its name as the picture has room for."""
    kind: str
    """What its kind is called."""
    count: int
    claims: tuple[ClaimLine, ...]
    """The first of them."""
    spoken: bool
    """Whether in all of these claims one of the two speaks and the other is spoken of."""
    contacts: tuple[Contact, ...] = ()
    said: str = ""
    """The contacts, as far as the picture has room."""


@dataclass(frozen=True, slots=True)
class Connections:
    """Whom an entity is connected with, the closest first; ``short`` is its own name in the picture."""

    short: str
    rows: tuple[ConnectionRow, ...]
    drawn: tuple[ConnectionRow, ...]
    """Those that a picture shows."""

    @property
    def met(self) -> bool:
        """Whether claims say of any of them what passed between the two."""
        return any(row.contacts for row in self.rows)


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
class Passage:
    """A sentence or a fact of some page."""

    text: str
    language: str = ""
    """Where it is not the page's."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A page that cites a paragraph, and what it says there."""

    link: Link
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A card that tells what a link leads to, for who has not followed it yet."""

    title: str
    about: str
    """The kind and the role on the day of the text, or the day and the paragraph."""
    passages: tuple[Passage, ...]
    counts: str = ""


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


GLANCE = 5
"""So many rows one sees at once."""


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A fact that a register has a column for."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class RegisterCell:
    """What a row says in a column; no text where nothing is stated."""

    text: str
    order: int | None = None
    """Its place in the order of the column; None where nothing is known, which comes last."""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A value that rows of a register have, and how many have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What a register may be narrowed by."""

    id: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of a register."""

    link: Link
    about: str
    mentions: int
    claims: int
    language: str = ""
    """Of ``about``, where it is not the page's."""
    order: int = 0
    """Its place in the order of the names."""
    about_order: int | None = None
    """Its place in the order of ``about``, where that is a date."""
    roles: tuple[str, ...] = ()
    cells: tuple[RegisterCell, ...] = ()
    keys: str = ""
    """The words of all names, as the search folds them."""
    chosen: tuple[tuple[str, str], ...] = ()
    """Ids of choices, each with a value that the row has."""


@dataclass(frozen=True, slots=True)
class RegisterBody:
    """All entities of a kind, or all sources."""

    rows: tuple[RegisterRow, ...]
    of_sources: bool = False
    map: MapBody | None = None
    columns: tuple[RegisterColumn, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether there is more than one sees at a glance, so that narrowing it helps."""
        return len(self.rows) > GLANCE


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


@dataclass(frozen=True, slots=True)
class BibliographyRow:
    """An entry of the bibliography."""

    key: str
    runs: tuple[Run, ...]
    target: Target | None
    record: Location
    coins: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class BibliographyBody:
    """All references, in the language's order."""

    rows: tuple[BibliographyRow, ...]
    downloads: tuple[Download, ...]
    """All of them at once."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A text or paragraph that is not translated, or not for good."""

    link: Link
    state: str
    record: Location | None
    """Where to mend it; None where the file is not there yet."""
    file: str


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """What waits of one page."""

    id: str
    link: Link
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class LanguageCoverage:
    """How far a language is translated."""

    code: str
    name: str
    counts: tuple[tuple[str, int], ...]
    """How many texts and paragraphs are in each state."""
    groups: tuple[CoverageGroup, ...]

    @property
    def waiting(self) -> int:
        """How many texts and paragraphs the groups list."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def folded(self) -> bool:
        """Whether the list is so long that it is folded."""
        return self.waiting > UNFOLDED


@dataclass(frozen=True, slots=True)
class ArticleCell:
    """What of an article can be read in a language: ``original``, ``whole``, ``part`` or ``none``."""

    kind: str
    done: int
    total: int
    """Paragraphs."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article, the language it is written in, and what can be read of it in each of the site's."""

    link: Link
    language: str
    cells: tuple[ArticleCell, ...]


@dataclass(frozen=True, slots=True)
class ArticleLanguages:
    """Which articles can be read in which language."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """For each language how many are originals, translated wholly, in part and not at all."""
    rows: tuple[ArticleRow, ...]
    """The newest first."""
    others: int
    """Further articles, which are only counted."""


@dataclass(frozen=True, slots=True)
class TranslationsBody:
    """How far each language is translated."""

    languages: tuple[LanguageCoverage, ...]
    articles: ArticleLanguages


@dataclass(frozen=True, slots=True)
class Meta:
    """Something said of a page to programs: a name of some vocabulary, and its value."""

    name: str
    content: str
    language: str = ""
    """The value's language, where it is not the page's."""


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A name in the alphabet, leading to its page."""

    before: str
    word: str
    """The word by which the name is filed, with all that follows it."""
    target: Target
    language: str = ""
    """The name's, where it is not the page's."""
    see: str = ""
    """What the page is called, where that is another name."""
    kind: str = ""
    """What bears the name, where it is that of the page."""


@dataclass(frozen=True, slots=True)
class FiledLetter:
    """A letter with its names."""

    letter: str
    script: str
    target: Target
    """Where its names stand."""
    rows: tuple[FiledRow, ...]


@dataclass(frozen=True, slots=True)
class AlphabetBody:
    """Every name in the order of the reader's alphabet, or those of some letters."""

    letters: tuple[tuple[FiledLetter, ...], ...]
    """All letters, script by script."""
    shown: tuple[FiledLetter, ...]
    """Those whose names are on this page; none where each letter has a page of its own."""


@dataclass(frozen=True, slots=True)
class GapsBody:
    """What nobody here knows."""

    groups: tuple[GapGroup, ...]
    references: tuple[ReferenceRow, ...] = ()


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


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An entity of the picture, in its row, and as much of its name as there is room for."""

    link: Link
    short: str
    row: int
    claims: int
    """How many connect it with others of the picture."""


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """The entities of a kind, one below the other; its name has the row above them."""

    title: str
    row: int
    nodes: tuple[NetworkNode, ...]


@dataclass(frozen=True, slots=True)
class NetworkPair:
    """Two entities, and how many claims and articles they share."""

    one: Link
    other: Link
    claims: int
    articles: int
    rows: tuple[int, int] | None
    """Where they stand in the picture, the upper first; None if one of them does not."""
    contacts: tuple[Contact, ...] = ()
    """Seen from ``one``."""


@dataclass(frozen=True, slots=True)
class NetworkBody:
    """Who is connected with whom in the whole dossier."""

    kinds: tuple[NetworkKind, ...]
    arcs: tuple[NetworkPair, ...]
    """The closest pairs of the picture."""
    pairs: tuple[NetworkPair, ...]
    """The closest first; those that no row of the table has room for are only counted."""
    others: int

    @property
    def met(self) -> bool:
        """Whether claims say of any pair what passed between the two."""
        return any(pair.contacts for pair in self.pairs)

    @property
    def height(self) -> int:
        """How many rows the picture has."""
        return sum(1 + len(kind.nodes) for kind in self.kinds)


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


Body = (
    EntityBody
    | SourceBody
    | RegisterBody
    | TimelineBody
    | BibliographyBody
    | AlphabetBody
    | GapsBody
    | TranslationsBody
    | ReportsBody
    | NetworkBody
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language."""

    language: str
    path: str
    """Address without the language: ``people/joe-biden``, ``timeline``."""
    title: str
    description: str
    """Plain text for search engines, at most about 160 characters."""
    body: Body
    record: Location | None
    """The record that holds the facts, for the edit link."""
    headings: tuple[Heading, ...] = ()
    crumbs: tuple[Link, ...] = ()
    """The pages above this one, from the top."""
    previous: Link | None = None
    next: Link | None = None
    cited_as: str = ""
    """What a reference calls the page, where its title is that of something else."""
    metas: tuple[Meta, ...] = ()
    """What the ``<head>`` says to programs."""

    @property
    def section(self) -> str:
        """The first part of the address."""
        return self.path.split("/")[0]

    @property
    def is_index(self) -> bool:
        """Whether this is a section's own page rather than one below it."""
        return "/" not in self.path
