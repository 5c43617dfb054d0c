"""Who else in an article bears a registered person's names."""

from __future__ import annotations

from dossier.link.overrides import is_decided
from dossier.link.passage import Passage
from dossier.link.rules.persons import past_particles
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, Sight
from dossier.link.spelling import one_apart
from dossier.model import Source


def sharing_given_name(given: list[Sight], scene: Scene) -> frozenset[str]:
    """Persons whose given name stands before another's surname."""
    return frozenset(
        one.name.entity
        for where, names in given
        for one in names
        if where.capital_beside(one.last) and not scene.covers(where, one.last)
    )


def outnumbered(source: Source, before: list[Sight], after: list[Sight], scene: Scene) -> frozenset[str]:
    """Persons whose surname stands more often behind another's given name, or as often and first there."""
    called: dict[str, dict[tuple[int, int], bool]] = {}
    for (where, names), (_, left) in zip(before, after, strict=True):
        kept = set(left)
        for one in names:
            own = one in kept
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
    «премьер Британии Толеуов»; nor the person's own with one letter wrong: «Аксар-Жан Толеуов».
    """
    at = past_particles(refused, where, scene) - 1
    given = where.tokens[at].key
    doubtful = given in scene.dossier.alone or (where.opens(at) and given not in scene.article.confirmed)
    doubtful = doubtful or any(one_apart(given, own) for own in scene.index.given(refused.name.entity))
    return not doubtful and not is_decided(source, where.number, refused.start, refused.end)
