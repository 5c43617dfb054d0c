"""Which of overlapping names is the link: the outermost, if only one entity bears it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

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
    return [one for one in kept if not _shares_doubt(one, open_)], open_


def _span(one: Candidate) -> tuple[int, int]:
    return one.start, one.end


def _best(rivals: list[Candidate], scene: Scene) -> list[Candidate]:
    """Own language before foreign, given names before inferred ones, who is named, and the spelling."""
    for better in (
        lambda one: one.name.own,
        lambda one: not one.name.inferred,
        lambda one: one.name.entity in scene.named,
        lambda one: one.last - one.first == len(one.name.slots),
    ):
        preferred = [one for one in rivals if better(one)]
        rivals = preferred or rivals
    return rivals


def _shares_doubt(one: Candidate, doubts: list[Ambiguity]) -> bool:
    """A part of a name that two entities share is as doubtful for these two as the whole."""
    return any(
        rival.covers(one) and rival.name.entity == one.name.entity for doubt in doubts for rival in doubt
    )


def outermost(found: list[Candidate]) -> list[tuple[Candidate, bool]]:
    """Each name with whether it is shown; names inside a longer one of another entity are not.

    The longest wins; what crosses it is dropped. A surname inside another person's full name is his alone.
    """
    shown: list[Candidate] = []
    kept: list[tuple[Candidate, bool]] = []
    for one in sorted(found, key=lambda one: (-one.size, not one.name.own, one.start)):
        over = next((other for other in shown if one.start < other.end and other.start < one.end), None)
        if over is None:
            shown.append(one)
            kept.append((one, True))
        elif over.covers(one) and one.name.entity != over.name.entity and not (one.bare and over.name.person):
            kept.append((one, False))
    return kept
