"""What the program knows of a language of articles: one file of data in ``languages/``, named by its code.

``uninflected``, ``openers``, ``titles``, ``attributes``, ``generations``, ``honours``, ``vacant``,
``speaking``, ``office_of`` and ``acronym_endings`` are words parted by spaces, ``classes`` such words by
what they announce, ``spelling`` pairs of letters by language; ``bare_attributes`` and ``free_hyphens`` are
``yes`` or missing; ``adjective`` is a list of endings by case, ``paradigms`` a table as
:mod:`~dossier.link.forms.slavic` reads it, ``chains`` has a table for each script as
:mod:`~dossier.link.forms.chains` reads it. Every field may be missing; a language without a file has base
forms only. Words are written as :mod:`~dossier.link.normalise` folds them.

Only grammar's own words stand there; open classes are learnt from the dossier's texts, where a common word
occurs in small letters sooner or later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).with_name("languages")
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
    bare_attributes: bool = False
    """Attributes have no endings that would agree with their noun."""
    attributes: frozenset[str] = frozenset()
    """Those that make names of names («Оңтүстік Корея»); where given, a sentence's first word is no other."""
    free_hyphens: bool = False
    """A hyphen joins names to common words freely («US-backed»), and makes no other name of them."""
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
    speaking: frozenset[str] = frozenset()
    """Beginnings of verbs of saying, and of nouns that stand for one («по словам»)."""
    office_of: frozenset[str] = frozenset()
    """Words between an office and what it is an office of, where no case says so."""
    adjective: Mapping[str, int] = field(default_factory=dict)
    """What an adjective may end in, with the cases, as in :mod:`~dossier.link.forms.masks`."""
    acronym_endings: frozenset[str] = frozenset()
    """What may stand behind an acronym and a hyphen."""
    paradigms: str = ""
    """The table of endings."""
    chains: Mapping[str, str] = field(default_factory=dict)
    """Script, ``cyrillic`` or ``latin`` → the table of suffixes."""

    def adjective_cases(self, key: str) -> int:
        """The cases in which a word may be an adjective by its ending; 0 where it cannot be one."""
        ends = self.adjective
        return ends.get(key[-3:], 0) | ends.get(key[-2:], 0) | ends.get(key[-1:], 0)

    def respelt(self, text: str, other: str) -> str:
        """A person's name of another language as this one would write it; as it is where nothing is known."""
        pairs = self.spelling.get(other, {})
        if not pairs:
            return text
        pieces = re.compile("|".join(pairs), re.IGNORECASE)
        return pieces.sub(lambda found: _as_capital(pairs[found.group().lower()], found.group()), text)

    def is_adjective(self, key: str) -> bool:
        """Whether a word ends as adjectives do in the nominative; one letter alone says too little."""
        return any(self.adjective.get(key[-size:], 0) & 1 for size in (2, 3))


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language of a code such as ``uk`` or ``pt-BR``, of which the primary subtag counts."""
    code = code.partition("-")[0]
    file = _FOLDER / f"{code}.yml"
    if not (code.isalpha() and file.is_file()):
        return Language(code)
    known = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  it makes text only
    return Language(
        code,
        uninflected=frozenset(known.get("uninflected", "").split()),
        openers=frozenset(known.get("openers", "").split()),
        titles=frozenset(known.get("titles", "").split()),
        attributes=frozenset(known.get("attributes", "").split()),
        bare_attributes=known.get("bare_attributes") == "yes",
        free_hyphens=known.get("free_hyphens") == "yes",
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
        speaking=frozenset(known.get("speaking", "").split()),
        office_of=frozenset(known.get("office_of", "").split()),
        adjective=_cases(known.get("adjective", ())),
        acronym_endings=frozenset(known.get("acronym_endings", "").split()),
        paradigms=known.get("paradigms", ""),
        chains=known.get("chains", {}),
    )


def _as_capital(piece: str, original: str) -> str:
    return piece.capitalize() if original[:1].isupper() else piece


@lru_cache(maxsize=1)
def written() -> tuple[str, ...]:
    """The codes of all languages that have a file."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yml")))


def _cases(endings: Sequence[str]) -> Mapping[str, int]:
    """Ending → cases, from one line of endings a case."""
    cases = [line.split() for line in endings]
    return {
        ending: sum(1 << case for case, line in enumerate(cases) if ending in line)
        for line in cases
        for ending in line
    }
