"""The data files of a site: the table of them, and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from dossier.exports.addresses import Addresses
from dossier.exports.claims_json import CLAIMS, claims_json
from dossier.exports.document import schema_name
from dossier.exports.entities_json import ENTITIES, entities_json
from dossier.exports.follow_the_money import FTM, ftm_lines
from dossier.exports.sources_json import SOURCES, sources_json
from dossier.exports.web_annotation import ANNOTATIONS, annotations_json
from dossier.model import LinkedDossier

Write = Callable[[LinkedDossier, Addresses], str]


def _ftm(linked: LinkedDossier, addresses: Addresses) -> str:
    return "".join(f"{line}\n" for line in ftm_lines(linked, addresses))


_OWN: Mapping[str, Write] = {ENTITIES: entities_json, CLAIMS: claims_json, SOURCES: sources_json}
"""Formats of the project's own, each with its schema."""
_WRITERS: Mapping[str, Write] = {**_OWN, ANNOTATIONS: annotations_json, FTM: _ftm}

MEDIA_TYPES: Mapping[str, str] = {
    **dict.fromkeys(_OWN, "application/json"),
    ANNOTATIONS: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    FTM: "application/x-ndjson",
}
"""File → what it is."""


def data_files(linked: LinkedDossier, addresses: Callable[[str], Addresses]) -> Iterator[tuple[str, str]]:
    """(file, text) of every format and schema; ``addresses`` are those that a file refers with."""
    for name, write in _WRITERS.items():
        yield name, write(linked, addresses(name))
    for name in _OWN:
        schema = schema_name(name)
        text = (files("dossier.exports") / "schemas" / schema).read_text(encoding="utf-8")
        yield f"data/{schema}", text
