"""One article through the rules: what was found is thinned out as more becomes known of who is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from dossier.link.index import Name
from dossier.link.overrides import is_named, overlaps
from dossier.link.rules import ALWAYS, AMONG_NAMES, IN_DOCUMENT, OF_GIVEN_NAMES, Rule, no_other_given_name
from dossier.link.rules.persons import with_initials
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, Passage, candidates
from dossier.model import Source

Sight = tuple[Passage, list[Candidate]]
"""A passage and the candidates still standing in it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that is no link, and the rule that says so."""

    where: Passage
    found: Candidate
    rule: str
    """The name of the rule's function."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules left of an article's candidates, what they refused, and what is known by then."""

    sights: list[Sight]
    refusals: list[Refusal]
    scene: Scene


def judged(source: Source, article: Iterable[Passage], scene: Scene) -> Judgement:
    """The candidates of each passage, divided by the rules."""
    refusals: list[Refusal] = []
    everything = [(where, candidates(where, scene.index)) for where in article]
    given = _of_given_names(everything, True)
    sights = _kept(_of_given_names(everything, False), ALWAYS, scene, refusals)
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
        outnumbered=_outnumbered(source, sights, thinned, scene),
    )
    surnames = _kept(thinned, IN_DOCUMENT, scene, refusals)
    # A given name that is not linked is no open question: it may be anybody's.
    scene = replace(scene, shared=_shared(given, scene))
    given = _kept(given, OF_GIVEN_NAMES, scene, [])
    return Judgement(_joined(surnames, given), refusals, scene)


def _of_given_names(sights: list[Sight], alone: bool) -> list[Sight]:
    return [(where, [one for one in found if one.name.given == alone]) for where, found in sights]


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
            against = next((rule for rule in rules if not rule(one, where, scene)), None)
            if against is None:
                allowed.append(one)
            else:
                refusals.append(Refusal(where, one, against.__name__))
        kept.append((where, allowed))
    return kept


def _with_initials(
    where: Passage, found: list[Candidate], scene: Scene, refusals: list[Refusal]
) -> list[Candidate]:
    kept = []
    for one in found:
        extended = with_initials(one, where, scene)
        if extended is None:
            refusals.append(Refusal(where, one, with_initials.__name__))
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
            for at, token in enumerate(where.tokens):
                if override.quote.start <= token.start < override.quote.end:
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


def _shared(given: list[Sight], scene: Scene) -> frozenset[str]:
    """Persons whose given name stands before another's surname."""
    return frozenset(
        one.name.entity
        for where, names in given
        for one in names
        if where.capital_beside(one.last) and not scene.covers(where, one.last)
    )


def _outnumbered(source: Source, before: list[Sight], after: list[Sight], scene: Scene) -> frozenset[str]:
    """Persons whose surname stands more often behind another's given name, or as often and first there."""
    called: dict[str, dict[tuple[int, int], bool]] = {}
    for (where, names), (_, left) in zip(before, after, strict=True):
        for one in names:
            own = one in left
            if not one.bare if own else _is_namesake(source, where, one, scene):
                called.setdefault(one.name.entity, {})[where.number, one.start] = own
    return frozenset(person for person, times in called.items() if _is_minor(list(times.values())))


def _is_minor(called: list[bool]) -> bool:
    """Whether a person is behind namesakes: for each full name, in order, whether it is the person's own."""
    own = sum(called)
    return own < len(called) - own or (own == len(called) - own and not called[0])


def _is_namesake(source: Source, where: Passage, refused: Candidate, scene: Scene) -> bool:
    """Whether a given name not the person's stands before.

    Not what opens a sentence without a capital elsewhere, nor what stands alone: «Отставка Толеуова»,
    «премьер Британии Толеуов».
    """
    at = refused.first - 1
    given = where.tokens[at].key
    doubtful = given in scene.alone or (where.opens(at) and given not in scene.confirmed)
    return not doubtful and not _is_decided(source, where, refused)


def _is_decided(source: Source, where: Passage, one: Candidate) -> bool:
    return any(
        override.quote.paragraph == where.number and overlaps(override, one) for override in source.overrides
    )
