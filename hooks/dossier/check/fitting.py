"""Whether a value fits a JSON Schema, yes or no; why it does not is for ``jsonschema`` to say.

A schema is compiled to closures, one a keyword, which take a hundredth of the time of a validator that
collects errors. Keywords are those of :mod:`~dossier.check.schema`, as draft 2020-12 defines them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sized
from typing import Any

from dossier import dates
from dossier.check.schema import Schema

Fits = Callable[[Any], bool]
"""Whether plain data (dicts, lists, text, whole numbers, truth values) fit."""

_ANNOTATIONS = frozenset({"$schema", "$id", "title", "description"})
_TYPES: Mapping[str, type] = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def fits(schema: Schema) -> Fits:
    """The schema as a function; KeyError for a keyword that is not known here."""
    return _all([_KEYWORDS[word](schema) for word in schema if word not in _ANNOTATIONS])


def _all(tests: list[Fits]) -> Fits:
    def test(value: Any) -> bool:
        for one in tests:  # noqa: SIM110  all() would make a generator for every value
            if not one(value):
                return False
        return True

    return tests[0] if len(tests) == 1 else test


def _type(schema: Schema) -> Fits:
    wanted = schema["type"]
    types = {_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted)}
    return lambda value: type(value) in types  # a truth value is no number


def _enum(schema: Schema) -> Fits:
    values = schema["enum"]
    return lambda value: value in values


def _length(kind: type[Sized], keyword: str, *, least: bool) -> Callable[[Schema], Fits]:
    def compiled(schema: Schema) -> Fits:
        bound: int = schema[keyword]
        if least:
            return lambda value: not isinstance(value, kind) or len(value) >= bound
        return lambda value: not isinstance(value, kind) or len(value) <= bound

    return compiled


def _minimum(schema: Schema) -> Fits:
    least: int = schema["minimum"]
    return lambda value: not isinstance(value, int) or value >= least


def _pattern(schema: Schema) -> Fits:
    """``$`` is the end of the text, as in JavaScript; in Python a line end may follow it."""
    search = re.compile(schema["pattern"]).search
    return lambda value: not isinstance(value, str) or ("\n" not in value and search(value) is not None)


def _format(schema: Schema) -> Fits:
    assert schema["format"] == "edtf-level-0"
    return lambda value: not isinstance(value, str) or dates.is_date(value)


def _items(schema: Schema) -> Fits:
    inner = fits(schema["items"])
    return lambda value: not isinstance(value, list) or all(map(inner, value))


def _required(schema: Schema) -> Fits:
    needed = frozenset(schema["required"])
    return lambda value: not isinstance(value, dict) or needed <= value.keys()


def _names(schema: Schema) -> Fits:
    inner = fits(schema["propertyNames"])
    return lambda value: not isinstance(value, dict) or all(map(inner, value))


def _properties(schema: Schema) -> Fits:
    named = {key: fits(inner) for key, inner in schema["properties"].items()}

    def test(value: Any) -> bool:
        return not isinstance(value, dict) or all(
            named[key](one) for key, one in value.items() if key in named
        )

    return test


def _others(schema: Schema) -> Fits:
    """``additionalProperties``: false, or the schema of every value that ``properties`` does not name."""
    named, inner = frozenset(schema.get("properties", ())), schema["additionalProperties"]
    if inner is False:
        return lambda value: not isinstance(value, dict) or value.keys() <= named
    other = fits(inner)
    return lambda value: (
        not isinstance(value, dict) or all(other(one) for key, one in value.items() if key not in named)
    )


_KEYWORDS: Mapping[str, Callable[[Schema], Fits]] = {
    "type": _type,
    "enum": _enum,
    "minLength": _length(str, "minLength", least=True),
    "maxLength": _length(str, "maxLength", least=False),
    "minItems": _length(list, "minItems", least=True),
    "minProperties": _length(dict, "minProperties", least=True),
    "minimum": _minimum,
    "pattern": _pattern,
    "format": _format,
    "items": _items,
    "required": _required,
    "propertyNames": _names,
    "properties": _properties,
    "additionalProperties": _others,
}
