"""The index of one language: which pages hold a word, and which names it belongs to.

Pages stand in a fixed order, so that their numbers, kinds, languages and years need few bytes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.search.documents import Document
from dossier.search.folding import key, words

IN_TITLE = 8
"""A word of a title counts as often as this."""
HEAVIEST = 9


@dataclass(frozen=True, slots=True)
class Term:
    """All that is known of a key: numbers ascend."""

    names: tuple[tuple[int, int, int, bool], ...]
    """Page of the entity, number of the name, how many words it has, and whether it is an alias."""
    pages: tuple[tuple[int, int], ...]
    """Page and weight, from 1 to ``HEAVIEST``."""


@dataclass(frozen=True, slots=True)
class Index:
    """Documents in their order, and the terms by key, in the order of the alphabet."""

    documents: tuple[Document, ...]
    terms: Mapping[str, Term]


def make_index(documents: Iterable[Document], kinds: Sequence[str]) -> Index:
    """Kinds in the order given, the newest articles first."""
    rank = {kind: number for number, kind in enumerate(kinds)}
    ordered = sorted(
        documents, key=lambda one: (rank[one.kind], -one.year, one.language, one.title, one.location)
    )
    pages: dict[str, list[tuple[int, int]]] = {}
    names: dict[str, list[tuple[int, int, int, bool]]] = {}
    for number, document in enumerate(ordered):
        for found, weight in _weights(document).items():
            pages.setdefault(found, []).append((number, weight))
        for place, (keys, alias) in enumerate(_names(document).items()):
            for found in dict.fromkeys(keys):
                names.setdefault(found, []).append((number, place, len(keys), alias))
    terms = {
        found: Term(tuple(names.get(found, ())), tuple(pages.get(found, ())))
        for found in sorted(pages.keys() | names.keys())
    }
    return Index(tuple(ordered), terms)


def _weights(document: Document) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for section in document.sections:
        counted.update(map(key, words(section.text)))
    for word in words(f"{document.title} {document.description}" if document.names else document.title):
        counted[key(word)] += IN_TITLE
    counted.pop("", None)
    return {found: weigh(count) for found, count in counted.items()}


def weigh(count: int) -> int:
    """How much so many occurrences weigh: twice as many weigh two more."""
    return min(HEAVIEST, 1 + int(2 * math.log2(count)))


def _names(document: Document) -> dict[tuple[str, ...], bool]:
    """The keys of each name, every different row of keys once, and whether only an alias has it."""
    rows: dict[tuple[str, ...], bool] = {}
    for name in document.names:
        rows.setdefault(_keys(name), False)
    for alias in document.aliases:
        rows.setdefault(_keys(alias), True)
    rows.pop((), None)
    return rows


def _keys(name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(key, words(name))))
