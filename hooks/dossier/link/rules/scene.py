"""What the rules may look at beyond a candidate's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.link.forms import forms
from dossier.link.index import Index
from dossier.link.language import language as known
from dossier.link.normalise import Shape, tokens
from dossier.link.scan import Passage, Word
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
        return frozenset(word.key for word in words if word.shape is lower)

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """The words that have a capital where no sentence begins."""
        title = Shape.TITLE
        return frozenset(
            word.key
            for passage in self.passages
            for at, word in enumerate(passage.tokens)
            if word.shape >= title and not passage.opens(at)
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """An article, the language it is in, and what is known of it so far."""

    index: Index
    common: frozenset[str]
    """Words that are no names: closed classes, titles, offices, and what the dossier writes small."""
    article: Article = field(default_factory=Article)
    starts: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraph → tokens at which a name begins that needs no other evidence."""
    covered: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraph → tokens that such a name covers."""
    named: frozenset[str] = frozenset()
    """Entities whose full name, or an editor's decision, stands in the article."""
    outnumbered: frozenset[str] = frozenset()
    """Persons of whom the article has more unregistered namesakes than full names."""

    @property
    def language(self) -> str:
        """The primary language subtag of the article."""
        return self.index.language.partition("-")[0]

    def is_common(self, key: str) -> bool:
        """Whether a word is known as an ordinary one."""
        return key in self.common


def ordinary_words(dossier: Dossier, language: str, memo: Memo) -> frozenset[str]:
    """Closed classes, titles and the words of offices, in all their forms."""
    words = known(language)
    titles = sorted({*words.titles, *_office_words(dossier, language)})
    line = memo.recall(
        digest("titles", language.encode(), *(title.encode() for title in titles)),
        lambda: " ".join(form for title in titles for form in forms(title, language, "term")).encode(),
    )
    return words.openers.union(line.decode().split())


def _office_words(dossier: Dossier, language: str) -> Iterable[str]:
    for words in dossier.offices.values():
        for token in tokens(words.get(language, "")):
            if token.shape is Shape.LOWER:
                yield token.key
