"""The stage in order: compile the registry, read the articles, judge what was found, obey the editors."""

from __future__ import annotations

from dossier.link.article import judged
from dossier.link.index import compiled
from dossier.link.overrides import mentions, overlaps
from dossier.link.rules.nesting import Ambiguity, settled
from dossier.link.rules.scene import Scene, confirmed_words, ordinary_words, small_words
from dossier.link.scan import Passage, passage
from dossier.model import Dossier, LinkedDossier, Mention, Source
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
    found: list[Mention] = []
    for key, source in dossier.sources.items():
        found += _linked(source, articles[key], scenes[source.language], problems)
    return LinkedDossier(dossier, tuple(found)), problems.sorted()


def _languages(dossier: Dossier) -> list[str]:
    return sorted({source.language for source in dossier.sources.values()})


def _scene(dossier: Dossier, articles: Articles, language: str) -> Scene:
    """What is known of a language before any article is looked at."""
    own = (articles[key] for key, source in dossier.sources.items() if source.language == language)
    return Scene(
        index=compiled(dossier.entities, dossier.kinds, language),
        common=ordinary_words(dossier, language).union(*map(small_words, own)),
    )


def _linked(source: Source, article: list[Passage], scene: Scene, problems: Problems) -> list[Mention]:
    sights, scene = judged(source, article, scene.of_article(small_words(article), confirmed_words(article)))
    linked: list[Mention] = []
    for where, found in sights:
        kept, doubts = settled(found, scene)
        linked += mentions(source, where, kept)
        for doubt in doubts:
            _tell(source, where, doubt, problems)
    return linked


def _tell(source: Source, where: Passage, doubt: Ambiguity, problems: Problems) -> None:
    """Ask the editor, unless the span has been decided on."""
    one = doubt[0]
    here = (override for override in source.overrides if override.quote.paragraph == where.number)
    if any(overlaps(override, one) for override in here):
        return
    quote = where.text[one.start : one.end]
    rivals = sorted({rival.name.entity for rival in doubt})
    problems.warn(
        "ambiguous-name",
        source.where,
        f"“{quote}” in paragraph {where.number} may be {' or '.join(rivals)}; it was not linked",
        f"decide under mentions: - {{p: {where.number}, quote: {quote}, entity: {rivals[0]}, as: name}}",
    )
