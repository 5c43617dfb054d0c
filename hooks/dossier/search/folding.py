"""Words folded so that spellings, scripts and endings of one word meet: the key it is found by.

«Токаева», “Tokayev” and “Tokajev” share a key. ``folding.json`` says which letters fall together; the search
box reads the same table, and ``theme/assets/javascripts/search/folding.js`` does the same with it, step by
step.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import cycle
from typing import Any


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The table as the search box gets it: letters, groups of letters, look-alikes, endings."""
    read: dict[str, Any] = json.loads(files("dossier.search").joinpath("folding.json").read_text("utf-8"))
    return read


WORD = re.compile(r"[^\W_]+(?:['’ʼʻ‘`][^\W_]+)*")


def words(text: str) -> Iterator[str]:
    """The words of a text, without stress marks and soft hyphens; an apostrophe may stand inside."""
    return (match[0] for match in WORD.finditer(without_marks(text)))


def without_marks(text: str) -> str:
    """The text composed (NFC), without the marks that are no part of a letter, and soft hyphens."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii():
        return composed
    return _no_marks(composed)


class _Marks(dict[int, int | None]):
    """Code point → itself, or None for marks and soft hyphens; worked out once each (``str.translate``)."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if code == 0xAD or unicodedata.category(chr(code))[0] == "M" else code
        return self[code]


_MARKS = _Marks()


def _no_marks(text: str) -> str:
    return text.translate(_MARKS)


@lru_cache(maxsize=1)
def _folder() -> Callable[[str], str]:
    """Folds the letters of a word in lower case, the longest group first."""
    groups: dict[str, str] = table()["groups"]
    known = {letter: to for to, letters in table()["letters"].items() for letter in letters}
    letters = _Letters(known | {group: to for group, to in groups.items() if len(group) == 1})
    pattern = re.compile("(" + "|".join(re.escape(one) for one in sorted(groups, key=_long)) + ")")

    def fold(word: str) -> str:
        return "".join(
            groups[part] if is_group else part.translate(letters)
            for part, is_group in zip(pattern.split(word), cycle((False, True)), strict=False)
        )

    return fold


class _Letters(dict[int, str]):
    """Code point → what it is folded to: as the table says, or else its parts (NFKD), without marks."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__({ord(letter): to for letter, to in known.items()})
        self._known = known

    def __missing__(self, code: int) -> str:
        parts = _no_marks(unicodedata.normalize("NFKD", chr(code)))
        self[code] = "".join(self._known.get(part, part) for part in parts)
        return self[code]


def _long(group: str) -> tuple[int, str]:
    return -len(group), group


_REPEATED = re.compile(r"([A-Za-z])\1+")
_GLIDE = re.compile(r"i(?=[aeou])|(?<=[aeou])i")


@lru_cache(maxsize=1 << 18)
def skeleton(word: str) -> str:
    """A word in coarse Latin letters: no marks, no doubled letters, no glide beside a vowel."""
    lower = without_marks(word.lower())
    if any(map(str.isdigit, lower)):
        looks = table()["lookalikes"]
        lower = "".join(looks.get(c, c) for c in lower)
    folded = _REPEATED.sub(r"\1", _folder()(lower))
    return _REPEATED.sub(r"\1", _GLIDE.sub("", folded))


_LAST_VOWELS = re.compile("(?<=..)[aeiou]+$")


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    return re.compile("(?<=..)(?:" + "|".join(table()["endings"]) + ")$")


@lru_cache(maxsize=1 << 18)
def key(word: str) -> str:
    """The skeleton without its ending and the vowels before it; two letters stay at least."""
    return _LAST_VOWELS.sub("", _ending().sub("", skeleton(word), count=1))
