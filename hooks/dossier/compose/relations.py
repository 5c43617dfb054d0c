"""Claims that contradict or supersede one another, each seen from both sides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Claim

CONTRADICTS, SUPERSEDES, SUPERSEDED = "contradicts", "supersedes", "superseded"


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim stands to another."""

    kind: str
    """``contradicts``, ``supersedes``, or ``superseded`` where the other takes this one's place."""
    other: Claim


Relations = Mapping[str, tuple[Relation, ...]]
"""Claim id → how it stands to others, each of them once; claims that stand alone are absent."""


def relations(claims: Iterable[Claim]) -> Relations:
    """What the records say of one claim, said of both."""
    by_id = {claim.id: claim for claim in claims}
    found: dict[str, dict[str, Relation]] = {}

    def relate(one: Claim, kind: str, other: Claim) -> None:
        found.setdefault(one.id, {}).setdefault(other.id, Relation(kind, other))

    for claim in by_id.values():
        for id_ in claim.contradicts:
            relate(claim, CONTRADICTS, by_id[id_])
            relate(by_id[id_], CONTRADICTS, claim)
        for id_ in claim.supersedes:
            relate(claim, SUPERSEDES, by_id[id_])
            relate(by_id[id_], SUPERSEDED, claim)
    return {id_: tuple(others.values()) for id_, others in found.items()}


def facing(claims: Sequence[Claim], related: Relations) -> Iterator[tuple[Claim, ...]]:
    """The claims of a page, each once; one that stands against others comes together with all of these.

    Claims of other pages come in as well, but not what they stand against on pages other than this.
    """
    own = {claim.id for claim in claims}
    shown: set[str] = set()
    for claim in claims:
        if claim.id not in shown:
            group = _group(claim, own, related)
            shown |= group.keys()
            yield tuple(group.values())


def _group(first: Claim, own: Collection[str], related: Relations) -> dict[str, Claim]:
    """Whatever a path of relations reaches, of which no two claims running are of other pages."""
    group = {first.id: first}
    waiting = [first.id]
    while waiting:
        here = waiting.pop(0)
        for relation in related.get(here, ()):
            other = relation.other
            if other.id not in group and (here in own or other.id in own):
                group[other.id] = other
                waiting.append(other.id)
    return group
