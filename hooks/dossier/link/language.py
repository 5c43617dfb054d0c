"""What the program knows of a language of articles: one file of data in ``languages/``, named by its code.

``uninflected``, ``openers``, ``titles``, ``attributes``, ``generations`` and ``acronym_endings`` are words
parted by spaces, ``bare_attributes`` is ``yes`` or missing, ``adjective`` is a list of endings by case,
``paradigms`` a table as :mod:`~dossier.link.forms.slavic` reads it, ``chains`` has a table for each script as
:mod:`~dossier.link.forms.chains` reads it. Every field may be missing; a language without a file has base
forms only. Words are written as :mod:`~dossier.link.normalise` folds them.

Only grammar's own words stand there; open classes are learnt from the dossier's texts, where a common word
occurs in small letters sooner or later.
"""

from __future__ import annotations

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
    generations: tuple[str, ...] = ()
    """Beginnings of words behind a name that tell a person from another of the family."""
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
        generations=tuple(known.get("generations", "").split()),
        adjective=_cases(known.get("adjective", ())),
        acronym_endings=frozenset(known.get("acronym_endings", "").split()),
        paradigms=known.get("paradigms", ""),
        chains=known.get("chains", {}),
    )


def _cases(endings: Sequence[str]) -> Mapping[str, int]:
    """Ending → cases, from one line of endings a case."""
    cases = [line.split() for line in endings]
    return {
        ending: sum(1 << case for case, line in enumerate(cases) if ending in line)
        for line in cases
        for ending in line
    }
