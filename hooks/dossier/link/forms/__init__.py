"""How names inflect: from a registered base token to the forms in which texts use it.

A language with a table of endings is a file of data in ``link/languages/``; one that inflects otherwise has
a module here as well. A language without either has the base form only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from dossier.link.forms import agglutination, en
from dossier.link.forms.masks import Forms, indeclinable
from dossier.link.forms.slavic import declined
from dossier.link.language import language as known
from dossier.link.normalise import Shape, folded

Inflect = Callable[[str, str, str], Forms]
"""Folded token, kind of names (``person``, ``proper``, ``term``) and gender → forms."""

MODULES: Mapping[str, Inflect] = {"en": en.inflected}
"""Primary subtag → the function that inflects, for languages that are no table of endings."""


@lru_cache(maxsize=1 << 12)
def forms(token: str, language: str, names_type: str = "proper", gender: str = "") -> Forms:
    """The forms of a base token, folded, each with the cases it may stand in.

    Numbers and signs do not inflect, and acronyms only where suffixes are written to them.
    """
    key, shape = folded(token)
    primary = language.partition("-")[0]
    data = known(primary)
    if shape < Shape.LOWER:
        return indeclinable(key)
    if primary in MODULES:
        return MODULES[primary](key, names_type, gender)
    if data.chains:
        return agglutination.suffixed(key, data, names_type, acronym=shape is Shape.UPPER)
    if shape is Shape.UPPER:
        return indeclinable(key)
    return declined(key, data, names_type, gender)


@lru_cache(maxsize=64)
def endings(language: str) -> frozenset[str]:
    """What texts in a language write behind a hyphen as the ending of a name or acronym."""
    return agglutination.endings(known(language))
