"""Authors, editors and others, in the letters of the reader."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.cite.parts import Name, known, own_language, people
from dossier.cite.runs import Runs, join, plain
from dossier.cite.vocabulary import AUTHOR, EDITOR
from dossier.i18n.collation import ALPHABETS
from dossier.i18n.interface import Interface
from dossier.i18n.romanise import romanised
from dossier.model import Reference

_NOTED, _LISTED, _FIRST = 2, 6, 3
"""How many authors a note names, how many a bibliography, and how many of still more (13.23)."""
_BOOKS = ("book", "collection", "proceedings")


def heads(reference: Reference, words: Interface) -> list[Name]:
    """The authors, or the editors of a book that has none."""
    return _read(reference, AUTHOR, words) or (
        _read(reference, EDITOR, words) if is_edited(reference) else []
    )


def is_edited(reference: Reference) -> bool:
    """Whether editors stand where an author would."""
    return not people(reference) and reference.type in _BOOKS


def noted(reference: Reference, words: Interface) -> Runs:
    """The names at the head of a note: Ada Reed and Ann Poe."""
    names = [_direct(name) for name in heads(reference, words)]
    return _in_role(reference, words, together(names, words), len(names))


def listed(reference: Reference, words: Interface) -> Runs:
    """The names at the head of an entry: Reed, Ada, and Ann Poe."""
    names = heads(reference, words)
    said = [*map(_inverted, names[:1]), *map(_direct, names[1:])]
    if len(said) > _LISTED:
        some = words.say("{first}, et al.", first=", ".join(said[:_FIRST]))
    elif len(said) > 1:
        some = words.say("{first}, and {second}", first=", ".join(said[:-1]), second=said[-1])
    else:
        some = "".join(said)
    return _in_role(reference, words, some, len(said))


def filed_under(reference: Reference, words: Interface) -> tuple[str, ...]:
    """The names of an entry, family names first, by which a bibliography is sorted."""
    return tuple(map(_inverted, heads(reference, words)))


def together(names: Sequence[str], words: Interface) -> str:
    """One or two names, or the first of more."""
    if len(names) > _NOTED:
        return words.say("{first} et al.", first=names[0])
    return words.say("{first} and {second}", first=names[0], second=names[1]) if names[1:] else "".join(names)


def by(reference: Reference, role: str, words: Interface) -> str:
    """The names of editors, translators or interviewers within a sentence."""
    return together([_direct(name) for name in _read(reference, role, words)], words)


def _read(reference: Reference, role: str, words: Interface) -> list[Name]:
    """Names that are given in the reader's language, else their letters turned into Latin ones."""
    names = people(reference, role, words.language)
    if "а" in ALPHABETS.get(words.language, ""):
        return names
    own = own_language(reference)
    return [(romanised(family, own), romanised(given, own)) for family, given in names]


def _in_role(reference: Reference, words: Interface, names: str, count: int) -> Runs:
    handle = known(reference, "handle")
    named = f"{names} ({handle})" if names and handle else names or handle
    role = words.say("ed.") if count == 1 else words.say("eds.")
    return join(", ", [plain(named), plain(role if names and is_edited(reference) else "")])


def _direct(name: Name) -> str:
    family, given = name
    return f"{given} {family}".strip()


def _inverted(name: Name) -> str:
    return ", ".join(filter(None, name))
