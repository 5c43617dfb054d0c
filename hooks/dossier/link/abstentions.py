"""Names that stand in an article and were left alone: what an editor may want to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from dossier.link.article import Refusal
from dossier.link.passage import Passage
from dossier.link.rules import ALWAYS, name_of
from dossier.model import Abstention, Mention, Source

AMBIGUOUS = "ambiguous-name"
"""Two entities may be meant, and nothing decides between them."""

COVERED = "covered"
"""A longer name, or an editor's decision, covers or crosses it."""

_WRITTEN = frozenset(map(name_of, ALWAYS))
"""Rules that only look how a word is written: what they refuse is another word, and no open question."""

Covered = Mapping[int, set[int]]
"""Paragraph → offsets of characters on which nothing is open."""


def covered(source: Source, linked: Iterable[Mention]) -> Covered:
    """Every character that a link or an editor's decision covers."""
    found: dict[int, set[int]] = defaultdict(set)
    for mention in linked:
        if mention.shown:
            found[mention.paragraph].update(range(mention.start, mention.end))
    for override in source.overrides:
        found[override.quote.paragraph].update(range(override.quote.start, override.quote.end))
    return found


def abstentions(source: Source, linked: Iterable[Mention], refusals: Iterable[Refusal]) -> list[Abstention]:
    """One abstention a span that no mention and no editor has decided, with all entities it may name."""
    decided = covered(source, linked)
    open_ = [
        one
        for one in refusals
        if one.rule not in _WRITTEN
        and decided[one.where.number].isdisjoint(range(one.found.start, one.found.end))
    ]
    return [_merged(source, list(same)) for _, same in groupby(sorted(open_, key=_place), key=_place)]


def _place(one: Refusal) -> tuple[int, int, int]:
    return one.where.number, one.found.start, one.found.end


def _merged(source: Source, same: list[Refusal]) -> Abstention:
    one, entities = same[0].found, sorted({refusal.found.name.entity for refusal in same})
    return abstention(source, same[0].where, one.start, one.end, entities, same[-1].rule)


def abstention(
    source: Source, where: Passage, start: int, end: int, entities: Iterable[str], rule: str
) -> Abstention:
    """A span of a passage that may name one of some entities."""
    return Abstention(source.key, where.number, start, end, where.text[start:end], tuple(entities), rule)
