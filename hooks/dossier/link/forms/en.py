"""English: the possessive of any name, the plural of terms."""

from __future__ import annotations

import re

from dossier.link.forms.masks import BASE, FINAL, Forms

_IES = re.compile("[^aeiou]y$")
_ES = re.compile("(?:s|x|z|ch|sh)$")


def inflected(key: str, names_type: str, gender: str) -> Forms:
    """The base, its possessive and, for terms, its plural; the latter two only of a name's last word."""
    found = {key: BASE, f"{key}'s": FINAL}
    if names_type == "term":
        found.setdefault(_plural(key), FINAL)
    return found


def _plural(key: str) -> str:
    if _IES.search(key):
        return key[:-1] + "ies"
    return key + ("es" if _ES.search(key) else "s")
