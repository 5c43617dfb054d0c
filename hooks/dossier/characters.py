"""Characters that readers take for one another, and how to name those that they cannot tell apart.

A leaf: imports nothing of ours.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’‘ʼʻʹʽ`´′＇"
QUOTES = '"«»“”„‟‹›‚‛＂〝〞' + APOSTROPHES
DASHES = "‐‑‒–—―−﹘﹣－-"  # the plain hyphen last, where a character class needs it
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Characters without a shape of their own, as ranges of a character class."""
CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјорѕхуһ"
LATIN = "ABCEHIJKMOPSTXYaceijopsxyh"
"""Each letter looks like the one at the same place of ``CYRILLIC``."""
TO_LATIN = str.maketrans(CYRILLIC, LATIN)

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps from being files, with whatever ending (Microsoft, “Naming Files, Paths, and
Namespaces”); a copy of the site could not be unpacked there."""

UNWELCOME = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Control characters (C0 but tab and line ends, C1 but NEL), noncharacters, which mean nothing to anybody
else (The Unicode Standard, 23.7), and explicit bidirectional controls, which can make a line read differently
from what it says (Unicode TR 36, CVE-2021-42574)."""

_HAS_NO_SHAPE = re.compile(f"[{INVISIBLE}]")

# What Unicode has no names for: it calls all controls <control>.
_CONTROLS = {"\t": "CHARACTER TABULATION", "\n": "LINE FEED", "\r": "CARRIAGE RETURN", "\x85": "NEXT LINE"}


class Skeleton(NamedTuple):
    """A text as it looks at a glance."""

    text: str
    places: tuple[int, ...]
    """For each of its characters, the offset of the one in the original that it stands for."""


@lru_cache(maxsize=64)
def skeleton(text: str) -> Skeleton:
    """The text without what the eye misses: texts that look the same have the same skeleton.

    Composed and decomposed letters (Unicode NFKD), Cyrillic and Latin ones of one shape, all kinds of
    quotation marks, of dashes and of white space fall together, and invisible characters fall out.
    """
    found: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for look in _look(char):
            if look != " " or found[-1:] != [" "]:
                found.append(look)
                places.append(place)
    return Skeleton("".join(found), tuple(places))


@lru_cache(maxsize=4096)
def _look(char: str) -> str:
    if char.isspace():
        return " "
    if char in QUOTES:
        return '"'
    if char in DASHES:
        return "-"
    if _HAS_NO_SHAPE.match(char):
        return ""
    return unicodedata.normalize("NFKD", char).translate(TO_LATIN)


def spelt(chars: str) -> str:
    """Code points with their names, as the Unicode standard writes them: ``U+00A0 NO-BREAK SPACE``."""
    return ", ".join(f"U+{ord(c):04X} {_CONTROLS.get(c) or unicodedata.name(c, '')}".strip() for c in chars)


def cluster(text: str, at: int) -> str:
    """The character at an offset, with the combining marks upon it; nothing at the end of the text."""
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return text[at:end]
