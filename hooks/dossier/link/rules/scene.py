"""What the rules may look at beyond a candidate's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dossier.link.forms import forms
from dossier.link.index import Index
from dossier.link.language import language as known
from dossier.link.names import Name
from dossier.link.normalise import Shape, tokens
from dossier.link.passage import Passage, Word
from dossier.link.roles.offices import Offices
from dossier.link.scan import Candidate
from dossier.memo import Memo, digest
from dossier.model import Dossier


@dataclass(frozen=True)
class Article:
    """How one article writes its words. Most articles are judged without it, so it waits to be asked."""

    passages: tuple[Passage, ...] = ()

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand in small letters."""
        lower = Shape.LOWER
        words: set[Word] = set().union(*(passage.tokens for passage in self.passages))
        return frozenset(word.key for word in words if word.shape == lower)

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """The words that have a capital where no sentence begins."""
        title = Shape.TITLE
        found: set[str] = set()
        for passage in self.passages:
            for at, word in enumerate(passage.tokens):
                if word.shape >= title and word.key not in found and not passage.opens(at):
                    found.add(word.key)
        return frozenset(found)

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that have a capital inside a sentence and none behind: no given names, or seldom."""
        title = Shape.TITLE
        found: set[str] = set()
        for passage in self.passages:
            for at, word in enumerate(passage.tokens):
                if word.shape != title or word.key in found or passage.capital_beside(at + 1):
                    continue
                if not passage.opens(at):
                    found.add(word.key)
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article, the language it is in, and what is known of it so far."""

    index: Index
    common: frozenset[str]
    """Words that are no names: closed classes, titles, offices, and what the dossier writes small."""
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Nouns that announce a name, in all their forms → what it may be."""
    honours: frozenset[str] = frozenset()
    """Nouns behind which a surname only honours somebody, in all their forms."""
    offices: Offices = field(default_factory=Offices)
    dossier: Article = field(default_factory=Article)
    """All articles of the language as if they were one."""
    article: Article = field(default_factory=Article)
    starts: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraph → tokens at which a name begins that needs no other evidence."""
    covered: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraph → tokens that such a name covers."""
    named: frozenset[str] = frozenset()
    """Entities whose full name, or an editor's decision, stands in the article."""
    beginning: Mapping[int, Mapping[int, Sequence[Candidate]]] = field(default_factory=dict)
    """Paragraph → token → the names that begin there."""
    seen: frozenset[Name] = frozenset()
    """Names that stand inside a sentence of the article, where a capital is evidence."""
    shared: frozenset[str] = frozenset()
    """Persons whose given name the article gives to others too."""
    outnumbered: frozenset[str] = frozenset()
    """Persons of whom the article has more unregistered namesakes than full names."""

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


def class_nouns(code: str, memo: Memo) -> Mapping[str, frozenset[str]]:
    """The nouns that announce names in a language, in all their forms."""
    classes = known(code).classes
    return {form: classes[noun] for noun in classes for form in _inflected([noun], code, memo)}


def honouring_nouns(code: str, memo: Memo) -> frozenset[str]:
    """The nouns of a language behind which a surname only honours somebody, in all their forms."""
    return _inflected(known(code).honours, code, memo)


def ordinary_words(dossier: Dossier, language: str, memo: Memo) -> frozenset[str]:
    """Closed classes, titles and the words of offices, in all their forms."""
    words = known(language)
    return words.openers | _inflected({*words.titles, *_office_words(dossier, language)}, language, memo)


def _inflected(words: Iterable[str], code: str, memo: Memo) -> frozenset[str]:
    """All forms of common words."""
    listed = sorted(words)
    line = memo.recall(
        digest("titles", code.encode(), *(word.encode() for word in listed)),
        lambda: " ".join(form for word in listed for form in forms(word, code, "term")).encode(),
    )
    return frozenset(line.decode().split())


def _office_words(dossier: Dossier, language: str) -> Iterable[str]:
    for words in dossier.offices.values():
        for token in tokens(words.get(language, "")):
            if token.shape == Shape.LOWER:
                yield token.key
