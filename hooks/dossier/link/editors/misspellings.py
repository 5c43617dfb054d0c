"""Words that are nearly a registered name: suggestions for an editor, never links.

Near words are found by deletion neighbourhoods (Garbe, “SymSpell”, 2012): two words that differ by one
letter more, less, other or swapped become equal when at most one letter is taken from each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.link.abstentions import abstention, covered
from dossier.link.index import Index
from dossier.link.names import Name
from dossier.link.normalise import Shape
from dossier.link.passage import Passage
from dossier.link.registered import Capital
from dossier.link.rules import ALWAYS, Scene
from dossier.link.scan import Candidate, Sight, candidates
from dossier.link.spelling import one_apart
from dossier.model import Abstention, Mention, Source

_SHORTEST = 5
"""Letters below which every word is near some name."""
_WINDOW = 8
"""Words before a misspelt one at which the name that holds it may begin."""

MISSPELT = "misspelt"
"""One letter keeps the words from being a registered name."""

Span = tuple[int, int]
"""Start and end, code points of the paragraph."""
Nearby = Mapping[str, frozenset[str]]
"""Word, or word with one letter taken out → the registered forms that it may be."""


def nearby(index: Index) -> Nearby:
    """The neighbourhoods of all capitalised words of registered names in all their forms."""
    found: dict[str, set[str]] = {}
    for form in {form for name in index.every() for form in _capitalised(name)}:
        for near in _neighbourhood(form):
            found.setdefault(near, set()).add(form)
    return {near: frozenset(forms) for near, forms in found.items()}


def _capitalised(name: Name) -> Iterator[str]:
    for slot, need in zip(name.slots, name.capitals, strict=True):
        if need == Capital.FIRST or need == Capital.LATER:
            yield from (form for form in slot if len(form) >= _SHORTEST)


def _neighbourhood(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def misspelt(
    source: Source, article: Iterable[Sight], linked: Iterable[Mention], scene: Scene, near: Nearby
) -> list[Abstention]:
    """The spans of an article that one changed letter would make a registered name."""
    found: list[Abstention] = []
    decided = covered(source, linked)
    for where, _ in article:
        read = {
            (one.start, one.end, one.name.entity)
            for at, word in enumerate(where.tokens)
            if _is_unknown(where, at, decided[where.number], scene)
            for one in _read_as(where, at, _near(word.key, near), scene)
        }
        found += (_suggestion(source, where, span, read) for span in _outermost(read))
    return found


def _is_unknown(where: Passage, at: int, decided: set[int], scene: Scene) -> bool:
    word = where.tokens[at]
    if word.shape < Shape.TITLE or len(word.key) < _SHORTEST or scene.is_common(word.key):
        return False
    return decided.isdisjoint(range(where.start(at), where.end(at)))


def _near(word: str, near: Nearby) -> list[str]:
    forms = {form for key in _neighbourhood(word) for form in near.get(key, ())}
    return sorted(form for form in forms if one_apart(word, form))


def _read_as(where: Passage, at: int, forms: list[str], scene: Scene) -> Iterator[Candidate]:
    """The names that hold the word when it is read as one of the forms."""
    begin = max(at - _WINDOW, 0)
    around, bounds = where.tokens[begin : at + _WINDOW], where.bounds[2 * begin : 2 * (at + _WINDOW)]
    for form in forms:
        words, names = list(around), scene.index.names(form)
        # A given name alone is too little to guess a person from.
        full = tuple(name for name in names if not name.given)
        words[at - begin] = words[at - begin]._replace(key=form, names=full)
        read = replace(where, tokens=tuple(words), bounds=bounds)
        for one in candidates(read):
            if one.first <= at - begin < one.last and all(rule(one, read, scene) for rule in ALWAYS):
                yield one


def _outermost(read: Iterable[tuple[int, int, str]]) -> list[Span]:
    """The spans that lie in no longer one, in order."""
    spans = {(start, end) for start, end, _ in read}
    return sorted(
        (start, end)
        for start, end in spans
        if not any(left <= start and end <= right and (left, right) != (start, end) for left, right in spans)
    )


def _suggestion(source: Source, where: Passage, span: Span, read: set[tuple[int, int, str]]) -> Abstention:
    entities = sorted(entity for *place, entity in read if tuple(place) == span)
    return abstention(source, where, *span, entities, MISSPELT)
