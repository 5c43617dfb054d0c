"""One article through the rules: what was found is thinned out as more becomes known of who is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dossier.link.introduced import introduced
from dossier.link.names import Name
from dossier.link.namesakes import outnumbered, sharing_given_name
from dossier.link.overrides import is_named
from dossier.link.passage import Passage
from dossier.link.rules import (
    ALWAYS,
    AMONG_NAMES,
    IN_DOCUMENT,
    OF_GIVEN_NAMES,
    Rule,
    name_of,
    no_other_given_name,
)
from dossier.link.rules.persons import with_initials
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, Sight, candidates_among, given_names
from dossier.model import Source


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that is no link, and the rule that says so."""

    where: Passage
    found: Candidate
    rule: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules left of an article's candidates, what they refused, and what is known by then."""

    sights: list[Sight]
    refusals: list[Refusal]
    scene: Scene


def judged(source: Source, article: Sequence[Sight], scene: Scene) -> Judgement:
    """The candidates of each passage, divided by the rules."""
    refusals: list[Refusal] = []
    sights = _kept(article, ALWAYS, scene, refusals)
    scene = replace(
        scene,
        starts=_positions(source, sights, _starts),
        covered=_positions(source, sights, _covered),
        beginning={where.number: _beginning(found) for where, found in sights},
    )
    sights = [(where, _with_initials(where, found, scene, refusals)) for where, found in sights]
    sights = _kept(sights, AMONG_NAMES, scene, refusals)
    thinned = _kept(sights, (no_other_given_name,), scene, refusals)
    scene = replace(
        scene,
        named=_named(source, thinned),
        seen=_seen(thinned),
        outnumbered=outnumbered(source, sights, thinned, scene),
    )
    surnames = _kept(thinned, IN_DOCUMENT, scene, refusals)
    given = [(where, given_names(where, scene.named)) for where, _ in article]
    # A given name that is not linked is no open question: it may be anybody's.
    scene = replace(scene, shared=sharing_given_name(given, scene))
    given = _kept(given, OF_GIVEN_NAMES, scene, [])
    sights = _joined(surnames, given)
    short = introduced(sights, scene.index)
    if short:
        more = [(where, candidates_among(where, short)) for where, _ in sights]
        sights = _joined(sights, _kept(more, (*ALWAYS, *AMONG_NAMES), scene, refusals))
    return Judgement(sights, refusals, scene)


def _joined(sights: list[Sight], more: list[Sight]) -> list[Sight]:
    return [(where, found + given) for (where, found), (_, given) in zip(sights, more, strict=True)]


def _kept(
    sights: Iterable[Sight], rules: tuple[Rule, ...], scene: Scene, refusals: list[Refusal]
) -> list[Sight]:
    """The candidates that all rules allow; the others are added to the refusals."""
    kept = []
    for where, found in sights:
        allowed = []
        for one in found:
            for rule in rules:
                if not rule(one, where, scene):
                    refusals.append(Refusal(where, one, name_of(rule)))
                    break
            else:
                allowed.append(one)
        kept.append((where, allowed))
    return kept


def _with_initials(
    where: Passage, found: list[Candidate], scene: Scene, refusals: list[Refusal]
) -> list[Candidate]:
    kept = []
    for one in found:
        extended = with_initials(one, where, scene)
        if extended is None:
            refusals.append(Refusal(where, one, name_of(with_initials)))
        else:
            kept.append(extended)
    return kept


def _positions(
    source: Source, sights: list[Sight], tokens: Callable[[Candidate], Iterable[int]]
) -> dict[int, frozenset[int]]:
    """Paragraph → the tokens that belong to names, found or decided by an editor."""
    return {
        where.number: frozenset(_decided_tokens(source, where)).union(*map(tokens, found))
        for where, found in sights
    }


def _decided_tokens(source: Source, where: Passage) -> Iterable[int]:
    for override in source.overrides:
        if override.quote.paragraph == where.number and is_named(override):
            for at in range(len(where.tokens)):
                if override.quote.start <= where.start(at) < override.quote.end:
                    yield at


def _starts(one: Candidate) -> Iterable[int]:
    return (one.first,)


def _covered(one: Candidate) -> Iterable[int]:
    """A surname that was only inferred proves nothing about its neighbours."""
    return () if one.name.rule == "surname" else range(one.first, one.last)


def _beginning(found: list[Candidate]) -> dict[int, list[Candidate]]:
    return {first: list(group) for first, group in groupby(found, key=lambda one: one.first)}


def _named(source: Source, sights: list[Sight]) -> frozenset[str]:
    """Entities of which more than a bare surname stands in the article, or on which an editor decided."""
    found = {one.name.entity for _, names in sights for one in names if not one.bare}
    return frozenset(found.union(*(override.entities for override in source.overrides)))


def _seen(sights: list[Sight]) -> frozenset[Name]:
    """The names that stand inside a sentence, in whatever form, where their capital is evidence."""
    return frozenset(one.name for where, names in sights for one in names if not where.opens(one.first))
