"""The stage in order: compile the registry, read the articles, judge what was found, obey the editors."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.link.abstentions import AMBIGUOUS, COVERED, abstentions
from dossier.link.article import Refusal, judged
from dossier.link.index import compiled
from dossier.link.overrides import mentions
from dossier.link.rules.nesting import settled
from dossier.link.rules.scene import Scene, confirmed_words, ordinary_words, small_words
from dossier.link.scan import Passage, passage
from dossier.model import Abstention, Dossier, LinkedDossier, Mention, Source
from dossier.problems import Problem, Problems

Articles = dict[str, list[Passage]]
"""Source → its paragraphs, cut into tokens."""


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What one article names, and every name in it that was refused."""

    mentions: list[Mention]
    refusals: list[Refusal]


def link(dossier: Dossier) -> tuple[LinkedDossier, list[Problem]]:
    """Every mention of every entity in every article, and what an editor has to decide."""
    problems = Problems()
    articles, scenes = prepared(dossier)
    found: list[Mention] = []
    left: list[Abstention] = []
    for key, source in dossier.sources.items():
        linked = linked_article(source, articles[key], scenes[source.language])
        found += linked.mentions
        for one in abstentions(source, linked.mentions, linked.refusals):
            left.append(one)
            if one.rule == AMBIGUOUS:
                _tell(one, source, problems)
    return LinkedDossier(dossier, tuple(found), tuple(left)), problems.sorted()


def prepared(dossier: Dossier) -> tuple[Articles, dict[str, Scene]]:
    """The articles cut into tokens, and what is known of each of their languages."""
    articles: Articles = {
        key: [passage(paragraph.number, paragraph.text) for paragraph in source.paragraphs]
        for key, source in dossier.sources.items()
    }
    return articles, {language: _scene(dossier, articles, language) for language in _languages(dossier)}


def _languages(dossier: Dossier) -> list[str]:
    return sorted({source.language for source in dossier.sources.values()})


def _scene(dossier: Dossier, articles: Articles, language: str) -> Scene:
    """What is known of a language before any article is looked at."""
    own = (articles[key] for key, source in dossier.sources.items() if source.language == language)
    return Scene(
        index=compiled(dossier.entities, dossier.kinds, language),
        common=ordinary_words(dossier, language).union(*map(small_words, own)),
    )


def linked_article(source: Source, article: list[Passage], scene: Scene) -> LinkedArticle:
    """The names of one article, judged, settled where they overlap, and overruled by the editors."""
    judgement = judged(source, article, scene.of_article(small_words(article), confirmed_words(article)))
    linked: list[Mention] = []
    refusals = judgement.refusals
    for where, found in judgement.sights:
        kept, doubts = settled(found, judgement.scene)
        made = mentions(source, where, kept)
        spans = {(one.start, one.end, one.entity) for one in made}
        lost = (one for one in kept if (one.start, one.end, one.name.entity) not in spans)
        linked += made
        refusals += (Refusal(where, one, COVERED) for one in lost)
        refusals += (Refusal(where, rival, AMBIGUOUS) for rivals in doubts for rival in rivals)
    return LinkedArticle(linked, refusals)


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
