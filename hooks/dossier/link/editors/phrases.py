"""Where an article has capitalised words that look like names and belong to no registered one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from dossier.link.abstentions import Covered, covered
from dossier.link.editors.bases import possible_cases
from dossier.link.editors.grouping import Phrase
from dossier.link.linker import linked_article
from dossier.link.normalise import Shape
from dossier.link.passage import Passage
from dossier.link.rules.scene import Scene
from dossier.link.scan import Sight
from dossier.model import Source

_QUOTED = re.compile("[«“„]([^«»“”„.!?…\n]{2,80})[»”“]")
_MOST_WORDS_QUOTED = 6
_MOST_WORDS = 12
"""Words up to which a run of capitals may be a name, and beyond which it is a heading or a list."""
_ACRONYM = 5
"""Letters up to which a word in capitals is a name of its own; longer ones may be a surname."""


def taken(source: Source, article: tuple[Sight, ...], scene: Scene) -> Covered:
    """What is no unknown name, since a mention, a decision or a credit covers it."""
    found = covered(source, linked_article(source, article, scene).mentions)
    for credit in source.credits:
        found[credit.quote.paragraph].update(range(credit.quote.start, credit.quote.end))
    return found


def _is_free(at: int, where: Passage, decided: Covered) -> bool:
    return decided[where.number].isdisjoint(range(where.start(at), where.end(at)))


def quoted(where: Passage, decided: Covered) -> Iterator[Phrase]:
    """Short quotations that begin with a capital: titles, firms, ships."""
    starts = [where.start(at) for at in range(len(where.tokens))]
    for found in _QUOTED.finditer(where.text):
        inside = range(bisect_left(starts, found.start(1)), bisect_left(starts, found.end(1)))
        if not 0 < len(inside) <= _MOST_WORDS_QUOTED or where.tokens[inside[0]].shape < Shape.TITLE:
            continue
        if all(_is_free(at, where, decided) for at in inside):
            decided[where.number].update(range(found.start(1), found.end(1)))
            yield Phrase(where, inside[0], inside[-1] + 1, quoted=True)


def capitalised(
    where: Passage, decided: Covered, scene: Scene, confirmed: frozenset[str]
) -> Iterator[Phrase]:
    """Runs of capitalised words, without ordinary words at their beginning."""
    at = 0
    while at < len(where.tokens):
        end = at
        while end < len(where.tokens) and _goes_on(where, at, end, decided):
            end += 1
        begin = at
        while begin < end and _is_ordinary(where, begin, scene):
            begin += 1
        for first, last in _in_one_case(where, begin, end, scene.language):
            alone = last - first == 1 and where.opens(first) and where.tokens[first].key not in confirmed
            if not alone and len(where.tokens[last - 1].key) > 1 and last - first <= _MOST_WORDS:
                yield Phrase(where, first, last, quoted=False)
        at = max(end, at + 1)


def _in_one_case(where: Passage, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    """A run of words, parted where two neighbours share no case and so are two names."""
    cases = [possible_cases(word.key, language) for word in where.tokens[first:last]]
    parts = [at for at in range(1, len(cases)) if not cases[at - 1] & cases[at]]
    if cases:
        yield from pairwise((first, *(first + at for at in parts), last))


def _goes_on(where: Passage, first: int, at: int, decided: Covered) -> bool:
    word = where.tokens[at]
    if word.shape == Shape.DASH:
        return first < at < len(where.tokens) - 1 and not where.gap(at) and not where.gap(at + 1)
    before = where.tokens[at - 1]
    joined = at == first or where.beside(at) or before.shape == Shape.DASH
    acronym = (
        at > first
        and Shape.UPPER in (word.shape, before.shape)
        and min(len(word.key), len(before.key)) <= _ACRONYM
    )
    return joined and not acronym and word.shape >= Shape.TITLE and _is_free(at, where, decided)


def _is_ordinary(where: Passage, at: int, scene: Scene) -> bool:
    word = where.tokens[at]
    return word.shape == Shape.DASH or len(word.key) == 1 or scene.is_common(word.key)
