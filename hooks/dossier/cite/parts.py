"""What every style needs of a reference: fields that are known, names, the title as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.runs import Run
from dossier.model import UNKNOWN, Reference

MOST_AUTHORS = 3
"""With more, an entry stands under its title and names the first author after it."""


def known(reference: Reference, field: str) -> str:
    """A field's text; empty where the entry has none or says ``unknown``."""
    value = reference.fields.get(field, "")
    return "" if value == UNKNOWN else value


def people(reference: Reference, role: str = "author") -> list[tuple[str, str]]:
    """Family and given names; empty where the entry says ``unknown``."""
    return [person for person in reference.persons.get(role, ()) if person != (UNKNOWN, "")]


def own_language(reference: Reference) -> str:
    """The language of the title."""
    return known(reference, "language")


def translated_title(reference: Reference, language: str) -> str:
    """The title in the reader's language, without the brackets that mark a supplied one."""
    return known(reference, f"title_{language}").removeprefix("[").removesuffix("]")


def dotted(date: str) -> str:
    """``2025-10-28`` as dd.mm.yyyy, which ГОСТ and ДСТУ ask for; partial dates lose what they lack."""
    return ".".join(reversed(date.split("-")))


def opening(reference: Reference, names: list[str], language: str) -> Iterator[Run]:
    """Authors (up to three) and title, with its translation, as ГОСТ and ДСТУ begin an entry."""
    if names and len(names) <= MOST_AUTHORS:
        joined = ", ".join(names)
        # Initials bring the full stop, an organisation needs one.
        yield Run(f"{joined} " if joined.endswith(".") else f"{joined}. ")
    own = own_language(reference)
    yield Run(known(reference, "title"), language="" if own == language else own)
    translated = translated_title(reference, language)
    if translated and own != language:
        yield Run(f" [{translated}]")


def inverted(family: str, given: str) -> str:
    """«Иванов И. П.», as ГОСТ and ДСТУ write a person; an organisation stays as it is."""
    initials = " ".join(f"{part[0]}." for part in given.split())
    return f"{family} {initials}".strip()
