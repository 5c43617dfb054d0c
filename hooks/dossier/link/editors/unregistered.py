"""Capitalised names of an article that the registry does not know, grouped by their likely base form."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.link.editors.bases import bases
from dossier.link.editors.grouping import Occurrence, Phrase, by_base
from dossier.link.editors.phrases import capitalised, quoted, taken
from dossier.link.language import language as known
from dossier.link.linker import prepared
from dossier.link.normalise import Shape
from dossier.link.rules.scene import Article
from dossier.memo import Memo
from dossier.model import Dossier


@dataclass(frozen=True, slots=True)
class Unregistered:
    """A name that nobody registered: its likely base form, and where it stands."""

    name: str
    person: bool
    """Whether it looks like a given name and a surname."""
    occurrences: tuple[Occurrence, ...]


def unregistered(dossier: Dossier, key: str, memo: Memo | None = None) -> list[Unregistered]:
    """The unknown names of a source, the most frequent first."""
    source = dossier.sources[key]
    articles, scenes = prepared(dossier, memo)
    article, scene = articles[key], scenes[source.language]
    decided = taken(source, article, scene)
    confirmed = Article(tuple(where for where, _ in article)).confirmed
    phrases = [
        phrase
        for where, _ in article
        for phrase in (*quoted(where, decided), *capitalised(where, decided, scene, confirmed))
    ]
    return _grouped(phrases, source.language)


def _grouped(phrases: list[Phrase], language: str) -> list[Unregistered]:
    """The phrases under their likely base forms."""
    groups = by_base(phrases, language)
    found = [
        Unregistered(
            name,
            _is_person(name, group, language),
            tuple(sorted({one.occurrence for one in group}, key=lambda one: (one.paragraph, one.start))),
        )
        for name, group in groups.items()
    ]
    return sorted(found, key=lambda one: (-len(one.occurrences), one.name))


def _is_person(name: str, phrases: list[Phrase], language: str) -> bool:
    """Several words, each with a capital, the first of which is no adjective; or titles before most."""
    first = phrases[0].words[0]
    if phrases[0].quoted or first.shape == Shape.UPPER:
        return False
    words = name.split()
    full = len(words) > 1 and not known(language).is_adjective(words[0].casefold())
    return full or 2 * sum(_is_titled(one, language) for one in phrases) > len(phrases)


def _is_titled(phrase: Phrase, language: str) -> bool:
    first = phrase.first
    before = phrase.where.tokens[first - 1].key if first else ""
    return not known(language).titles.isdisjoint(bases(before, language))
