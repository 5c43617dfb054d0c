"""What an editor should look at after linking: near misses, and names of the registry that do no work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dossier.link.editors.lint import Doubtful, lint
from dossier.link.editors.misspellings import misspelt, nearby
from dossier.link.forms import forms
from dossier.link.linker import Articles, prepared
from dossier.link.normalise import cut, tokens
from dossier.link.rules.scene import Scene
from dossier.memo import Memo
from dossier.model import Abstention, Entity, LinkedDossier, Mention


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A registered name by which no article was linked; ``alias`` is empty for the entity as a whole."""

    entity: str
    alias: str
    language: str


@dataclass(frozen=True, slots=True)
class Review:
    """Suggestions, in order of the sources; names, in order of the registry."""

    misspelt: list[Abstention]
    unmatched: list[Unmatched]
    doubtful: list[Doubtful]


def review(linked: LinkedDossier, memo: Memo | None = None) -> Review:
    """Look at a linked dossier once more, with an editor's eyes."""
    dossier = linked.dossier
    articles, scenes = prepared(dossier, memo)
    common = {language: scene.common for language, scene in scenes.items()}
    return Review(
        _misspelt(linked, articles, scenes),
        list(_unmatched(linked)),
        lint(dossier.entities, dossier.kinds, common),
    )


def _misspelt(linked: LinkedDossier, articles: Articles, scenes: dict[str, Scene]) -> list[Abstention]:
    near = {language: nearby(scene.index) for language, scene in scenes.items()}
    of_source = {key: list(own) for key, own in groupby(linked.mentions, key=lambda one: one.source)}
    found: list[Abstention] = []
    for key, source in linked.dossier.sources.items():
        scene = scenes[source.language]
        found += misspelt(source, articles[key], of_source.get(key, ()), scene, near[source.language])
    return found


def _unmatched(linked: LinkedDossier) -> Iterator[Unmatched]:
    """Entities that nothing names, and aliases of the articles' languages of which no form was found."""
    languages = {source.language for source in linked.dossier.sources.values()}
    mentions = linked.of_entity()
    for entity in linked.dossier.entities.values():
        own = mentions.get(entity.id, [])
        if not own:
            yield Unmatched(entity.id, "", "")
            continue
        kind = linked.dossier.kinds[entity.kind].names
        for language in sorted(languages & set(entity.aliases)):
            for alias in entity.aliases[language]:
                if not any(_is_form(one, alias, language, kind, entity) for one in own):
                    yield Unmatched(entity.id, alias, language)


def _is_form(mention: Mention, alias: str, language: str, names_type: str, entity: Entity) -> bool:
    found, words = tokens(mention.surface), cut(alias)[1::2]
    return len(found) == len(words) and all(
        word.key in forms(base, language, names_type, entity.gender)
        for word, base in zip(found, words, strict=True)
    )
