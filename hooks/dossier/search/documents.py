"""What the search box can find: pages with their names, sections and texts, in a reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dossier.dates import first_day
from dossier.model import Entity, Source
from dossier.pages.entities import EntityBody
from dossier.pages.facts import FactRow
from dossier.pages.page import Page
from dossier.pages.sources import ParagraphRow, SourceBody
from dossier.pages.texts import External, Foreign, Inline, Link, Rich, Styled, Words

TRANSLATION = "-translation"
"""What the anchor of a paragraph's translation ends with."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with a place of its own; ``language`` where it is not the page's."""

    anchor: str
    heading: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as the index knows it."""

    location: str
    """Its address, counted from the language's home."""
    title: str
    kind: str
    """Under which kind it is listed and can be filtered."""
    names: tuple[str, ...] = ()
    """What an entity is called, in every language …"""
    aliases: tuple[str, ...] = ()
    """… and what else."""
    sections: tuple[Section, ...] = ()
    language: str = ""
    """Of an article: the one it is written in."""
    translated: bool = False
    """Of an article: whether it can be read in the index's language, too."""
    year: int = 0
    """Of an article: the one it is dated; 0 where nobody knows."""
    mentions: Mapping[str, int] = field(default_factory=dict)
    """Of an entity: address of each article that mentions it → how often."""


def sections(page: Page) -> Iterable[Section]:
    """The sections of a page that the dossier made."""
    match page.body:
        case EntityBody() as body:
            text = " ".join([rich(body.summary), *_facts(body.facts)])
            yield Section("summary", "", text, _language(body.summary))
            for card in body.claims.cards():
                yield Section(f"claim-{card.id}", "", rich(card.text), _language(card.text))
        case SourceBody() as body:
            for row in body.paragraphs:
                yield Section(f"p{row.number}", f"¶{row.number}", _original(row), body.language)
                if row.translation and row.translation.text:
                    yield Section(f"p{row.number}{TRANSLATION}", f"¶{row.number}", row.translation.text)
                for note in row.notes:
                    read_so = f"{note.quotation} → {note.reading} " if note.reading else ""
                    text = f"{read_so}{rich(note.text)}"
                    yield Section(f"note-{note.id}", f"¶{row.number}", text, _language(note.text))


def rich(text: Rich) -> str:
    """One of our texts without marks."""
    return " ".join("".join(map(_inline, block)) for block in text)


def _inline(node: Inline) -> str:
    match node:
        case Words() | Link():
            return node.text
        case Styled() | External():
            return "".join(map(_inline, node.children))
        case Foreign(_, children):
            return "".join(map(_inline, children))
    return ""


def _language(text: Rich) -> str:
    """The language of a text that the page's does not have."""
    return next((node.language for block in text for node in block if isinstance(node, Foreign)), "")


def _facts(rows: Iterable[FactRow]) -> Iterable[str]:
    for row in rows:
        yield from (f"{row.label}: {value.text}." for value in row.values if not value.unknown)


def _original(row: ParagraphRow) -> str:
    return "".join(segment.text for piece in row.pieces for segment in piece.segments)


def of_entity(page: Page, location: str, entity: Entity, mentions: Iterable[str]) -> Document:
    """An entity's page; ``mentions`` is the address of an article for each time it mentions the entity."""
    return Document(
        location=location,
        title=page.title,
        kind=page.section,
        names=tuple(entity.names.values()),
        aliases=tuple(alias for aliases in entity.aliases.values() for alias in aliases),
        sections=tuple(sections(page)),
        mentions=Counter(mentions),
    )


def of_source(page: Page, location: str, source: Source) -> Document:
    """An article's page."""
    found = tuple(sections(page))
    return Document(
        location=location,
        title=page.title,
        kind=page.section,
        sections=found,
        language=source.language,
        translated=any(one.anchor.endswith(TRANSLATION) for one in found),
        year=first_day(source.date)[0],
    )
