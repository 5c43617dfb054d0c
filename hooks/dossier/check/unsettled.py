"""What a changed article unsettles: quotations that no longer stand, and citations that carry none.

Looks at every record for whatever names a paragraph of the article, so that a new part of a record is
found without being told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from dossier import paragraphs
from dossier.check.quotes import lock
from dossier.i18n.fingerprint import fingerprint
from dossier.model import Paragraph
from dossier.problems import Location, Problem, Problems
from dossier.raw import Listing, Mapping, Node, RawDossier, RawRecord, Scalar, listed

_NUMBER = re.compile("[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What no longer stands, and what an editor should read again."""

    broken: tuple[tuple[str, Problem], ...] = ()
    """What rests on a quotation that is not there any more, such as ``claim letter-of-thanks``, and why."""
    unquoted: tuple[tuple[str, Location], ...] = ()
    """Paragraphs that are cited without a quotation: nothing tells whether they still say the same."""
    numbered: tuple[tuple[str, Location], ...] = ()
    """Quotations that stand several times and still do: the number may have come to mean another of them."""
    stale: tuple[tuple[str, Location], ...] = ()
    """Paragraphs that are translated from another text."""


def unsettled(raw: RawDossier, key: str, text: str) -> Unsettled:
    """All that refers to the paragraphs of the source ``key``, held against its text."""
    walk = _Walk(key, paragraphs.split(text))
    for record in [*raw.sources, *(one for records in raw.folders.values() for one in records)]:
        walk.record(record)
    stale = tuple(_stale(raw, key, walk.split))
    unquoted = tuple(dict.fromkeys(walk.unquoted))
    return Unsettled(tuple(walk.broken), unquoted, tuple(walk.numbered), stale)


def _stale(raw: RawDossier, key: str, split: tuple[Paragraph, ...]) -> Iterator[tuple[str, Location]]:
    made_from = {str(one.number): fingerprint(one.text) for one in split}
    for found in raw.translations.values():
        for record in (one for one in found.articles if one.id == key):
            for item in listed(record.node, "paragraphs"):
                texts = {name: node.text for name, node in item.items.items() if isinstance(node, Scalar)}
                number, of = texts.get("p", ""), texts.get("of")
                if of and of != made_from.get(number):
                    yield f"p{number}", item.where


@dataclass
class _Walk:
    """Goes through records and collects."""

    key: str
    split: tuple[Paragraph, ...]
    broken: list[tuple[str, Problem]] = field(default_factory=list)
    unquoted: list[tuple[str, Location]] = field(default_factory=list)
    numbered: list[tuple[str, Location]] = field(default_factory=list)

    def record(self, record: RawRecord) -> None:
        if record.node is not None:
            self._node(record.node, record.id, "")

    def _node(self, node: Node, own: str, label: str) -> None:
        match node:
            case Scalar():
                self.unquoted += ((place, node.where) for place in _cited(node.text, self.key))
            case Listing():
                for item in node.items:
                    self._node(item, own, label)
            case Mapping():
                self._mapping(node, own, label)

    def _mapping(self, node: Mapping, own: str, label: str) -> None:
        named = node.items.get("id")
        if isinstance(named, Scalar):
            label = f"{label} {named.text}"
        span = _span(node, own)
        if span is not None and span[0] == self.key:
            _, words, where = span
            found = Problems()
            lock(self.key, self.split, words, where, found)
            self.broken += ((label, problem) for problem in found.found)
            if "nth" in words and not found.found:
                self.numbered.append((f"p{words['p']}", where))
        for name, value in node.items.items():
            self._node(value, own, label or _singular(name))


def _singular(part: str) -> str:
    """``claims`` → ``claim``: what an item of a part is called."""
    return part.removesuffix("s")


def _span(node: Mapping, own: str) -> tuple[str, dict[str, object], Location] | None:
    """Source, span and place of a quotation, if the node is one."""
    texts = {name: value for name, value in node.items.items() if isinstance(value, Scalar)}
    if (
        not {"p", "quote"} <= texts.keys()
        or not _NUMBER.fullmatch(texts["p"].text)
        or not texts["quote"].text
    ):
        return None
    source = texts["source"].text if "source" in texts else own
    span: dict[str, object] = {"p": int(texts["p"].text), "quote": texts["quote"].text}
    if "nth" in texts and _NUMBER.fullmatch(texts["nth"].text):
        span["nth"] = int(texts["nth"].text)
    return source, span, texts["quote"].where


def _cited(text: str, key: str) -> Iterator[str]:
    """Paragraphs of the source that a text cites: ``key p4``, ``[@key p1, p3]``."""
    if key in text:
        for match in re.finditer(rf"(?:^|@){re.escape(key)} (p\d+(?:, p\d+)*)", text):
            yield match[1]


def by_file(found: Iterable[tuple[str, Location]]) -> Iterator[str]:
    """Citations without a quotation: each file with the lines and paragraphs."""
    places = sorted(((where.file, where.line, cited) for cited, where in found))
    for file, group in groupby(places, key=lambda one: one[0]):
        cited = dict.fromkeys(f"{line} ({paragraphs})" for _, line, paragraphs in group)
        yield f"{file}: lines {', '.join(cited)}"
