"""Which of overlapping names is the link: the outermost, if only one entity bears it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, chain, groupby

from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

Ambiguity = tuple[Candidate, ...]
"""Candidates for one span between which nothing decides."""


def settled(found: Iterable[Candidate], scene: Scene) -> tuple[list[Candidate], list[Ambiguity]]:
    """At most one candidate a span, and the spans that had to be given up."""
    kept: list[Candidate] = []
    open_: list[Ambiguity] = []
    for _, group in groupby(sorted(found, key=_span), key=_span):
        best = _best(list(group), scene)
        if len({one.name.entity for one in best}) == 1:
            kept.append(best[0])
        else:
            open_.append(tuple(best))
    return (_without_doubt(kept, open_) if open_ else kept), open_


def _span(one: Candidate) -> tuple[int, int]:
    return one.start, one.end


def _best(rivals: list[Candidate], scene: Scene) -> list[Candidate]:
    """Own language before foreign, given names before inferred ones, who is named, and the spelling."""
    if len(rivals) == 1:
        return rivals
    ranks = [
        (
            one.name.own,
            not one.name.inferred,
            one.name.entity in scene.named,
            one.last - one.first == len(one.name.slots),
        )
        for one in rivals
    ]
    best = max(ranks)
    return [one for one, rank in zip(rivals, ranks, strict=True) if rank == best]


def _without_doubt(kept: list[Candidate], doubts: list[Ambiguity]) -> list[Candidate]:
    """A part of a name that two entities share is as doubtful for these two as the whole."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for rival in sorted(chain.from_iterable(doubts), key=_span):
        spans[rival.name.entity].append(_span(rival))
    # Beside each start the farthest end up to there, so that one look says whether any span covers a name.
    reach = {
        entity: ([start for start, _ in those], list(accumulate((end for _, end in those), max)))
        for entity, those in spans.items()
    }
    return [one for one in kept if not _is_covered(one, *reach.get(one.name.entity, ([], [])))]


def _is_covered(one: Candidate, starts: list[int], ends: list[int]) -> bool:
    at = bisect_right(starts, one.start)
    return at > 0 and ends[at - 1] >= one.end


def outermost(found: list[Candidate]) -> list[tuple[Candidate, bool]]:
    """Each name with whether it is shown; names inside a longer one of another entity are not.

    The longest wins; what crosses it is dropped. A surname inside another person's full name is his alone.
    """
    if len(found) == 1:
        return [(found[0], True)]
    shown: list[Candidate] = []  # by place, and apart from one another
    starts: list[int] = []
    kept: list[tuple[Candidate, bool]] = []
    for one in sorted(found, key=_rank):
        at = bisect_left(starts, one.end)
        # What is shown is at least as long as this one, so that no more than two can touch it.
        touching = [other for other in shown[max(at - 2, 0) : at] if one.start < other.end]
        over = min(touching, key=_rank, default=None)
        if over is None:
            shown.insert(at, one)
            starts.insert(at, one.start)
            kept.append((one, True))
        elif over.covers(one) and one.name.entity != over.name.entity and not (one.bare and over.name.person):
            kept.append((one, False))
    return kept


def _rank(one: Candidate) -> tuple[int, bool, int]:
    return -one.size, not one.name.own, one.start
