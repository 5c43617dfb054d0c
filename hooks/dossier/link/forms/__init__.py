"""How names inflect: from a registered base token to the forms in which texts use it.

A language with a table of endings is a file of data in ``link/languages/``; words that its dictionary knows
take the dictionary's forms besides. A language that inflects otherwise has a module here as well, and one
without either has base forms only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from dossier.link.forms import agglutination, dictionary, en
from dossier.link.forms.masks import Forms, indeclinable, of_number, union
from dossier.link.forms.slavic import PERSON, declined
from dossier.link.language import Language
from dossier.link.language import language as known
from dossier.link.normalise import Shape, folded

Inflect = Callable[[str, str, str], Forms]
"""Folded token, kind of names and gender → forms.

The kind is ``proper``, ``term``, ``acronym``, or of a person's name ``given``, ``surname`` and, where it is
not known which, ``person``.
"""

MODULES: Mapping[str, Inflect] = {"en": en.inflected}
"""Primary subtag → the function that inflects, for languages that are no table of endings."""


@lru_cache(maxsize=1 << 12)
def forms(token: str, language: str, names_type: str = "proper", gender: str = "") -> Forms:
    """The forms of a base token, folded, each with the cases it may stand in.

    Numbers and signs do not inflect.
    """
    key, shape = folded(token)
    primary = language.partition("-")[0]
    data = known(primary)
    if shape < Shape.LOWER:
        return indeclinable(key)
    if primary in MODULES:
        return MODULES[primary](key, names_type, gender)
    if data.chains:
        return agglutination.suffixed(key, data, names_type, acronym=shape == Shape.UPPER)
    if shape == Shape.UPPER:
        return declined(key, data, "acronym", gender)
    return _slavic(key, data, names_type, gender)


def _slavic(key: str, language: Language, names_type: str, gender: str) -> Forms:
    """What the dictionary and the table say, unless the dictionary knows that the word never inflects."""
    paradigm = dictionary.paradigm(key, language.code, names_type, gender)
    if set(paradigm) == {key} and (gender or names_type not in PERSON):
        return indeclinable(key)
    found = union(declined(key, language, names_type, gender), paradigm)
    # «Германий» is no Germany: where the dictionary knows the number, the table need not guess.
    return of_number(found, paradigm) if paradigm and names_type == "proper" else found


@lru_cache(maxsize=64)
def endings(language: str) -> frozenset[str]:
    """What texts in a language write behind a hyphen as the ending of a name or acronym."""
    return agglutination.endings(known(language))
