"""The records that pass between the stages. Imports only :mod:`dossier.problems`.

Everything is frozen: a stage returns a new value and never alters the one it was given.
Offsets are counted in Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dossier.problems import Location

Words = Mapping[str, str]
"""One text in several languages: language code (BCP 47) → text."""

UNKNOWN = "unknown"
"""What a record says where nobody knows."""
TOTALS = ("entities", "sources", "claims", "mentions", "notes")
"""What hand-written pages may have counted."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``mkdocs.yml`` says that the dossier needs to know."""

    languages: tuple[str, ...]
    """Languages of the site; the first is the default one, whose pages stand at the root."""
    language_names: Words
    """What each language calls itself."""
    site_names: Words
    site_url: str
    """Where the site will stand, ending in a slash; empty when nobody has said."""
    edit_url: str
    """Address of the editable repository, ending in a slash; empty when there is none."""
    issues_url: str = ""
    """Where an issue is opened on GitHub, without what it is about; empty elsewhere."""
    citations: Mapping[str, str] = field(default_factory=dict)
    """Language → its citation style, where the settings choose one."""

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the site's root."""
        return self.languages[0]


@dataclass(frozen=True, slots=True, eq=False)
class Text(Mapping[str, str]):
    """One of our own texts in its languages: a summary, the words of a claim, of a note.

    It stands in the site's default language, the base; whatever other language is there is translated.
    """

    key: str = ""
    """What lists of translations call it: ``people/joe-biden/summary``, ``sources/<key>/claims/<id>``."""
    words: Words = field(default_factory=dict)
    where: Location = field(default_factory=lambda: Location(""))
    places: Mapping[str, Location] = field(default_factory=dict)
    """Language → where its text is written."""

    def __getitem__(self, language: str) -> str:
        return self.words[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)


# --- kinds -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that records of a kind may state."""

    id: str
    type: str
    """``text``, ``date``, ``entity``, ``url``, ``coordinates`` or ``country``."""
    label: Words
    of: tuple[str, ...] = ()
    """For ``entity``: the kinds that may stand here; empty for any."""
    schema_org: str = ""
    """The property of schema.org that says the same; empty where none does."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity, described by ``data/kinds.yml``."""

    id: str
    section: str
    """Folder under ``data/`` and first part of the address of every page of this kind."""
    one: Words
    many: Words
    names: str = "proper"
    """How texts use the names: ``person``, ``proper`` (capitals matter) or ``term``."""
    marker: str = "solid"
    """Underline of mentions: ``solid``, ``double``, ``dotted``, ``dashed`` or ``wavy``."""
    schema_org: str = "Thing"
    """The type of schema.org."""
    ftm: str = ""
    """The schema of FollowTheMoney; empty where that knows nothing of the kind."""
    roles: bool = False
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class InteractionKind:
    """What entities do to or with one another, described by ``data/kinds.yml``: invitation, meeting."""

    id: str
    label: Words
    mutual: bool = False
    """Whether both sides do it, so that it has no direction."""


# --- entities --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """A paragraph of a source, or the whole of it where ``paragraph`` is 0."""

    source: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Basis:
    """What a fact rests on: paragraphs, or general knowledge from outside the sources."""

    cite: tuple[Locator, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role held from a date to a date; an empty date is not stated."""

    title: Words
    office: str
    of: str
    start: str
    end: str
    basis: Basis
    where: Location


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one field. ``value`` is text as written; ``words`` holds a ``text`` field's."""

    field: str
    value: str
    words: Words
    basis: Basis
    where: Location


@dataclass(frozen=True, slots=True)
class Entity:
    """A registered person, summit, theme, organisation, place, event or whatever kinds there are."""

    id: str
    kind: str
    names: Words
    where: Location
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gender: str = ""
    roles: tuple[Tenure, ...] = ()
    facts: tuple[Fact, ...] = ()
    summary: Text = field(default_factory=Text)
    formerly: tuple[str, ...] = ()
    """Ids that it had before, whose addresses lead to it."""
    version: str = ""
    """What Git calls the record's bytes, abbreviated."""

    def called(self) -> Iterator[tuple[str, str]]:
        """Language and text of every name and alias."""
        yield from self.names.items()
        for language, aliases in self.aliases.items():
            yield from ((language, alias) for alias in aliases)


# --- sources ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a source between blank lines."""

    number: int
    start: int
    """Offset of the first character in the whole article text."""
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span of a paragraph; ``start`` and ``end`` are offsets in the paragraph."""

    source: str
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody credited in the text, such as a photographer."""

    quote: Quote
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Relay:
    """Whom the article itself passes on."""

    quote: Quote
    entity: str


@dataclass(frozen=True, slots=True)
class Override:
    """An editor's decision on a span; no entities means that the words name nobody."""

    quote: Quote
    entities: tuple[str, ...]
    manner: str
    where: Location


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's remark on a span: ``sic``, ``correction``, ``context`` or ``check``."""

    id: str
    quote: Quote
    kind: str
    text: Text
    where: Location
    reading: str = ""
    background: bool = False


@dataclass(frozen=True, slots=True)
class SaidDate:
    """How an article says a date, and what that means."""

    id: str
    quote: Quote
    means: str
    """EDTF, or ``unknown``."""
    basis: str
    """``stated``, ``publication``, ``context`` or ``background``."""
    where: Location
    text: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Gap:
    """What an article leaves open, at the words that raise the question."""

    id: str
    quote: Quote
    missing: str
    """``actor``, ``date``, ``place``, ``number``, ``source``, ``subject`` or ``outcome``."""
    text: Text
    where: Location
    about: tuple[str, ...] = ()
    """Entities whose pages tell of it too."""


Remark = Note | SaidDate | Gap
"""What editors say of a span; the ids of all remarks on a source are unique together."""


@dataclass(frozen=True, slots=True)
class Evidence(Quote):
    """A quotation that a claim rests on, and who says it there."""

    said_by: tuple[str, ...] = ()
    """Chain of speakers, the nearest to the words first; empty: the article asserts it itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim later: its status from a date on, and why."""

    date: str
    status: str
    text: Text
    evidence: tuple[Evidence, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Interaction:
    """That, as a claim says, some entities did something to or with others."""

    kind: str
    by: tuple[str, ...]
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One dated statement in our words, about entities, said by somebody, resting on evidence."""

    id: str
    source: str
    about: tuple[str, ...]
    date: str
    said_by: tuple[str, ...]
    """Chain of speakers, the nearest to the words first; empty: the article asserts it itself."""
    status: str
    """As it was first recorded; what became of it stands in ``changes``."""
    text: Text
    evidence: tuple[Evidence, ...]
    where: Location
    dated_by: str = ""
    """The id of the source's :class:`SaidDate` that the date is read from; empty where none is named."""
    changes: tuple[Change, ...] = ()
    """Oldest first."""
    contradicts: tuple[str, ...] = ()
    """Ids of claims that cannot be true beside this one, as far as this record names them."""
    supersedes: tuple[str, ...] = ()
    """Ids of claims whose place this one takes."""
    interactions: tuple[Interaction, ...] = ()
    formerly: tuple[str, ...] = ()
    """Ids that it had before, whose anchors lead to it."""

    @property
    def current_status(self) -> str:
        """The status that the last change leaves it with."""
        return self.changes[-1].status if self.changes else self.status

    def quotations(self) -> Iterator[Evidence]:
        """Everything it quotes: what it rests on, then what its changes rest on."""
        yield from self.evidence
        for change in self.changes:
            yield from change.evidence


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it was received, out of which an article's text was taken."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article as received, with its editorial record."""

    key: str
    file: str
    language: str
    date: str
    text: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    where: Location
    credits: tuple[Credit, ...] = ()
    relays: tuple[Relay, ...] = ()
    overrides: tuple[Override, ...] = ()
    notes: tuple[Note, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[SaidDate, ...] = ()
    gaps: tuple[Gap, ...] = ()
    received: Received | None = None
    """None where the article's file is what was received."""
    formerly: tuple[str, ...] = ()
    """Keys that it had before, whose addresses lead to it."""
    version: str = ""
    """What Git calls the record's bytes, abbreviated."""

    def remarks(self) -> list[Remark]:
        """Notes, dates as said and gaps in the order of the text."""
        found: list[Remark] = [*self.notes, *self.dates, *self.gaps]
        return sorted(found, key=lambda one: (one.quote.paragraph, one.quote.start))

    def paragraph(self, number: int) -> Paragraph:
        """The paragraph of that number, from 1; IndexError when there is none."""
        if number < 1:
            raise IndexError(number)
        return self.paragraphs[number - 1]


@dataclass(frozen=True, slots=True)
class TranslatedParagraph:
    """A paragraph of an article in another language; plain text, as the paragraph itself."""

    number: int
    text: str
    of: str
    """Fingerprint of the paragraph that it translates; empty where nobody has said."""
    by: str
    """``editors``, a name, or ``machine``: made by a program and not yet read by a person."""
    where: Location


@dataclass(frozen=True, slots=True)
class Translation:
    """As much of an article as is translated into a language."""

    source: str
    language: str
    by: str
    paragraphs: tuple[TranslatedParagraph, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Tie:
    """From which base text a text in another language was made."""

    fingerprint: str
    machine: bool
    where: Location


@dataclass(frozen=True, slots=True)
class Reference:
    """A bibliographic description, as pybtex holds it, with plain text in every field.

    Types and fields are named as in :mod:`dossier.cite.vocabulary`, whatever alias the file uses.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    persons: Mapping[str, tuple[tuple[str, str], ...]]
    """Role (``author``, ``editor``, or ``author_en`` for their names in another language) → (family name,
    given names); an organisation has no given names."""
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict)
    """Field or role → where it is written."""

    def place(self, name: str) -> Location:
        """Where a field or role is written; of one that is missing, where the entry begins."""
        return self.places.get(name, self.where)


@dataclass(frozen=True, slots=True)
class Messages:
    """The interface's words in one language, from its PO file."""

    plural_forms: str
    """The C expression of ``Plural-Forms``, such as ``n != 1``."""
    texts: Mapping[str, tuple[str, ...]]
    """English words → their translation, one text for each plural form; untranslated ones are absent."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that was read, checked and found sound. Mappings keep the order of the site."""

    settings: Settings
    kinds: Mapping[str, Kind]
    offices: Mapping[str, Words]
    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    references: Mapping[str, Reference]
    messages: Mapping[str, Messages]
    interactions: Mapping[str, InteractionKind] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    """Our own texts by their keys."""
    translations: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    """Language and source → the article's translation."""
    ties: Mapping[tuple[str, str], Tie] = field(default_factory=dict)
    """Language and text → what it is made from; of texts that are gone, too."""

    def claims(self) -> list[Claim]:
        """Every claim, source by source in order of publication."""
        return [claim for source in self.sources.values() for claim in source.claims]


# --- what linking finds ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a paragraph that names an entity or stands for it; offsets in the paragraph."""

    source: str
    paragraph: int
    start: int
    end: int
    surface: str
    entity: str
    manner: str
    """``name``, ``role``, ``adjective``, ``description``, ``metonym``, ``sic`` or ``meant``."""
    rule: str
    """The named rule that decided, or ``override``."""
    shown: bool = True
    """Whether the span is a link; names inside a longer name and what is only meant are not."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """A span of an article that may name somebody and was not linked."""

    source: str
    paragraph: int
    start: int
    end: int
    surface: str
    entities: tuple[str, ...]
    """Whom it may name."""
    rule: str
    """What spoke against it, such as ``no-other-given-name``."""


@dataclass(frozen=True, slots=True)
class LinkedDossier:
    """A dossier with every mention found."""

    dossier: Dossier
    mentions: tuple[Mention, ...]
    """In order of source, paragraph, start; shown mentions never overlap one another."""
    abstentions: tuple[Abstention, ...] = ()
    """In the same order; none overlaps a shown mention, but an office may hold the name of its country."""

    def of_entity(self) -> dict[str, list[Mention]]:
        """Entity id → its mentions, in order."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.entity, []).append(mention)
        return found

    def of_paragraph(self) -> dict[tuple[str, int], list[Mention]]:
        """(source, paragraph) → its mentions, in order."""
        found: dict[tuple[str, int], list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault((mention.source, mention.paragraph), []).append(mention)
        return found
