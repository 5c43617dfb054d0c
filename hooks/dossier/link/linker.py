"""The stage in order: compile the registry, read the articles, judge what was found, obey the editors."""

from __future__ import annotations

from dossier.link.abstentions import AMBIGUOUS, abstentions
from dossier.link.article import Refusal, judged
from dossier.link.index import compiled
from dossier.link.overrides import mentions
from dossier.link.roles import Offices, offices, roles
from dossier.link.rules.nesting import settled
from dossier.link.rules.scene import (
    Scene,
    class_nouns,
    confirmed_words,
    honouring_nouns,
    lone_words,
    ordinary_words,
    small_words,
)
from dossier.link.scan import Passage, passage
from dossier.model import Abstention, Dossier, LinkedDossier, Mention, Source
from dossier.problems import Problem, Problems

Articles = dict[str, list[Passage]]
"""Source → its paragraphs, cut into tokens."""


def link(dossier: Dossier) -> tuple[LinkedDossier, list[Problem]]:
    """Every mention of every entity in every article, and what an editor has to decide."""
    problems = Problems()
    articles: Articles = {
        key: [passage(paragraph.number, paragraph.text) for paragraph in source.paragraphs]
        for key, source in dossier.sources.items()
    }
    scenes = {language: _scene(dossier, articles, language) for language in _languages(dossier)}
    known = {language: offices(dossier, language) for language in scenes}
    found: list[Mention] = []
    left: list[Abstention] = []
    for key, source in dossier.sources.items():
        linked, open_ = _linked(source, articles[key], scenes[source.language], known[source.language])
        found += linked
        left += open_
        for one in open_:
            if one.rule == AMBIGUOUS:
                _tell(one, source, problems)
    return LinkedDossier(dossier, tuple(found), tuple(left)), problems.sorted()


def _languages(dossier: Dossier) -> list[str]:
    return sorted({source.language for source in dossier.sources.values()})


def _scene(dossier: Dossier, articles: Articles, language: str) -> Scene:
    """What is known of a language before any article is looked at."""
    own = tuple(articles[key] for key, source in dossier.sources.items() if source.language == language)
    return Scene(
        index=compiled(dossier.entities, dossier.kinds, language),
        common=ordinary_words(dossier, language).union(*map(small_words, own)),
        alone=frozenset().union(*map(lone_words, own)),
        classes=class_nouns(language),
        honours=honouring_nouns(language),
    )


def _linked(
    source: Source, article: list[Passage], scene: Scene, known: Offices
) -> tuple[list[Mention], list[Abstention]]:
    """The mentions of one article, and the names in it that were left alone."""
    judgement = judged(source, article, scene.of_article(small_words(article), confirmed_words(article)))
    linked: list[Mention] = []
    doubts: list[Refusal] = []
    asked: list[Abstention] = []
    for where, found in judgement.sights:
        kept, open_ = settled(found, judgement.scene)
        sure, unsure = roles(source, where, kept, known, judgement.scene)
        linked += mentions(source, where, kept, sure)
        asked += unsure
        doubts += (Refusal(where, rival, AMBIGUOUS) for rivals in open_ for rival in rivals)
    left = abstentions(source, linked, [*judgement.refusals, *doubts])
    return linked, sorted([*left, *asked], key=lambda one: (one.paragraph, one.start, one.end))


def _tell(doubt: Abstention, source: Source, problems: Problems) -> None:
    """Ask the editor which of two entities is meant."""
    problems.warn(
        AMBIGUOUS,
        source.where,
        f"“{doubt.surface}” in paragraph {doubt.paragraph} may be {' or '.join(doubt.entities)}; "
        "it was not linked",
        f"decide under mentions: - {{p: {doubt.paragraph}, quote: {doubt.surface}, "
        f"entity: {doubt.entities[0]}, as: name}}",
    )
