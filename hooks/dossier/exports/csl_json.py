"""CSL-JSON, the data of citation processors (CSL 1.0.2, schema ``csl-data.json``).

What CSL has no variable for, such as the title in another language, stands under ``custom`` by the name
that records use.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dossier.cite.parts import people
from dossier.cite.vocabulary import ROLES
from dossier.exports.calendar import calendar_ends, is_qualified, season_of
from dossier.exports.works import Work
from dossier.model import UNKNOWN, Reference

Item = dict[str, Any]

_VARIABLES: Mapping[str, str] = {
    "shorttitle": "title-short",
    "publisher": "publisher",
    "location": "publisher-place",
    "library": "archive",
    "shelfmark": "archive_location",
    "eventtitle": "event-title",
    "venue": "event-place",
    "volume": "volume",
    "series": "collection-title",
    "pages": "page",
    "edition": "edition",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "language": "language",
}
"""Field → variable."""
_DATES = {"date": "issued", "urldate": "accessed"}
_IN_PERIODICALS = ("article-newspaper", "article-journal")
_SAID = {*_VARIABLES, *_DATES, "title", "subtitle", "journaltitle", "booktitle", "type", "number", "issue"}


def csl_json(works: Iterable[Work]) -> str:
    """A list of items, an item a work and a line."""
    lines = ",\n".join(json.dumps(item(work), ensure_ascii=False) for work in works)
    return f"[\n{lines}\n]\n"


def item(work: Work) -> Item:
    """What is known of the work."""
    reference = work.reference
    said: Item = {"id": reference.key, "type": work.genre.csl}
    said |= {role: _names(reference, role) for role in ROLES}
    said |= {"title": work.title, "container-title": work.container, "genre": work.kind}
    said |= {variable: work.field(name) for name, variable in _VARIABLES.items()}
    said |= _numbers(work)
    said |= {variable: _date(work.field(name)) for name, variable in _DATES.items()}
    said["custom"] = _custom(reference)
    return {variable: value for variable, value in said.items() if value}


def _custom(reference: Reference) -> Item:
    """Further fields as they are, and the persons' names in other languages."""
    fields = {name: value for name, value in reference.fields.items() if name not in _SAID}
    names = {role: _names(reference, role) for role in reference.persons if role not in ROLES}
    return {name: value for name, value in (fields | names).items() if value not in ("", UNKNOWN, [])}


def _names(reference: Reference, role: str) -> list[Mapping[str, str]]:
    return [
        {"family": family, "given": given} if given else {"literal": family}
        for family, given in people(reference, role)
    ]


def _numbers(work: Work) -> Item:
    """A periodical's ``number`` is an issue; elsewhere it is a number, as of a report."""
    number, issue = work.field("number"), work.field("issue")
    if work.genre.csl in _IN_PERIODICALS:
        return {"issue": number or issue}
    return {"number": number, "issue": issue}


def _date(text: str) -> Item:
    ends = calendar_ends(text)
    if not ends:
        return {"raw": text} if text else {}
    said: Item = {"date-parts": ends, "season": season_of(text), "circa": is_qualified(text)}
    return {name: value for name, value in said.items() if value}
