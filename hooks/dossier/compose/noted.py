"""The index as pages are made from it: each of its tables tells what is read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from dossier.compose.index import Index
from dossier.compose.reads import ROW, Reads, Row, Table

COMMON = ("settings", "kinds", "offices", "messages", "interactions")
"""What every page of a dossier depends on is not noted page by page."""
_OTHERS = ("dossier", "reads", "names")
Tables = Mapping[str, Mapping[Any, Any]]


def tables(index: Index) -> Tables:
    """Everything that pages look up, by its name; a row of things is a table with one entry."""
    parts = {name: part for one in (index.dossier, index) for name, part in _parts(one)}
    named = {_names(language): names for language, names in index.names.items()}
    return named | {name: part if isinstance(part, Mapping) else {ROW: part} for name, part in parts.items()}


def noted(index: Index, reads: Reads) -> Index:
    """The same index, with the same contents."""

    def told(one: Any) -> dict[str, Any]:
        return {
            name: (Table if isinstance(part, Mapping) else Row)(name, part, reads)
            for name, part in _parts(one)
        }

    names = {language: Table(_names(language), of, reads) for language, of in index.names.items()}
    dossier = replace(index.dossier, **told(index.dossier))
    return replace(index, dossier=dossier, names=names, reads=reads, **told(index))


def _parts(one: Any) -> Iterator[tuple[str, Any]]:
    names = (field.name for field in fields(one))
    return ((name, getattr(one, name)) for name in names if name not in (*COMMON, *_OTHERS))


def _names(language: str) -> str:
    return f"names in {language}"
