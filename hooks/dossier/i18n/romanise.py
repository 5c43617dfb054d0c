"""Cyrillic names in Latin letters, as English texts write them, and names in the letters of ids.

Close to BGN/PCGN, without its signs for soft and hard consonants. Where an editor gives a name in English,
that one counts: ids are only proposed, and references romanise only authors who have no English name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_TABLE = """
а a  б b  в v  г g  ґ g  д d  е e  є ie ж zh з z  и i  й i  к k  л l  м m  н n  о o  п p  р r  с s  т t  у u
ф f  х kh ц ts ч ch ш sh щ shch ъ - ы y  ь -  э e  ю yu я ya ё yo і i  ї i  ј j  љ lj њ nj ћ c  џ dz ў u
қ q  ғ gh ң ng ө o  ұ u  ү u  һ h  ә a  ҳ h  ҷ j  ӣ i  ӯ u  ł l  ø o  đ d  ı i  ß ss æ ae œ oe
"""
_PAIRS = _TABLE.split()
_LETTERS = dict(zip(_PAIRS[::2], (read.replace("-", "") for read in _PAIRS[1::2]), strict=True))
_BY_LANGUAGE = {"uk": {"г": "h", "и": "y", "й": "i"}, "bg": {"щ": "sht", "ъ": "a", "х": "h"}}


def romanised(name: str, language: str = "") -> str:
    """A name with its Cyrillic letters written in Latin ones; all others stay as they are."""
    own = _LETTERS | _BY_LANGUAGE.get(language.partition("-")[0], {})
    return "".join(_romanised(char, own) for char in unicodedata.normalize("NFC", name))


def _romanised(char: str, own: Mapping[str, str]) -> str:
    if not "\u0400" <= char <= "\u052f":
        return char
    read = own.get(char.lower(), char)
    return read if char.islower() else read.capitalize()


def slug(name: str, language: str = "") -> str:
    """An id for a name, ``[a-z0-9]+(-[a-z0-9]+)*``; empty where no letter of it can be read."""
    own = _LETTERS | _BY_LANGUAGE.get(language.partition("-")[0], {})
    read = "".join(own.get(char, char) for char in unicodedata.normalize("NFC", name).casefold())
    plain = "".join(char for char in unicodedata.normalize("NFKD", read) if not unicodedata.combining(char))
    return "-".join(re.findall("[a-z0-9]+", re.sub("['’ʼʻ]", "", plain)))[:80].strip("-")
