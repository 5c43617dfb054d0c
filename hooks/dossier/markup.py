"""The small Markdown subset of our own texts, parsed by markdown-it-py into a tree without markup.

Emphasis, strong, links, paragraphs; and three additions: ``[@key p4]`` cites a paragraph, ``[[id]]`` or
``[[id|words]]`` links an entity, ``[background]`` marks knowledge from outside the sources.
HTML has no meaning: it stays text. Imports only the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dossier.model import Locator

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised words."""

    children: tuple[Inline, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to another site; its address has not been checked."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class EntityLink:
    """A link to an entity; without words, its name is shown."""

    entity: str
    words: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Paragraphs of one source that support what stands before."""

    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """Says that a sentence rests on general knowledge."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that begins like one of the additions but is not one."""

    text: str


Inline = Plain | Emphasis | WebLink | EntityLink | Citation | Background | Malformed
Block = tuple[Inline, ...]
"""A paragraph."""

_SPECIAL = re.compile(r"\[\[[^\[\]\n]*\]\]|\[@[^\[\]\n]*\]|\[background\]|\[[\[@][^\[\]\n]*")
"""The additions; last, what begins like one and does not end like one."""
_ENTITY = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^|]+))?\]\]")
_CITATION = re.compile(r"\[@([a-z0-9-]+)((?:,? p[1-9][0-9]{0,5})*)\]", re.ASCII)


_WHOLE = r"\[\[[^\[\]\r\n]*\]\]|\[@[^\[\]\r\n]*\]|\[background\]"
_WORDS = r"[^*_\\\[\]\r\n\0]*"
_SIMPLE = re.compile(rf"{_WORDS}(?:(?:{_WHOLE}){_WORDS})*")
"""A paragraph of nothing but words and whole additions, as most are."""
_CUT = re.compile(rf"({_WHOLE})")


@lru_cache(maxsize=1 << 13)
def parse(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text. Many pages show the same one."""
    words = text.strip()
    if words and _SIMPLE.fullmatch(text):
        return (tuple(_simple(words)),)
    return parse_markdown(text)


def parse_markdown(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text that may hold anything."""
    parsed = _parser().parse(text)
    blocks = (tuple(_inlines(iter(token.children or ()))) for token in parsed if token.type == "inline")
    return tuple(block for block in blocks if block)


def _simple(words: str) -> Iterator[Inline]:
    for at, part in enumerate(_CUT.split(words)):
        if part:
            yield _addition(part) if at % 2 else Plain(part)


def walk(blocks: Sequence[Block]) -> Iterator[Inline]:
    """Every inline of the text, parents before children."""
    for block in blocks:
        for inline in block:
            yield inline
            if isinstance(inline, Emphasis | WebLink):
                yield from walk((inline.children,))


def plain_text(blocks: Sequence[Block], names: Mapping[str, str]) -> str:
    """What a reader hears: no citations, entity links by their words or their name in ``names``."""
    return "\n\n".join(re.sub(r"\s+([.,;:!?])", r"\1", _plain(block, names)).strip() for block in blocks)


def _plain(inlines: Sequence[Inline], names: Mapping[str, str]) -> str:
    parts = []
    for inline in inlines:
        match inline:
            case Plain(text) | Malformed(text):
                parts.append(text)
            case Emphasis(children) | WebLink(_, children):
                parts.append(_plain(children, names))
            case EntityLink(entity, words):
                parts.append(words or names.get(entity, entity))
    return "".join(parts)


def _special(state: StateInline, silent: bool) -> bool:
    """markdown-it inline rule for the three additions."""
    match = _SPECIAL.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("dossier", "", 0)
        token.content = match[0]
    state.pos = match.end()
    return True


def _any_address(url: str) -> bool:
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Imported here, since few texts need it and it takes longer to load than they all to read.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape", "newline"])
    parser.inline.ruler.before("link", "dossier", _special)
    # Every address reaches the check, which names the file and line of one that is not allowed.
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser


MAX_DEPTH = 10
"""Marks within more marks than this are dropped and their words kept: a page must be able to nest them."""


def _inlines(tokens: Iterator[Token], depth: int = 0) -> Iterator[Inline]:
    dropped = 0
    for token in tokens:
        if token.nesting == -1 and not dropped:
            return
        if token.nesting and depth == MAX_DEPTH:
            dropped += token.nesting
        elif token.type in ("em_open", "strong_open"):
            yield Emphasis(tuple(_inlines(tokens, depth + 1)), strong=token.type == "strong_open")
        elif token.type == "link_open":
            yield WebLink(str(token.attrs.get("href", "")), tuple(_inlines(tokens, depth + 1)))
        elif token.type == "dossier":
            yield _addition(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            yield Plain("\n")
        elif token.content:
            yield Plain(token.content)


def _addition(text: str) -> Inline:
    if text == "[background]":
        return Background()
    entity = _ENTITY.fullmatch(text)
    if entity:
        return EntityLink(entity[1], (entity[2] or "").strip())
    citation = _CITATION.fullmatch(text)
    if citation:
        numbers = [int(number) for number in re.findall(r"p(\d+)", citation[2])]
        return Citation(tuple(Locator(citation[1], n) for n in numbers or [0]))
    return Malformed(text)
