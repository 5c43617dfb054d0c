"""Alphabetical order by language, from tables of each alphabet (CLDR collation, root and tailored).

In Russian ё is filed as е. Letters that the language does not have sort after its own, those of its script
first; case and stress marks do not count.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_LATIN = "aàáâãäåæbcçčdďđeéèêëěfgğhiíìîïıjkllmnňñoóòôõöøpqrřsšşßtťuúùûüůvwxyýzžż"
ALPHABETS: dict[str, str] = {
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "cs": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "tk": "abcçdeäfghijžklmnňoöprsştuüwyýz",
}


DIGITS = "0–9"
"""Under which all numbers are filed."""
IDEOGRAPHS = "漢"
"""Under which all names are filed that are written in ideographs: these are no letters."""
NO_LETTER = "…"
"""Under which the rest is filed."""


@lru_cache(maxsize=64)
def _ranks(language: str) -> dict[str, int]:
    return {letter: rank for rank, letter in enumerate(ALPHABETS.get(language, _LATIN), 1)}


@lru_cache(maxsize=65_536)
def sort_key(text: str, language: str) -> tuple[tuple[int, ...], str]:
    """Orders names as a reader of the language expects; ties are broken by the text itself."""
    ranks = _ranks(language)
    key: list[int] = []
    for char in unicodedata.normalize("NFC", text).casefold():
        plain = _plain(char, ranks)
        if plain in ranks:
            key.append(1000 + ranks[plain])
        elif plain.isdigit():
            key.append(100 + ord(plain) % 100)
        elif plain.isalpha():
            key.append((10_000 if script(plain) == _own_script(language) else 2_000_000) + ord(plain))
        elif plain.isspace():
            key.append(1)
    return tuple(key), text


@lru_cache(maxsize=65_536)
def letter(text: str, language: str) -> str:
    """The letter of the alphabet under which readers of the language look for a name, as a capital.

    What is no letter at the beginning, such as a quotation mark, does not count.
    """
    ranks = _ranks(language)
    for char in unicodedata.normalize("NFC", text).casefold():
        plain = _plain(char, ranks)
        if plain.isdigit():
            return DIGITS
        if plain.isalpha():
            own = plain if plain in ALPHABETS.get(language, "") else bare(plain)
            return IDEOGRAPHS if script(own) == "CJK" else own.upper()
    return NO_LETTER


def bare(letter: str) -> str:
    """A letter without its marks: e of é, и of й."""
    return unicodedata.normalize("NFD", letter)[0]


@lru_cache(maxsize=4096)
def script(letter: str) -> str:
    """The script of a letter as its name in Unicode begins: ``LATIN``, ``CYRILLIC``, ``CJK``."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _own_script(language: str) -> str:
    return script(ALPHABETS.get(language, _LATIN)[0])


def _plain(char: str, ranks: Mapping[str, int]) -> str:
    return char if char in ranks else bare(char)
