"""Leaf: how much room words take in a picture, for which no font is at hand when a site is built."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from unicodedata import east_asian_width


def breadth(words: str, size: float) -> float:
    """About how wide words are, in the units of the letters' size; rather too wide than too narrow."""
    return size * sum(_breadth(letter) for letter in words)


@lru_cache(maxsize=1 << 12)
def _breadth(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.05
    if letter in " .,:;'’|!()ilIjtfr":
        return 0.36
    return 0.74 if letter.isupper() or letter in "mwшщжюфмыШЩЖЮ" else 0.6


def shortened(words: str, size: float, room: float) -> str:
    """As much of the words as fits, with an ellipsis where something is left out."""
    if breadth(words, size) <= room:
        return words
    widths = list(accumulate(map(_breadth, words), initial=_breadth("…")))
    fitting = sum(1 for width in widths[1:] if size * width <= room)
    return f"{words[:fitting].rstrip()}…"
