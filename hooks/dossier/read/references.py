"""The bibliography: read, and parsed only where it differs from the one before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dossier.memo import Memo, digest
from dossier.model import Reference
from dossier.problems import Location, Problems
from dossier.raw import RawReferences
from dossier.read.text import decode, read_bytes, stands

FILE = "data/references.bib"


def read_references(root: Path, problems: Problems, memo: Memo) -> RawReferences:
    """The entries of the bibliography, and which of them came to harm."""
    if not stands(root / FILE):
        problems.error("missing-file", Location(FILE), "there is no bibliography", f"create {FILE}")
        return RawReferences(whole=False)
    data = read_bytes(root / FILE, FILE, 10_000_000, problems)
    text = decode(data, FILE, problems) if data is not None else None
    if data is None or text is None:
        return RawReferences(whole=False)
    name = digest("bibliography", data)
    known = memo.get(name)
    if known is not None:
        return RawReferences(_read(known))
    # Imported here, since pybtex takes long to load and, where nothing changed, has nothing to do.
    from dossier.read.bibtex import parsed

    before = len(problems.found)
    references = parsed(text, FILE, problems)
    if len(problems.found) == before:
        memo.put(name, _written(references.entries))
    return references


def _written(entries: Mapping[str, Reference]) -> bytes:
    """Entries in which nothing was wrong, for the memo."""
    cells = [
        [one.key, one.type, dict(one.fields), dict(one.persons), _spot(one.where), _spots(one.places)]
        for one in entries.values()
    ]
    return json.dumps(cells).encode()


def _spot(where: Location) -> list[int]:
    return [where.line, where.column]


def _spots(places: Mapping[str, Location]) -> dict[str, list[int]]:
    return {name: _spot(where) for name, where in places.items()}


def _read(line: bytes) -> dict[str, Reference]:
    return {
        key: Reference(
            key,
            type_,
            fields,
            {role: tuple((family, given) for family, given in people) for role, people in persons.items()},
            Location(FILE, *spot),
            {name: Location(FILE, *one) for name, one in spots.items()},
        )
        for key, type_, fields, persons, spot, spots in json.loads(line)
    }
