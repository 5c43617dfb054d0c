"""The index of one language: which pages hold a word, and which names it belongs to.

Pages stand in a fixed order, so that their numbers, kinds, languages and years need few bytes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.search.documents import Document
from dossier.search.folding import key, words

IN_TITLE = 8
"""A word of a title counts as often as this."""
HEAVIEST = 9

Lemmas = Callable[[str, str], Iterable[str]]
"""A word in lower case and its language → its base forms."""


def no_lemmas(_word: str, _language: str) -> Iterable[str]:
    """For languages without a dictionary: endings alone must do."""
    return ()


@dataclass(frozen=True, slots=True)
class Term:
    """All that is known of a key: numbers ascend."""

    names: tuple[tuple[int, int, int, bool], ...]
    """Page of the entity, number of the name, how many words it has, and whether it is an alias."""
    pages: tuple[tuple[int, int], ...]
    """Page and weight, from 1 to ``HEAVIEST``. Pages count under the keys of lemmas too."""
    lemmas: tuple[str, ...] = ()
    """Other keys that its words have in their base form: of «дня» that of «день»."""


@dataclass(frozen=True, slots=True)
class Index:
    """Documents in their order, and the terms by key, in the order of the alphabet."""

    documents: tuple[Document, ...]
    terms: Mapping[str, Term]
    language: str = ""
    """Of the readers."""


def make_index(
    documents: Iterable[Document], kinds: Sequence[str], language: str = "", lemmas: Lemmas = no_lemmas
) -> Index:
    """Kinds in the order given, the newest articles first, and those on one subject side by side.

    ``language`` is the readers', and that of all texts that name no other.
    """
    given = list(documents)
    rank = {kind: number for number, kind in enumerate(kinds)}
    about = _subjects(given)
    ordered = sorted(
        given,
        key=lambda one: (
            rank[one.kind],
            -one.year,
            one.language,
            one.translated,
            about.get(one.location, ""),
            one.title,
            one.location,
        ),
    )
    pages: dict[str, list[tuple[int, int]]] = {}
    names: dict[str, list[tuple[int, int, int, bool]]] = {}
    bases: dict[str, set[str]] = {}
    known = _Keys(lemmas)
    for number, document in enumerate(ordered):
        for found, weight in _weights(document, language, known, bases).items():
            pages.setdefault(found, []).append((number, weight))
        for place, (keys, alias) in enumerate(_names(document).items()):
            for found in dict.fromkeys(keys):
                names.setdefault(found, []).append((number, place, len(keys), alias))
    terms = {
        found: Term(
            tuple(names.get(found, ())), tuple(pages.get(found, ())), tuple(sorted(bases.get(found, ())))
        )
        for found in sorted(pages.keys() | names.keys())
    }
    return Index(tuple(ordered), terms, language)


def _subjects(documents: Sequence[Document]) -> dict[str, str]:
    """Address of each article → that of the entity it tells more of than others do, by tf–idf.

    What one question finds then stands in few blocks of texts, which also get shorter
    (document reordering: Blandford and Blelloch, “Index Compression through Document Reordering”, 2002).
    """
    most: dict[str, tuple[float, str]] = {}
    for entity in documents:
        rarity = math.log(1 + len(documents) / len(entity.mentions)) if entity.mentions else 0.0
        for article, count in entity.mentions.items():
            most[article] = max(most.get(article, (0.0, "")), (count * rarity, entity.location))
    return {article: subject for article, (_, subject) in most.items()}


class _Keys(dict[tuple[str, str], tuple[str, frozenset[str]]]):
    """A word and its language → its key, and the other keys of its lemmas; worked out once."""

    def __init__(self, lemmas: Lemmas) -> None:
        super().__init__()
        self._lemmas = lemmas

    def __missing__(self, named: tuple[str, str]) -> tuple[str, frozenset[str]]:
        word, language = named
        found = key(word)
        bases = frozenset(key(lemma) for lemma in self._lemmas(word.lower(), language)) - {found, ""}
        self[named] = found, bases
        return found, bases


def _weights(document: Document, language: str, keys: _Keys, bases: dict[str, set[str]]) -> dict[str, int]:
    """Key → weight; ``bases`` gets the keys of lemmas that differ."""
    counted: Counter[str] = Counter()
    texts = [(section.text, section.language or language, 1) for section in document.sections]
    for text, spoken, times in [*texts, (document.title, language, IN_TITLE)]:
        for word, occurrences in Counter(words(text)).items():
            found, others = keys[word, spoken]
            counted[found] += times * occurrences
            for base in others:
                counted[base] += times * occurrences
            if others:
                bases.setdefault(found, set()).update(others)
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
