"""BibTeX, parsed by pybtex."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pybtex import errors as pybtex_errors
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from dossier.cite.vocabulary import (
    FIELD_ALIASES,
    ROLES,
    THESES,
    TYPE_ALIASES,
    TYPES,
    VERBATIM,
    names_persons,
)
from dossier.model import Reference
from dossier.problems import Location, Problems
from dossier.raw import RawReferences
from dossier.read.bibtex_places import field_places


def parsed(text: str, file: str, problems: Problems) -> RawReferences:
    """The entries of a bibliography, and which of them came to harm."""
    places = _places(text, file)
    fields = field_places(text, file, problems)
    if fields is None:
        return RawReferences(whole=False)
    names = {name for one in fields.values() for name in one if names_persons(name)}
    entries, complaints = _parse(text, file, places, {*ROLES, *names}, problems)
    return RawReferences(
        entries={
            key: _reference(
                key, entry, places.get(key.lower(), Location(file)), fields.get(key.lower(), {}), problems
            )
            for key, entry in entries.items()
        },
        damaged=frozenset(key for key in entries for where in complaints if places.get(key.lower()) == where),
        whole=not complaints,
    )


def _parse(
    text: str, file: str, places: Mapping[str, Location], persons: Iterable[str], problems: Problems
) -> tuple[Mapping[str, Entry], list[Location]]:
    """The entries pybtex finds, and where those begin of which it complains; each complaint is a problem."""
    parser = Parser(encoding="utf-8", person_fields=persons)
    with pybtex_errors.capture() as complaints:
        try:
            data: BibliographyData = parser.parse_string(text)
        except PybtexError as error:
            complaints.append(error)
            data = BibliographyData()
    found = [(_place_of(complaint, file, places), _say(complaint)) for complaint in complaints]
    for where, message in found:
        problems.error("bibtex", where, f"malformed BibTeX: {message}", _HINT)
    begins = sorted(places.values())
    return data.entries, [max((b for b in begins if b <= where), default=where) for where, _ in found]


_HINT = "an entry reads  @online{key, title = {…}, date = {2025-10-28}, }"


def _say(complaint: Exception) -> str:
    return str(complaint).splitlines()[0].strip()


def _place_of(complaint: Exception, file: str, places: Mapping[str, Location]) -> Location:
    line = getattr(complaint, "lineno", None)
    if line:
        return Location(file, int(line), 1)
    named = [places[key] for key in places if key in str(complaint).lower()]
    return named[-1] if named else Location(file)


_START = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,{}()]+)")


def _places(text: str, file: str) -> dict[str, Location]:
    """Lower-case key → where its last entry begins, for messages; pybtex keeps no places."""
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    found = {}
    for match in _START.finditer(text):
        line = bisect_right(begins, match.start())
        found[match[1].lower()] = Location(file, line, match.start() - begins[line - 1] + 1)
    return found


def _reference(
    key: str, entry: Entry, where: Location, places: Mapping[str, Location], problems: Problems
) -> Reference:
    """The entry in plain text, its type and fields by the names that biblatex has for them now."""
    written = entry.original_type.lower()
    persons = {
        role.lower(): tuple(_person(p, places.get(role.lower(), where), problems) for p in people)
        for role, people in entry.persons.items()
    }
    plain = {
        name: verbatim(value) if name in VERBATIM else _plain(value, places.get(name, where), problems)
        for name, value in ((name.lower(), value) for name, value in entry.fields.items())
    }
    # biblatex has no type of its own for some of ours, and says in this field what else an entry is.
    special = plain.pop("entrysubtype") if plain.get("entrysubtype") in TYPES else ""
    fields = {"type": THESES[written]} if written in THESES else {}
    # Where a field stands under both names, the one that biblatex has for it counts.
    fields |= {FIELD_ALIASES[name]: value for name, value in plain.items() if name in FIELD_ALIASES}
    fields |= {name: value for name, value in plain.items() if name not in FIELD_ALIASES}
    if "date" not in fields and (date := _date(fields)):
        fields["date"] = date
    told = {FIELD_ALIASES.get(name, name): place for name, place in places.items()}
    return Reference(key, special or TYPE_ALIASES.get(written, written), fields, persons, where, told)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _date(fields: Mapping[str, str]) -> str:
    """What BibTeX without biblatex says in ``year`` and ``month``; empty where there is no year."""
    year, month = fields.get("year", ""), fields.get("month", "").lower()
    if month[:3] in _MONTHS:
        month = str(_MONTHS.index(month[:3]) + 1)
    return f"{year}-{int(month):02}" if year and month.isdecimal() else year


def _person(person: Person, where: Location, problems: Problems) -> tuple[str, str]:
    given = " ".join([*person.first_names, *person.middle_names])
    family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    return (_plain(family, where, problems), _plain(given, where, problems))


def _plain(value: str, where: Location, problems: Problems) -> str:
    try:
        return plain_text(value)
    except (PybtexError, ValueError) as error:
        problems.error(
            "bibtex", where, f"malformed LaTeX in “{value[:40]}”: {_say(error)}", "close every brace"
        )
        return ""


_TELLING = re.compile(r"[\\{}%~`\n\t]|  |''|,,|--")
"""Whatever LaTeX does not print as it stands: commands, groups, comments, ties, ligatures, runs of spaces."""


@lru_cache(maxsize=1 << 12)
def plain_text(value: str) -> str:
    """Plain text of a BibTeX value: braces gone, LaTeX accents decoded."""
    return _from_latex(value).strip() if _TELLING.search(value) else value.strip()


_PRINTED: Mapping[str, str] = {
    r"\{": "{",
    r"\}": "}",
    r"\$": "$",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
}
"""Commands for single characters that pybtex does not know."""
_COMMANDS = re.compile("|".join(rf"(?<!\\){re.escape(command)}" for command in _PRINTED))
_STAND_INS = {character: chr(0xFDD0 + at) for at, character in enumerate("{}$^")}
"""Noncharacters, which no text has, and no parser of LaTeX takes for anything."""


def _from_latex(value: str) -> str:
    text = str(Text.from_latex(_COMMANDS.sub(lambda match: _STAND_INS[_PRINTED[match[0]]], value)))
    for character, stand_in in _STAND_INS.items():
        text = text.replace(stand_in, character)
    return text


def verbatim(value: str) -> str:
    """An address as it stands; in it a per cent sign opens no comment, and a tilde is no space."""
    return re.sub(r"\\([%#&_~{}$])", r"\1", value.strip())
