"""Holds a YAML node tree against a JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jsonschema_rs import Draft202012Validator

from dossier import dates
from dossier.check.schema import Schema
from dossier.problems import Location, Problems, nearest
from dossier.raw import Listing, Node, Scalar

Path = tuple[str | int, ...]
"""Keys and positions that lead to a value."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A record of the right shape: plain data, and where each value stands in the file."""

    data: dict[str, Any]
    places: dict[Path, Location]

    def where(self, *path: str | int) -> Location:
        """The place of a value, or of the nearest value around it."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]


FORMATS = {"edtf-level-0": dates.is_calendar_date, "edtf-level-1": dates.is_date}


class Shape:
    """A schema ready to hold records against."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._validator = Draft202012Validator(schema, formats=FORMATS, validate_formats=True)

    def fits(self, data: Any) -> bool:
        """Whether plain data are of this shape; why they are not is for :mod:`~dossier.check.faults`."""
        return self._validator.is_valid(data)

    def check(self, node: Node, problems: Problems) -> Shaped | None:
        """The record as plain data, or None where its problems leave nothing to go on with.

        A missing language, an unknown key or an impossible date do not hide what else is wrong.
        """
        places: dict[Path, Location] = {}
        keys: dict[Path, Location] = {}
        data = _plain(node, self._schema, (), places, keys)
        if not self.fits(data) and not _can_go_on(data, self._schema, places, keys, problems):
            return None
        return Shaped(data, places)


def _can_go_on(
    data: Any, schema: Schema, places: dict[Path, Location], keys: dict[Path, Location], problems: Problems
) -> bool:
    """Whether the record can be used for all its faults, which become problems; unknown keys are removed."""
    # Imported here, since jsonschema takes longer to start than a sound dossier to check.
    from dossier.check.faults import faults, report

    found = faults(data, schema)
    misspelt = {(fault.path, nearest(key, fault.known)) for fault in found for key in fault.unknown}
    for fault in found:
        # A key that an unknown one resembles is not called missing as well.
        if fault.rule != "required" or (fault.path, fault.missing) not in misspelt:
            report(fault, places, keys, problems)
    if not isinstance(data, dict) or not all(fault.harmless for fault in found):
        return False
    for fault in found:
        for key in fault.unknown:
            fault.value.pop(key, None)
    return True


def _plain(
    node: Node, schema: Schema, path: Path, places: dict[Path, Location], keys: dict[Path, Location]
) -> Any:
    """Lists, dicts and text; text becomes a number or a truth value only where the schema says so."""
    places[path] = node.where
    if isinstance(node, Scalar):
        return _typed(node.text, schema.get("type"))
    if isinstance(node, Listing):
        inner = schema.get("items", {})
        return [_plain(item, inner, (*path, i), places, keys) for i, item in enumerate(node.items)]
    properties = schema.get("properties", {})
    other = schema.get("additionalProperties") or {}
    keys.update({(*path, key): where for key, where in node.keys.items()})
    return {
        key: _plain(value, properties.get(key, other), (*path, key), places, keys)
        for key, value in node.items.items()
    }


def _typed(text: str, kind: object) -> object:
    if kind == "integer" and text.isascii() and text.isdigit() and (text == "0" or text[0] != "0"):
        return int(text) if len(text) < 10 else text
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text
