"""How names inflect: from a registered base token to the forms in which texts use it.

Each language is one module of tables. A language without a module has the base form only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from dossier.link.forms import en, ru, uk
from dossier.link.forms.masks import Forms, indeclinable
from dossier.link.normalise import Shape, folded

Inflect = Callable[[str, str, str], Forms]
"""Folded token, kind of names (``person``, ``proper``, ``term``) and gender → forms."""

LANGUAGES: Mapping[str, Inflect] = {"en": en.inflected, "ru": ru.inflected, "uk": uk.inflected}


@lru_cache(maxsize=1 << 15)
def forms(token: str, language: str, names_type: str = "proper", gender: str = "") -> Forms:
    """The forms of a base token, folded, each with the cases it may stand in.

    Acronyms, numbers and signs do not inflect, but for the English possessive.
    """
    key, shape = folded(token)
    inflect = LANGUAGES.get(language.partition("-")[0])
    if inflect is None or shape not in (Shape.LOWER, Shape.TITLE, Shape.UPPER):
        return indeclinable(key)
    if shape is Shape.UPPER and language.partition("-")[0] != "en":
        return indeclinable(key)
    return inflect(key, names_type, gender)
