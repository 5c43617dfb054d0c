"""The stage in order: compile the registry, read the articles, judge what was found, obey the editors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.exports.stubs import mention_stub
from dossier.link.abstentions import AMBIGUOUS, COVERED, abstentions
from dossier.link.article import Refusal, judged
from dossier.link.index import Index
from dossier.link.overrides import mentions
from dossier.link.passage import Passage, Vocabulary
from dossier.link.registry import registry
from dossier.link.roles.offices import offices
from dossier.link.roles.resolved import roles
from dossier.link.rules.nesting import settled
from dossier.link.rules.scene import Article, Scene, class_nouns, honouring_nouns, ordinary_words
from dossier.link.scan import Sight, sight
from dossier.memo import Memo
from dossier.model import Abstention, Dossier, LinkedDossier, Mention, Source
from dossier.problems import Problem, Problems

Articles = dict[str, tuple[Sight, ...]]
"""Source → its paragraphs, cut into tokens, with every name that stands there."""


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What one article names, and every name in it that was refused."""

    mentions: list[Mention]
    refusals: list[Refusal]
    asked: list[Abstention]
    """Offices of which an editor has to say who is meant."""


Mapped = Callable[[Callable[[str], LinkedArticle], Sequence[str]], Iterable[LinkedArticle]]
"""Does one thing to each of many, as ``map`` does, wherever the work is done."""


def link(
    dossier: Dossier, memo: Memo | None = None, mapped: Mapped = map
) -> tuple[LinkedDossier, list[Problem]]:
    """Every mention of every entity in every article, and what an editor has to decide.

    The memo spares the work of inflecting names that it knows, and is added to.
    """
    problems = Problems()
    articles, scenes = prepared(dossier, memo)
    found: list[Mention] = []
    left: list[Abstention] = []

    def linked_one(key: str) -> LinkedArticle:
        source = dossier.sources[key]
        return linked_article(source, articles[key], scenes[source.language])

    everything = mapped(linked_one, list(dossier.sources))
    for source, linked in zip(dossier.sources.values(), everything, strict=True):
        found += linked.mentions
        names = abstentions(source, linked.mentions, linked.refusals)
        for one in sorted([*names, *linked.asked], key=lambda one: (one.paragraph, one.start, one.end)):
            left.append(one)
            if one.rule == AMBIGUOUS:
                _tell(one, source, problems)
    return LinkedDossier(dossier, tuple(found), tuple(left)), problems.sorted()


def prepared(dossier: Dossier, memo: Memo | None = None) -> tuple[Articles, dict[str, Scene]]:
    """The articles cut into tokens, with the names in them, and what is known of each of their languages."""
    memo = memo or Memo()
    languages = sorted({source.language for source in dossier.sources.values()})
    compiled = registry(dossier.entities, dossier.kinds, memo)
    indexes = {language: Index(language, compiled) for language in languages}
    vocabularies = {language: Vocabulary(index) for language, index in indexes.items()}
    articles = {
        key: tuple(sight(one.number, one.text, vocabularies[source.language]) for one in source.paragraphs)
        for key, source in dossier.sources.items()
    }
    # Only now, when all articles are read, do the vocabularies know all small words.
    scenes = {
        language: Scene(
            index=index,
            common=ordinary_words(dossier, language, memo) | vocabularies[language].small,
            classes=class_nouns(language, memo),
            honours=honouring_nouns(language, memo),
            offices=offices(dossier, language),
            dossier=Article(_passages(dossier, articles, language)),
        )
        for language, index in indexes.items()
    }
    return articles, scenes


def _passages(dossier: Dossier, articles: Articles, language: str) -> tuple[Passage, ...]:
    """Every paragraph of every article in a language."""
    own = (articles[key] for key, source in dossier.sources.items() if source.language == language)
    return tuple(where for article in own for where, _ in article)


def linked_article(source: Source, article: tuple[Sight, ...], scene: Scene) -> LinkedArticle:
    """The names of one article, judged, settled where they overlap, and overruled by the editors."""
    words = Article(tuple(where for where, _ in article))
    judgement = judged(source, article, replace(scene, article=words))
    linked: list[Mention] = []
    asked: list[Abstention] = []
    refusals = judgement.refusals
    for where, found in judgement.sights:
        kept, doubts = settled(found, judgement.scene)
        sure, unsure = roles(source, where, kept, judgement.scene)
        made = mentions(source, where, kept, sure)
        asked += unsure
        spans = {(one.start, one.end, one.entity) for one in made}
        lost = (one for one in kept if (one.start, one.end, one.name.entity) not in spans)
        linked += made
        refusals += (Refusal(where, one, COVERED) for one in lost)
        refusals += (Refusal(where, rival, AMBIGUOUS) for rivals in doubts for rival in rivals)
    return LinkedArticle(linked, refusals, asked)


def _tell(doubt: Abstention, source: Source, problems: Problems) -> None:
    """Ask the editor which of two entities is meant."""
    line = mention_stub(source.paragraph(doubt.paragraph), doubt.start, doubt.end, doubt.entities[0])
    problems.warn(
        AMBIGUOUS,
        source.where,
        f"“{doubt.surface}” in paragraph {doubt.paragraph} may be {' or '.join(doubt.entities)}; "
        "it was not linked",
        f"decide under mentions: {line}",
    )
