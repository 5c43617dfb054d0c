"""From a form found in a text back to the bases it may belong to: guesses for an editor to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.link.forms import dictionary, forms
from dossier.link.forms.masks import ANY, WEAK
from dossier.link.forms.slavic import table
from dossier.link.language import language as known

_SHORTEST = 3
"""Letters of the shortest base that is guessed."""
_LONGEST = 40
"""Letters of the longest word that is taken for a form of another."""
_TYPES = ("person", "proper")
_UNLIKELY = re.compile("[аоуыэеиію][аы]$")
"""Two vowels in which names hardly ever end, though the tables would allow them as bases."""


@lru_cache(maxsize=1 << 12)
def bases(key: str, language: str) -> frozenset[str]:
    """The folded words of which a folded word is a form, itself among them."""
    if len(key) > _LONGEST:
        return frozenset({key})
    guessed = {key[:size] for size in range(_SHORTEST, len(key))} | set(_by_table(key, language))
    likely = (base for base in guessed if not _UNLIKELY.search(base))
    return frozenset({key, *(base for base in likely if cases(key, base, language))})


def is_in_dictionary(base: str, language: str) -> bool:
    """Whether a dictionary knows a base as a name or any other word that may be part of one."""
    return any(dictionary.paradigm(base, language, names_type, "") for names_type in _TYPES)


def cases(key: str, base: str, language: str) -> int:
    """The cases in which a word is surely a form of a base, be it a person's name or not; 0 for none."""
    found = 0
    for names_type in _TYPES:
        mask = forms(base, language, names_type).get(key, WEAK)
        found |= 0 if mask & WEAK else mask & ANY
    return found


@lru_cache(maxsize=1 << 12)
def possible_cases(key: str, language: str) -> int:
    """Every case in which a folded word may stand."""
    found = 0
    for base in bases(key, language):
        found |= cases(key, base, language)
    return found or ANY


def _by_table(key: str, language: str) -> Iterator[str]:
    for rows in table(known(language).paradigms).values():
        for row in rows:
            yield from (base for base in row.bases(key) if len(base) >= _SHORTEST)
