"""Alphabetical order by language, from tables of each alphabet (CLDR collation, root and tailored).

In Russian ё is filed as е. Letters of another script sort after the language's own; case and stress
marks do not count.
"""

from __future__ import annotations

import unicodedata
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


@lru_cache(maxsize=64)
def _ranks(language: str) -> dict[str, int]:
    return {letter: rank for rank, letter in enumerate(ALPHABETS.get(language, _LATIN), 1)}


@lru_cache(maxsize=65_536)
def sort_key(text: str, language: str) -> tuple[tuple[int, ...], str]:
    """Orders names as a reader of the language expects; ties are broken by the text itself."""
    ranks = _ranks(language)
    key: list[int] = []
    for char in unicodedata.normalize("NFC", text).casefold():
        plain = char if char in ranks else unicodedata.normalize("NFD", char)[0]
        if plain in ranks:
            key.append(1000 + ranks[plain])
        elif plain.isdigit():
            key.append(100 + ord(plain) % 100)
        elif plain.isalpha():
            key.append(10_000 + ord(plain))
        elif plain.isspace():
            key.append(1)
    return tuple(key), text
