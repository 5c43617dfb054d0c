"""Claims that contradict or supersede one another: known ids, no circles, the later over the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier import dates
from dossier.check.source_record import SourceRecord
from dossier.model import Claim, Source
from dossier.problems import Location, Problems, did_you_mean

CONTRADICTS, SUPERSEDES = "contradicts", "supersedes"


@dataclass(frozen=True, slots=True)
class Relation:
    """One claim naming another."""

    kind: str
    claim: str
    other: str
    where: Location


def check_relations(
    records: Iterable[SourceRecord], sources: Mapping[str, Source], *, whole: bool, problems: Problems
) -> None:
    """What claims say of one another; with a record missing, not ``whole``, any id may be of a lost claim."""
    claims = {claim.id: claim for source in sources.values() for claim in source.claims}
    sound = []
    for relation in (relation for record in records for relation in _relations(record)):
        if relation.other == relation.claim:
            message = f"the claim “{relation.claim}” {relation.kind} itself"
            problems.error("self-reference", relation.where, message, "name another claim, or delete this")
        elif relation.other in claims:
            sound.append(relation)
        elif whole:
            hint = did_you_mean(relation.other, claims) or "name the id of a claim in data/sources/"
            problems.error("unknown-claim", relation.where, f"there is no claim “{relation.other}”", hint)
    _check_kinds(sound, problems)
    superseding = [relation for relation in sound if relation.kind == SUPERSEDES]
    _check_circles(superseding, problems)
    _check_order(superseding, claims, sources, problems)


def _relations(record: SourceRecord) -> Iterator[Relation]:
    for index, data in record.list("claims"):
        for kind in (CONTRADICTS, SUPERSEDES):
            for position, other in enumerate(data.get(kind, ())):
                yield Relation(kind, data["id"], other, record.where("claims", index, kind, position))


def _check_kinds(relations: Iterable[Relation], problems: Problems) -> None:
    """A claim that takes another's place need not contradict it as well."""
    pairs = {frozenset((one.claim, one.other)) for one in relations if one.kind == SUPERSEDES}
    for one in relations:
        if one.kind == CONTRADICTS and frozenset((one.claim, one.other)) in pairs:
            message = f"of “{one.claim}” and “{one.other}”, one supersedes the other already"
            problems.error("two-relations", one.where, message, "keep  supersedes  alone")


def _check_circles(superseding: Iterable[Relation], problems: Problems) -> None:
    """Each circle is told once, where its first claim leads into it."""
    following: dict[str, list[Relation]] = {}
    for relation in superseding:
        following.setdefault(relation.claim, []).append(relation)
    done: set[str] = set()
    for start in following:
        _walk(start, following, done, problems)


def _walk(start: str, following: Mapping[str, list[Relation]], done: set[str], problems: Problems) -> None:
    """Depth first, without recursion: a chain may be of any length."""
    path: list[str] = [start]
    open_: list[Iterator[Relation]] = [iter(following.get(start, ()) if start not in done else ())]
    while open_:
        relation = next(open_[-1], None)
        if relation is None:
            open_.pop()
            done.add(path.pop())
        elif relation.other in path:
            circle = [*path[path.index(relation.other) :], relation.other]
            message = f"claims supersede one another in a circle: {' → '.join(circle)}"
            problems.error("circle", relation.where, message, "the later claim supersedes the earlier one")
        elif relation.other not in done:
            path.append(relation.other)
            open_.append(iter(following.get(relation.other, ())))


def _check_order(
    superseding: Iterable[Relation],
    claims: Mapping[str, Claim],
    sources: Mapping[str, Source],
    problems: Problems,
) -> None:
    """What was published later takes the place of what was published earlier."""
    for one in superseding:
        earlier, later = sources[claims[one.other].source].date, sources[claims[one.claim].source].date
        if not (dates.is_calendar_date(earlier) and dates.is_calendar_date(later)):
            continue
        if dates.last_day(later) < dates.first_day(earlier):
            message = f"“{one.claim}”, of {later}, supersedes “{one.other}”, of {earlier}"
            problems.warn("supersedes-later", one.where, message, "it may be the other way round")
