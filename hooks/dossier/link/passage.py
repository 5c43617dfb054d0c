"""A paragraph cut into words, each with the names that may begin at it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from dossier.characters import QUOTES
from dossier.link.forms import endings
from dossier.link.index import Index
from dossier.link.language import language
from dossier.link.names import Name
from dossier.link.normalise import Shape, cut, folded

_ENDS = frozenset(".!?…:;•*")


class Word(NamedTuple):
    """A token with the names that may begin at it; all that are written alike are one object."""

    key: str
    shape: int
    names: tuple[Name, ...]
    """All but given names alone."""
    given: tuple[Name, ...]
    """Given names alone: who bears them is only looked at where a text names him in full."""
    ending: bool
    """Behind a hyphen it is the ending of any name."""
    acronym_ending: bool
    """Behind a hyphen it is the ending of an acronym."""


class Vocabulary(dict[str, Word]):
    """The words of texts in one language as they are written; what is missing is looked up once."""

    MOST = 1 << 16

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._index = index
        self._endings = endings(index.language)
        self._acronym_endings = language(index.language).acronym_endings
        self.small: set[str] = set()
        """The keys of all words that stood in small letters anywhere."""

    def __missing__(self, written: str) -> Word:
        if len(self) >= self.MOST:
            self.clear()
        key, shape = folded(written)
        if shape == Shape.LOWER:
            self.small.add(key)
        names, lower = self._index.names(key), shape == Shape.LOWER
        word = self[written] = Word(
            key,
            shape,
            tuple(name for name in names if not name.given) if names else (),
            tuple(name for name in names if name.given) if names else (),
            lower and key in self._endings,
            lower and key in self._acronym_endings,
        )
        return word


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph cut into tokens."""

    number: int
    text: str
    tokens: tuple[Word, ...]
    bounds: array[int]
    """Where the tokens begin, at even places, and end, at odd ones; then the length of the text."""

    def start(self, at: int) -> int:
        """Offset of a token's first character in the paragraph."""
        return self.bounds[2 * at]

    def end(self, at: int) -> int:
        """Offset behind a token's last character."""
        return self.bounds[2 * at + 1]

    def gap(self, at: int) -> str:
        """What stands between the token before and this one; empty at the paragraph's start."""
        return self.text[self.bounds[2 * at - 1] : self.bounds[2 * at]] if at else ""

    def after_quote(self, at: int) -> bool:
        """Whether a quotation mark stands right before this token, or the paragraph's end."""
        before = self.text[self.end(at - 1) if at else 0 : self.start(at)]
        return any(char in QUOTES for char in before)

    def beside(self, at: int) -> bool:
        """Whether only white space parts this token from the one before."""
        bounds = self.bounds  # asked more often than anything else, so without a call
        return 0 < at < len(self.tokens) and self.text[bounds[2 * at - 1] : bounds[2 * at]].isspace()

    def capital_beside(self, at: int) -> bool:
        """Whether a word with a capital follows the token before, with only white space between."""
        return at < len(self.tokens) and self.tokens[at].shape >= Shape.TITLE and self.beside(at)

    def opens(self, at: int) -> bool:
        """Whether a sentence, a quoted speech or an item may begin here, so that a capital says nothing."""
        while at and "\n" not in self.gap(at):
            before = self.tokens[at - 1]
            if before.shape != Shape.DASH:
                if before.key == "." and at > 1:
                    return len(self.tokens[at - 2].key) > 1  # not after an initial or «г.»
                return before.key in _ENDS or (before.key == "," and self.after_quote(at))
            at -= 1
        return True


def passage(number: int, text: str, vocabulary: Vocabulary) -> Passage:
    """A paragraph cut into words."""
    pieces = cut(text)
    words = tuple(map(vocabulary.__getitem__, pieces[1::2]))
    return Passage(number, text, words, array("I", accumulate(map(len, pieces))))
