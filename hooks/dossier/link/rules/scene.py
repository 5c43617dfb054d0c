"""What the rules may look at beyond a candidate's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.link.forms import forms
from dossier.link.index import Index, Name
from dossier.link.language import language as known
from dossier.link.normalise import Shape, tokens
from dossier.link.scan import Candidate, Passage
from dossier.model import Dossier


@dataclass(frozen=True, slots=True)
class Scene:
    """An article, the language it is in, and what is known of it so far."""

    index: Index
    common: frozenset[str]
    """Words that are no names: closed classes, titles, offices, and what the dossier writes small."""
    alone: frozenset[str] = frozenset()
    """Words that the dossier writes with a capital and no other capital behind: no given names, or seldom."""
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Nouns that announce a name, in all their forms → what it may be."""
    honours: frozenset[str] = frozenset()
    """Nouns behind which a surname only honours somebody, in all their forms."""
    small: frozenset[str] = frozenset()
    """Words that this article itself writes in small letters."""
    confirmed: frozenset[str] = frozenset()
    """Words that this article writes with a capital inside a sentence."""
    starts: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraph → tokens at which a name begins that needs no other evidence."""
    covered: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraph → tokens that such a name covers."""
    beginning: Mapping[int, Mapping[int, Sequence[Candidate]]] = field(default_factory=dict)
    """Paragraph → token → the names that begin there."""
    named: frozenset[str] = frozenset()
    """Entities whose full name, or an editor's decision, stands in the article."""
    seen: frozenset[Name] = frozenset()
    """Names that stand inside a sentence of the article, where a capital is evidence."""
    outnumbered: frozenset[str] = frozenset()
    """Persons of whom the article has more unregistered namesakes than full names."""
    shared: frozenset[str] = frozenset()
    """Persons whose given name the article gives to others too."""

    def of_article(self, small: frozenset[str], confirmed: frozenset[str]) -> Scene:
        """The scene with what one article writes small, and with a capital inside a sentence."""
        return replace(self, small=small, confirmed=confirmed)

    @property
    def language(self) -> str:
        """The primary language subtag of the article."""
        return self.index.language.partition("-")[0]

    def covers(self, where: Passage, at: int) -> bool:
        """Whether a token belongs to a sure name."""
        return at in self.covered.get(where.number, ())

    def is_common(self, key: str) -> bool:
        """Whether a word is known as an ordinary one."""
        return key in self.common


def small_words(passages: Iterable[Passage]) -> frozenset[str]:
    """The words that stand in small letters."""
    return frozenset(word.key for passage in passages for word in passage.tokens if word.shape is Shape.LOWER)


def confirmed_words(passages: Iterable[Passage]) -> frozenset[str]:
    """The words that have a capital where no sentence begins."""
    return frozenset(
        word.key
        for passage in passages
        for at, word in enumerate(passage.tokens)
        if word.shape >= Shape.TITLE and not passage.opens(at)
    )


def lone_words(passages: Iterable[Passage]) -> frozenset[str]:
    """The words that have a capital inside a sentence and are followed by none."""
    return frozenset(
        word.key
        for passage in passages
        for at, word in enumerate(passage.tokens)
        if word.shape is Shape.TITLE and not passage.capital_beside(at + 1) and not passage.opens(at)
    )


def class_nouns(code: str) -> Mapping[str, frozenset[str]]:
    """The nouns that announce names in a language, in all their forms."""
    classes = known(code).classes
    return {form: types for noun, types in classes.items() for form in forms(noun, code, "term")}


def honouring_nouns(code: str) -> frozenset[str]:
    """The nouns of a language behind which a surname only honours somebody, in all their forms."""
    return frozenset(form for noun in known(code).honours for form in forms(noun, code, "term"))


def ordinary_words(dossier: Dossier, language: str) -> frozenset[str]:
    """Closed classes, titles and the words of offices, in all their forms."""
    words = known(language)
    titles = {*words.titles, *_office_words(dossier, language)}
    inflected = (form for title in titles for form in forms(title, language, "term"))
    return words.openers.union(inflected)


def _office_words(dossier: Dossier, language: str) -> Iterable[str]:
    for words in dossier.offices.values():
        for token in tokens(words.get(language, "")):
            if token.shape is Shape.LOWER:
                yield token.key
