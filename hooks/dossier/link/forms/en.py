"""English: the possessive of any name, the plural of terms."""

from __future__ import annotations

import re

from dossier.link.forms.masks import ANY, FIXED, Forms

_IES = re.compile("[^aeiou]y$")
_ES = re.compile("(?:s|x|z|ch|sh)$")


def inflected(key: str, names_type: str, gender: str) -> Forms:
    """The base, its possessive and, for terms, its plural; any of them agrees with any other word."""
    found = {key: ANY | FIXED, f"{key}'s": ANY}
    if names_type == "term":
        found.setdefault(_plural(key), ANY)
    return found


def _plural(key: str) -> str:
    if _IES.search(key):
        return key[:-1] + "ies"
    return key + ("es" if _ES.search(key) else "s")
