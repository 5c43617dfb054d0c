"""Words and what they lead to: links, citations, emphasis, marks; and texts made of them."""

from __future__ import annotations

from dataclasses import dataclass


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
class Passage:
    """A sentence or a fact of some page."""

    text: str
    language: str = ""
    """Where it is not the page's."""
