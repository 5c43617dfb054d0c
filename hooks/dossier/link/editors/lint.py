"""Names and aliases that will lead nowhere or astray, said before a wrong link is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.link.language import language as known
from dossier.link.normalise import Shape, tokens
from dossier.model import Entity, Kind
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A registered name that an editor should look at, and why."""

    entity: str
    name: str
    language: str
    why: str
    where: Location


def lint(
    entities: Mapping[str, Entity], kinds: Mapping[str, Kind], common: Mapping[str, frozenset[str]]
) -> list[Doubtful]:
    """What to look at in the registry; ``common`` holds the ordinary words of each language of articles."""
    bearers = _bearers(entities)
    return [
        Doubtful(entity.id, name, language, why, entity.where)
        for entity in entities.values()
        for language, name in entity.called()
        for why in _reasons(name, language, entity, kinds[entity.kind], common, bearers)
    ]


def _keys(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in tokens(name))


def _bearers(entities: Mapping[str, Entity]) -> dict[tuple[str, ...], set[str]]:
    bearers: dict[tuple[str, ...], set[str]] = {}
    for entity in entities.values():
        for _, name in entity.called():
            bearers.setdefault(_keys(name), set()).add(entity.id)
    return bearers


def _reasons(
    name: str,
    language: str,
    entity: Entity,
    kind: Kind,
    common: Mapping[str, frozenset[str]],
    bearers: Mapping[tuple[str, ...], set[str]],
) -> Iterable[str]:
    words = tokens(name)
    if not any(word.shape >= Shape.LOWER for word in words):
        yield "is a number or a sign, and never linked"
        return
    others = sorted(bearers[_keys(name)] - {entity.id})
    if others:
        yield f"is also a name of {', '.join(others)}: linked only where the article says which"
    if len(words) == 1 and kind.names == "proper":
        if words[0].key in common.get(language, ()):
            yield "is an ordinary word of the articles or of the language: a sentence’s start proves nothing"
        elif known(language).is_adjective(words[0].key):
            yield "looks like an adjective: what it describes is not what it names"
        elif words[0].shape == Shape.LOWER:
            yield "is written small: found wherever the word stands"
