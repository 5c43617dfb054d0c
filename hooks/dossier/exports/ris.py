"""RIS after the specification of 2011 (Research Information Systems): a tag a line, lines end in CRLF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dossier.cite.parts import people
from dossier.exports.calendar import calendar_ends, in_common, remarks
from dossier.exports.works import Work

_ROLES = {"author": "AU", "editor": "A2", "translator": "A4", "interviewer": "A3"}
_TEXTS = {
    "T3": "series",
    "ST": "shorttitle",
    "PB": "publisher",
    "CY": "location",
    "VL": "volume",
    "ET": "edition",
    "DO": "doi",
    "UR": "url",
    "L2": "archiveurl",
    "DB": "library",
    "AN": "shelfmark",
    "LA": "language",
}
"""Tag → field."""


def ris(works: Iterable[Work]) -> str:
    """The records one after another, an empty line between them."""
    return "\r\n".join(_record(work) for work in works)


def _record(work: Work) -> str:
    lines = [("TY", work.genre.ris), ("ID", work.reference.key), *_lines(work), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER")


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    """Tags with their values, empty where nobody knows; no value has a line end."""
    for role, tag in _ROLES.items():
        for family, given in people(work.reference, role):
            yield tag, " ".join(f"{family}, {given}".split()).removesuffix(",")
    yield "TI", work.title
    yield "T2", work.container or work.field("eventtitle")
    for tag, field in _TEXTS.items():
        yield tag, work.field(field)
    yield "IS", work.field("number") or work.field("issue")
    yield "SN", work.field("issn") or work.field("isbn")
    yield "M3", work.kind
    yield from _pages(work.field("pages"))
    yield "PY", _date(work.field("date")).partition("/")[0]
    yield "DA", _date(work.field("date"))
    yield "Y2", _date(work.field("urldate"))


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, *last = re.split(r"\s*[-–—]+\s*", pages, maxsplit=1)
    yield "SP", first
    yield "EP", last[0] if last else ""


def _date(text: str) -> str:
    """``2024/05//circa``: the slashes stand even where nothing is between them."""
    parts = in_common(calendar_ends(text))
    if not parts:
        return ""
    year, month, day = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:]), "", ""][:3]
    return f"{year}/{month}/{day}/{remarks(text)}"
