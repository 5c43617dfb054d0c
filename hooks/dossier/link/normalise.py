"""Words as they are compared, with their place in the untouched text.

Text is never altered: it is cut into tokens, and each token carries its offsets (Unicode code points
of the text as received) next to a folded key. The key forgets what does not change a word: letter case,
composed or decomposed accents, stress marks, soft hyphens and other invisible characters, the kind of
dash or apostrophe, ё for е, and Latin letters that look Cyrillic (or the reverse) inside one word.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’‘ʼʻʹʽ`´′＇"
QUOTES = '"«»“”„‟‹›‚‛＂〝〞' + APOSTROPHES
DASH = "-"
"""The key of every kind of dash."""
_DASHES = "‐‑‒–—―−﹘﹣－-"  # the plain hyphen last, where a character class needs it
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_LETTER = rf"[^\W_{APOSTROPHES}]"
# An apostrophe joins letters («п'ять», Trump's); a plus joins only before a digit («B5+1»).
_WORD = rf"{_LETTER}(?:[{_INVISIBLE}]*(?:{_LETTER}|[{_MARKS}]|[{APOSTROPHES}](?={_LETTER})|\+(?=\d)))*"
_TOKEN = re.compile(rf"{_WORD}|[^\s{QUOTES}{_INVISIBLE}]")

_DROPPED = re.compile(rf"[{_INVISIBLE}]")
# ё loses its diaeresis; stress (acute or grave) falls from Cyrillic vowels only: «ѓ» and «é» are letters.
_STRESS = re.compile(
    "(?<=[аеиоуыэюяієАЕИОУЫЭЮЯІЄ])[\u0300\u0301]|(?<=[еЕ])\u0308|(?<=[іІ]\u0308)[\u0300\u0301]"
)
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")

_CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјорѕху"
_LATIN = "ABCEHIJKMOPSTXYaceijopsxy"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_IS_CYRILLIC = re.compile("[\u0400-\u052f]")
_IS_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


class Shape(IntEnum):
    """How a token is written. Letters of scripts without capitals count as lower."""

    OTHER = 0
    DASH = 1
    NUMBER = 2
    LOWER = 3
    TITLE = 4
    UPPER = 5


class Token(NamedTuple):
    """A word, number or sign; ``start`` and ``end`` are code points of the untouched text."""

    start: int
    end: int
    key: str
    shape: Shape


def tokens(text: str) -> list[Token]:
    """The words and signs of a text in order; spaces, quotation marks and invisible characters separate."""
    return [Token(found.start(), found.end(), *folded(found.group())) for found in _TOKEN.finditer(text)]


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> tuple[str, Shape]:
    """The key under which a word is compared, and how it was written."""
    if len(word) == 1 and word in _DASHES:
        return DASH, Shape.DASH
    bare = unicodedata.normalize("NFD", _DROPPED.sub("", word).translate(_ONE_APOSTROPHE))
    bare = _one_script(unicodedata.normalize("NFC", _STRESS.sub("", bare)))
    return unicodedata.normalize("NFC", bare.casefold()), _shape(bare)


def _shape(word: str) -> Shape:
    letters = [char for char in _POSSESSIVE.sub("", word) if char.isalpha()]
    if not letters:
        return Shape.NUMBER if any(char.isdigit() for char in word) else Shape.OTHER
    if all(char.isupper() for char in letters) and (len(letters) > 1 or len(word) > 1):
        return Shape.UPPER
    return Shape.TITLE if letters[0].isupper() or letters[0].istitle() else Shape.LOWER


def _one_script(word: str) -> str:
    """The word without look-alike letters of the other script.

    Words of one script stay as they are, unless they hold a digit: «В5» has nothing but its digit to say
    in which script its letter was typed, so the Latin one is taken wherever all its letters allow.
    """
    cyrillic, latin = _IS_CYRILLIC.findall(word), _IS_LATIN.findall(word)
    if not cyrillic or not (latin or any(char.isdigit() for char in word)):
        return word
    if all(char in _CYRILLIC for char in cyrillic) and (not latin or not all(c in _LATIN for c in latin)):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC) if all(char in _LATIN for char in latin) else word
