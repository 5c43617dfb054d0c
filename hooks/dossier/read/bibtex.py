"""BibTeX, parsed by pybtex."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from pybtex import errors as pybtex_errors
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from dossier.model import Reference
from dossier.problems import Location, Problems
from dossier.raw import RawReferences


def parsed(text: str, file: str, problems: Problems) -> RawReferences:
    """The entries of a bibliography, and which of them came to harm."""
    places = _places(text, file)
    entries, complaints = _parse(text, file, places, problems)
    return RawReferences(
        entries={
            key: _reference(key, entry, places.get(key.lower(), Location(file)), problems)
            for key, entry in entries.items()
        },
        damaged=frozenset(key for key in entries for where in complaints if places.get(key.lower()) == where),
        whole=not complaints,
    )


def _parse(
    text: str, file: str, places: Mapping[str, Location], problems: Problems
) -> tuple[Mapping[str, Entry], list[Location]]:
    """The entries pybtex finds, and where those begin of which it complains; each complaint is a problem."""
    parser = Parser(encoding="utf-8")
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


def _reference(key: str, entry: Entry, where: Location, problems: Problems) -> Reference:
    persons = {
        role: tuple(_person(p, where, problems) for p in people) for role, people in entry.persons.items()
    }
    fields = {name.lower(): _plain(value, where, problems) for name, value in entry.fields.items()}
    return Reference(key, entry.original_type.lower(), fields, persons, where)


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
    return (str(Text.from_latex(value)) if _TELLING.search(value) else value).strip()
