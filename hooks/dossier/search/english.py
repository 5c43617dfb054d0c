"""The base form of English nouns: what no table of endings undoes, plurals and possessives."""

from __future__ import annotations

import re

_ENDING = re.compile(r"(?<=[a-z][bcdefghklmnoprtvwyz])(?:['’]s?|s['’]?)$")


def singular(word: str, language: str) -> frozenset[str]:
    """What a word in lower case may be the plural or possessive of; nothing unless it is English."""
    if language.partition("-")[0] != "en":
        return frozenset()
    base = _ENDING.sub("", word)
    if base == word:
        return frozenset()
    return frozenset({base[:-2] + "y" if base.endswith("ie") and word.endswith("ies") else base})
