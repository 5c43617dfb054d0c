"""Words of another language within a text, told by their letters, so that pages can say which language it is.

Voices, hyphens and fonts go by that (WCAG 2.2, 3.1.2 “Language of Parts”). Latin words are left alone: nearly
all of them are names and abbreviations that every language takes over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

from babel.core import get_global

from dossier.i18n.collation import ALPHABETS, bare, script

_LATIN = "A-Za-zªºÀ-ʯḀ-ỿ"
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_QUOTED = re.compile('(?<=[«“„"])[^«»“”„"\n]+(?=[»”“"])')
_GAP = re.compile(r"[\s\-\u0300-\u036f]*")
"""What may stand between words of one passage: spaces, hyphens, marks of stress."""
_SCRIPTS = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Kore": "HANGUL",
}
"""Codes of scripts (ISO 15924) → how the names of their letters begin in Unicode."""

Pieces = tuple[tuple[str, str], ...]


def pieces(text: str, own: str, others: Iterable[str]) -> Pieces:
    """The text in pieces, each with its language; empty where it is that of the text, ``own``.

    ``others`` are the languages to choose from, the likeliest first; letters that none of them has are left
    unmarked.

    >>> pieces("spelt “Саиловым”", "en", ["ru"])
    (('spelt “', ''), ('Саиловым', 'ru'), ('”', ''))
    """
    if not _strange(own).search(text):
        return ((text, ""),)
    others = [language for language in others if language != own]
    made, at = [], 0
    for start, end in _passages(text, own):
        language = _spoken(text[start:end], others)
        if language:
            made += [(text[at:start], ""), (text[start:end], language)]
            at = end
    return tuple(piece for piece in [*made, (text[at:], "")] if piece[0])


@lru_cache(maxsize=64)
def _strange(own: str) -> re.Pattern[str]:
    """A letter that is neither Latin nor of the language's alphabet."""
    alphabet = ALPHABETS.get(own, "") + ("ё" if own == "ru" else "")
    return re.compile(rf"[^\W\d_{_LATIN}{alphabet}{alphabet.upper()}]")


def _passages(text: str, own: str) -> Iterator[tuple[int, int]]:
    """Where words begin and end that hold such a letter: what is quoted as a whole, else words in a row."""
    strange, at = _strange(own), 0
    for quoted in _QUOTED.finditer(text):
        if strange.search(quoted[0]) and not re.search(f"[{_LATIN}]", quoted[0]):
            yield from _rows(text, at, quoted.start(), strange)
            yield quoted.span()
            at = quoted.end()
    yield from _rows(text, at, len(text), strange)


def _rows(text: str, start: int, end: int, strange: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    row: tuple[int, int] | None = None
    for word in _WORD.finditer(text, start, end):
        if not strange.search(word[0]):
            continue
        if row and _GAP.fullmatch(text, row[1], word.start()):
            row = (row[0], word.end())
            continue
        if row:
            yield row
        row = word.span()
    if row:
        yield row


def _spoken(passage: str, others: Iterable[str]) -> str:
    """The first of the languages that has all the letters; empty if there is none."""
    letters = {letter for letter in normalize("NFC", passage).casefold() if letter.isalpha()}
    return next((language for language in others if _has(language, letters)), "")


def _has(language: str, letters: Iterable[str]) -> bool:
    if language in ALPHABETS:
        return all(one in ALPHABETS[language] or bare(one) in ALPHABETS[language] for one in letters)
    return all(script(letter) == _script(language) for letter in letters)


@lru_cache(maxsize=64)
def _script(language: str) -> str:
    """The script of a language's letters, where it is not Latin (Unicode CLDR, likely subtags)."""
    likely: str = get_global("likely_subtags").get(language, "")
    return next((_SCRIPTS[part] for part in likely.split("_") if part in _SCRIPTS), "")
