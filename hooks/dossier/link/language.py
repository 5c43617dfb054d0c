"""What the program knows of a language of articles: one file of data in ``languages/``, named by its code.

``uninflected``, ``openers``, ``titles``, ``generations``, ``honours``, ``vacant`` and
``attribute`` are words parted by spaces,
``classes`` such words by what they announce, ``spelling`` pairs of letters by language, ``adjective`` a list
of endings by case, ``paradigms`` a table as :mod:`~dossier.link.forms.slavic` reads it. Every field may be
missing; a language without a file has base forms only. Words are written as
:mod:`~dossier.link.normalise` folds them.

Only grammar's own words stand there; open classes are learnt from the dossier's texts, where a common word
occurs in small letters sooner or later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Language:
    """The closed classes of words and the endings of one language."""

    code: str
    uninflected: frozenset[str] = frozenset()
    """Words inside names that never inflect, and let the cases through: conjunctions."""
    openers: frozenset[str] = frozenset()
    """Words that begin sentences, as they stand."""
    titles: frozenset[str] = frozenset()
    """Words that stand before names without being part of them, in their base form."""
    generations: tuple[str, ...] = ()
    """Beginnings of words behind a name that tell a person from another of the family."""
    spelling: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Other language → its letters, as this language writes them in persons' names."""
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Nouns that stand before names as their class, in base form → what such a name may be."""
    honours: frozenset[str] = frozenset()
    """Nouns behind which a surname only honours somebody: streets and prizes, in base form."""
    vacant: frozenset[str] = frozenset()
    """Words before an office by which its holder of the day is not meant, in base form."""
    attribute: frozenset[str] = frozenset()
    """Words between an office and what it is an office of, where no case says so."""
    caseless: bool = True
    """Names have no cases, or none that are known, so a form does not tell whether a name is whole."""
    adjective: Mapping[str, int] = field(default_factory=dict)
    """What an adjective may end in, with the cases, as in :mod:`~dossier.link.forms.masks`."""
    paradigms: str = ""
    """The table of endings."""

    def respelt(self, text: str, other: str) -> str:
        """A person's name of another language as this one would write it; as it is where nothing is known."""
        pairs = self.spelling.get(other, {})
        if not pairs:
            return text
        pieces = re.compile("|".join(pairs), re.IGNORECASE)
        return pieces.sub(lambda found: _as_capital(pairs[found.group().lower()], found.group()), text)

    def adjective_cases(self, key: str) -> int:
        """The cases in which a word may be an adjective by its ending; 0 where it cannot be one."""
        ends = self.adjective
        return ends.get(key[-3:], 0) | ends.get(key[-2:], 0) | ends.get(key[-1:], 0)


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language of a code such as ``uk`` or ``pt-BR``, of which the primary subtag counts."""
    code = code.partition("-")[0]
    file = files("dossier.link") / "languages" / f"{code}.yml"
    if not (code.isalpha() and file.is_file()):
        return Language(code)
    known = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  it makes text only
    return Language(
        code,
        uninflected=frozenset(known.get("uninflected", "").split()),
        openers=frozenset(known.get("openers", "").split()),
        titles=frozenset(known.get("titles", "").split()),
        generations=tuple(known.get("generations", "").split()),
        spelling={
            other: dict(pair.split("=") for pair in pairs.split())
            for other, pairs in known.get("spelling", {}).items()
        },
        classes={
            word: frozenset(types.split())
            for types, words in known.get("classes", {}).items()
            for word in words.split()
        },
        honours=frozenset(known.get("honours", "").split()),
        vacant=frozenset(known.get("vacant", "").split()),
        attribute=frozenset(known.get("attribute", "").split()),
        caseless="caseless" in known,
        adjective=_cases(known.get("adjective", ())),
        paradigms=known.get("paradigms", ""),
    )


def _as_capital(piece: str, original: str) -> str:
    return piece.capitalize() if original[:1].isupper() else piece


def _cases(endings: Sequence[str]) -> Mapping[str, int]:
    """Ending → cases, from one line of endings a case."""
    cases = [line.split() for line in endings]
    return {
        ending: sum(1 << case for case, line in enumerate(cases) if ending in line)
        for line in cases
        for ending in line
    }
