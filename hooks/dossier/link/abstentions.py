"""Names that stand in an article and were left alone: what an editor may want to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from dossier.link.article import Refusal
from dossier.link.overrides import overlaps
from dossier.link.rules import ALWAYS
from dossier.model import Abstention, Mention, Source

AMBIGUOUS = "ambiguous-name"
"""Two entities may be meant, and nothing decides between them."""

COVERED = "covered"
"""A longer name, or an editor's decision, covers or crosses it."""

_WRITTEN = frozenset(rule.__name__ for rule in ALWAYS)
"""Rules that only look how a word is written: what they refuse is another word, and no open question."""


def abstentions(source: Source, linked: Iterable[Mention], refusals: Iterable[Refusal]) -> list[Abstention]:
    """One abstention a span that no mention and no editor has decided, with all entities it may name."""
    taken: dict[int, set[int]] = defaultdict(set)
    for mention in linked:
        if mention.shown:
            taken[mention.paragraph].update(range(mention.start, mention.end))
    open_ = [
        one
        for one in refusals
        if one.rule not in _WRITTEN
        and taken[one.where.number].isdisjoint(range(one.found.start, one.found.end))
        and not _is_decided(source, one)
    ]
    return [_merged(source, list(same)) for _, same in groupby(sorted(open_, key=_place), key=_place)]


def _is_decided(source: Source, one: Refusal) -> bool:
    return any(
        override.quote.paragraph == one.where.number and overlaps(override, one.found)
        for override in source.overrides
    )


def _place(one: Refusal) -> tuple[int, int, int]:
    return one.where.number, one.found.start, one.found.end


def _merged(source: Source, same: list[Refusal]) -> Abstention:
    where, found = same[0].where, same[0].found
    return Abstention(
        source=source.key,
        paragraph=where.number,
        start=found.start,
        end=found.end,
        surface=where.text[found.start : found.end],
        entities=tuple(sorted({one.found.name.entity for one in same})),
        rule=same[-1].rule.replace("_", "-"),
    )
