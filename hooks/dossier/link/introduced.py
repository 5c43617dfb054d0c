"""Short names that an article itself introduces: «Общество любителей книги (ОЛК)».

They are valid in that article only, by the rule ``introduced``, and are no aliases of the registry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.link.forms.masks import indeclinable
from dossier.link.forms.packed import packed
from dossier.link.index import Index
from dossier.link.names import Name
from dossier.link.normalise import Shape
from dossier.link.passage import Passage, Word
from dossier.link.registered import Capital
from dossier.link.scan import Candidate, Sight

INTRODUCED = "introduced"
_NAMED_BY_LETTERS = frozenset(["Organization", "Event", "Product"])


def introduced(sights: Iterable[Sight], index: Index) -> Mapping[str, tuple[Name, ...]]:
    """The acronyms in brackets behind names, unless the registry knows them or two entities share one."""
    found: dict[str, dict[str, Name]] = {}
    for where, names in sights:
        for one in names:
            acronym = _acronym(one, where)
            if acronym and not index.names(acronym):
                found.setdefault(acronym, {})[one.name.entity] = _name(one.name, acronym)
    return {acronym: tuple(names.values()) for acronym, names in found.items() if len(names) == 1}


def _acronym(one: Candidate, where: Passage) -> str:
    """The key of the acronym of a name's own letters in brackets behind it, or nothing."""
    opening, word, closing = [*where.tokens[one.last : one.last + 3], *[None] * 3][:3]
    if one.name.kind not in _NAMED_BY_LETTERS or not (opening and word and closing):
        return ""
    if (opening.key, closing.key) != ("(", ")") or word.shape != Shape.UPPER:
        return ""
    return word.key if _is_made_of(word.key, where.tokens[one.first : one.last]) else ""


def _is_made_of(acronym: str, words: Iterable[Word]) -> bool:
    """Whether the letters stand in the words in order, the first at the start of the first, and so on."""
    initials = [word.key for word in words if word.shape >= Shape.LOWER]
    letters = iter("".join(initials))
    starts = sum(word[0] in acronym for word in initials)
    in_order = all(letter in letters for letter in acronym)
    return len(initials) > 1 and starts > 1 and initials[0][0] == acronym[0] and in_order


def _name(full: Name, acronym: str) -> Name:
    return Name(
        entity=full.entity,
        rule=INTRODUCED,
        own=True,
        kind=full.kind,
        person=False,
        term=False,
        slots=(packed(indeclinable(acronym)),),
        capitals=(Capital.ALL,),
    )
