"""BibTeX, with the types and fields of biblatex (manual 3.20); :mod:`dossier.read.bibtex` reads it back.

A type that biblatex lacks is written as the nearest it has, with the dossier's own as ``entrysubtype``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.cite.vocabulary import VERBATIM
from dossier.exports.works import Work
from dossier.model import UNKNOWN, Reference

STANDARD: Mapping[str, str] = {
    "newspaper": "article",
    "post": "online",
    "pressrelease": "misc",
    "interview": "misc",
    "broadcast": "misc",
    "manuscript": "unpublished",
}
"""Type → that of biblatex which is nearest."""


def bibtex(works: Iterable[Work]) -> str:
    """An entry a work, an empty line between them."""
    return "\n".join(entry(work.reference) for work in works)


def entry(reference: Reference) -> str:
    """The entry, without what nobody knows."""
    type_ = STANDARD.get(reference.type, reference.type)
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(reference)]
    return f"@{type_}{{{reference.key},\n{''.join(lines)}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.type in STANDARD:
        yield "entrysubtype", reference.type
    for role, persons in reference.persons.items():
        named = [_person(*person) for person in persons if person != (UNKNOWN, "")]
        if named:
            yield role, " and ".join(named)
    for name, value in reference.fields.items():
        if value not in ("", UNKNOWN):
            yield name, _verbatim(value) if name in VERBATIM else escaped(value)


def _person(family: str, given: str) -> str:
    """“Reed, Ada Jane”; braces keep an organisation's name in one piece."""
    return f"{_name(family)}, {_name(given)}" if given else f"{{{escaped(family)}}}"


def _name(name: str) -> str:
    """A name, in braces where BibTeX would take it for several."""
    return f"{{{escaped(name)}}}" if re.search(r",|\band\b", name, re.IGNORECASE) else escaped(name)


_ESCAPES: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\u00a0": "~",
} | {character: f"\\{character}" for character in "%&#_$"}
_LIGATURES = re.compile(r"(?<=[-`',?!])(?=[-`',])")
"""Between characters of which LaTeX makes one: --, ``, '', ,, and ?` become –, “, ”, „ and ¿."""


def escaped(text: str) -> str:
    """The text as LaTeX prints it, on one line and with its braces in pairs."""
    parted = _LIGATURES.sub("\0", re.sub(r"[^\S\u00a0]+", " ", text).replace("\0", ""))
    return "".join(_ESCAPES.get(character, character) for character in parted).replace("\0", "{}")


def _verbatim(address: str) -> str:
    """An address, without spaces; what would end the field is percent-encoded (RFC 3986, 2.1)."""
    return "".join(address.split()).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
