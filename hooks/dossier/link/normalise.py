"""Words as they are compared, with their place in the untouched text.

Text is never altered: it is cut into words and what stands between them, whose lengths say where each word
begins (in Unicode code points of the text as received), and each word is folded to a key. The key forgets
what does not change a word: letter case, composed or decomposed accents, stress marks, soft hyphens and
other invisible characters, the kind of dash or apostrophe, ё for е, ı for i, and Latin letters that look
Cyrillic (or the reverse) inside one word.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from dossier.characters import APOSTROPHES, CYRILLIC, DASHES, INVISIBLE, LATIN, QUOTES, TO_LATIN

DASH = "-"
"""The key of every kind of dash."""
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_LETTER = rf"[^\W_{APOSTROPHES}]"
# Most words are a run of these up to a space or a sign, and a set of plain ranges is the quickest to try.
_RUN = r"[A-Za-z\u0400-\u0481\u048a-\u052f]++(?=[ ,.\n])"
# Possessive, so that nothing is looked at twice. An apostrophe joins letters («п'ять», Trump's); a plus
# joins only before a digit («B5+1»).
_WORD = (
    rf"{_RUN}|{_LETTER}++(?:[{INVISIBLE}]*+"
    rf"(?:{_LETTER}++|[{_MARKS}]|[{APOSTROPHES}](?={_LETTER})|\+(?=\d)){_LETTER}*+)*+"
)
_CUT = re.compile(rf"({_WORD}|[^\s{QUOTES}{INVISIBLE}])")

_DROPPED = re.compile(rf"[{INVISIBLE}]")
# ё loses its diaeresis; stress (acute or grave) falls from Cyrillic vowels only: «ѓ» and «é» are letters.
_STRESS = re.compile(
    "(?<=[аеиоуыэюяієАЕИОУЫЭЮЯІЄ])[\u0300\u0301]|(?<=[еЕ])\u0308|(?<=[іІ]\u0308)[\u0300\u0301]"
)
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
# In capitals nothing tells Turkish ı from the i of other languages, nor İ from their I.
_DOTLESS = str.maketrans({"ı": "i", "\u0307": None})
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")

_TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
_IS_CYRILLIC = re.compile("[\u0400-\u052f]")
_IS_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

_PLAIN = re.compile("[A-Za-z]+|[\u0402-\u040c\u040e-\u044f\u0452-\u045c\u045e\u045f\u048a-\u052f]+")
"""Words of one script in which nothing but letter case is to be forgotten: most words of most texts."""


class Shape:
    """How a token is written. Letters of scripts without capitals count as lower.

    Plain numbers: the members of an enumeration are slow to name, and rules name them all the time.
    """

    OTHER = 0
    DASH = 1
    NUMBER = 2
    LOWER = 3
    TITLE = 4
    MIXED = 5
    """Small letters behind more than one capital: an acronym with an ending («АҚШтың», «C5+1da»)."""
    UPPER = 6


class Token(NamedTuple):
    """A word, number or sign as it is compared; all that are written alike are as a rule one object."""

    key: str
    shape: int
    """One of :class:`Shape`."""


def cut(text: str) -> list[str]:
    """The text in pieces, words and signs at odd places, what separates them before, between and behind.

    Spaces, quotation marks and invisible characters separate, or nothing at all.
    """
    return _CUT.split(text)


def tokens(text: str) -> list[Token]:
    """The words and signs of a text in order."""
    return [folded(word) for word in cut(text)[1::2]]


def folded(word: str) -> Token:
    """The key under which a word is compared, and how it was written."""
    if _PLAIN.fullmatch(word):
        return Token(word, Shape.LOWER) if word.islower() else Token(word.casefold(), _plain_shape(word))
    if len(word) == 1 and word in DASHES:
        return Token(DASH, Shape.DASH)
    bare = unicodedata.normalize("NFD", _DROPPED.sub("", word).translate(_ONE_APOSTROPHE))
    bare = _one_script(unicodedata.normalize("NFC", _STRESS.sub("", bare)))
    return Token(unicodedata.normalize("NFC", bare.casefold().translate(_DOTLESS)), _shape(bare))


def _plain_shape(word: str) -> int:
    if not word[0].isupper():
        return Shape.LOWER
    if word[1:].islower():
        return Shape.TITLE
    if len(word) > 1 and word.isupper():
        return Shape.UPPER
    return Shape.MIXED if _is_mixed(word) else Shape.TITLE


def _is_mixed(word: str) -> bool:
    head = word.rstrip("".join(filter(str.islower, word)))
    return len(head) > 1 and head[1] != "'" and head == head.upper()


def _shape(word: str) -> int:
    letters = [char for char in _POSSESSIVE.sub("", word) if char.isalpha()]
    if not letters:
        return Shape.NUMBER if any(char.isdigit() for char in word) else Shape.OTHER
    if all(char.isupper() for char in letters) and (len(letters) > 1 or len(word) > 1):
        return Shape.UPPER
    if _is_mixed(word):
        return Shape.MIXED
    return Shape.TITLE if letters[0].isupper() or letters[0].istitle() else Shape.LOWER


def _one_script(word: str) -> str:
    """The word without look-alike letters of the other script.

    Words of one script stay as they are, unless they hold a digit: «В5» has nothing but its digit to say
    in which script its letter was typed, so the Latin one is taken wherever all its letters allow.
    """
    cyrillic, latin = _IS_CYRILLIC.findall(word), _IS_LATIN.findall(word)
    if not cyrillic or not (latin or any(char.isdigit() for char in word)):
        return word
    if all(char in CYRILLIC for char in cyrillic) and (not latin or not all(c in LATIN for c in latin)):
        return word.translate(TO_LATIN)
    return word.translate(_TO_CYRILLIC) if all(char in LATIN for char in latin) else word
