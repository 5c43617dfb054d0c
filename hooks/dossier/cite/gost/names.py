"""Persons in the heading, «Иванов И. П.», and after the slash, «И. П. Иванов»."""

from __future__ import annotations

from dossier.cite.gost.terms import Terms
from dossier.cite.parts import Name, initials, known, people
from dossier.cite.vocabulary import EDITOR, INTERVIEWER, TRANSLATOR
from dossier.model import Reference

MOST_AUTHORS = 3
"""With more, an entry stands under its title and names the first author after it (ГОСТ Р 7.0.5, 4.10)."""
PARTS = ("incollection", "inproceedings")
"""Types whose editors are those of the book around them."""


def heading(reference: Reference) -> tuple[str, ...]:
    """Up to three authors, family names first; an organisation as it is."""
    names = people(reference)
    return tuple(map(_inverted, names)) if len(names) <= MOST_AUTHORS else ()


def responsible(reference: Reference, terms: Terms) -> str:
    """Authors who do not stand in the heading, editors, translators, interviewers; a thesis's university."""
    authors = people(reference)
    groups = [some(authors, terms)] if len(authors) > MOST_AUTHORS else []
    editors = [] if reference.type in PARTS else people(reference, EDITOR)
    for word, names in (
        (terms.editor, editors),
        (terms.translator, people(reference, TRANSLATOR)),
        (terms.interviewer, people(reference, INTERVIEWER)),
    ):
        groups += [f"{word} {some(names, terms)}"] if names else []
    if reference.type == "thesis" and known(reference, "publisher"):
        groups.append(known(reference, "publisher"))
    return " ; ".join(groups)


def some(names: list[Name], terms: Terms) -> str:
    """Up to three names, or the first of more."""
    if len(names) > MOST_AUTHORS:
        return f"{_direct(names[0])} {terms.others}"
    return ", ".join(map(_direct, names))


def _inverted(name: Name) -> str:
    family, given = name
    return f"{family} {initials(given)}".strip()


def _direct(name: Name) -> str:
    family, given = name
    return f"{initials(given)} {family}".strip()
