"""Holds a YAML node tree against a JSON Schema and says what is wrong in a contributor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import extend
from jsonschema.exceptions import ValidationError

from dossier import dates
from dossier.check.schema import Schema
from dossier.problems import Location, Problems, did_you_mean, nearest
from dossier.raw import Listing, Node, Scalar

Path = tuple[str | int, ...]

_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("edtf-level-0", raises=ValueError)
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or dates.parse(value) is not None


def _pattern(_: object, pattern: str, instance: object, schema: Schema) -> Iterator[ValidationError]:
    """``$`` is the end of the text, as in JavaScript; in Python a line end may follow it."""
    if isinstance(instance, str) and ("\n" in instance or not re.search(pattern, instance)):
        yield ValidationError(f"{instance!r} does not match {schema['pattern']!r}")


_Validator = extend(Draft202012Validator, {"pattern": _pattern})


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


class Shape:
    """A schema ready to hold records against."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._validator = _Validator(schema, format_checker=_FORMATS)

    def check(self, node: Node, problems: Problems) -> Shaped | None:
        """The record as plain data, or None where its problems leave nothing to go on with.

        A missing language, an unknown key or an impossible date do not hide what else is wrong.
        """
        places: dict[Path, Location] = {}
        keys: dict[Path, Location] = {}
        data = _plain(node, self._schema, (), places, keys)
        errors = list(self._validator.iter_errors(data))
        misspelt = set().union(*map(_misspelt, errors))
        for error in errors:
            if error.validator != "required" or (tuple(error.absolute_path), _missing(error)) not in misspelt:
                _report(error, places, keys, problems)
        if not isinstance(data, dict) or not all(map(_harmless, errors)):
            return None
        return Shaped(data, places)


def _plain(node: Node, schema: Schema, path: Path, places: dict[Path, Location], keys: dict[Path, Location]) -> Any:
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


def _harmless(error: ValidationError) -> bool:
    """Whether the rest of the record can still be checked; unknown keys are dropped."""
    if error.validator == "additionalProperties":
        for key in set(error.instance) - set(error.schema.get("properties", {})):
            del error.instance[key]
        return True
    return "format" in error.schema or (
        error.validator == "required" and error.schema.get("title") == "words"
    )


def _misspelt(error: ValidationError) -> set[tuple[Path, str]]:
    """The keys that unknown ones resemble; that they are missing need not be said as well."""
    if error.validator != "additionalProperties":
        return set()
    known = error.schema.get("properties", {})
    near = (nearest(key, known) for key in set(error.instance) - set(known))
    return {(tuple(error.absolute_path), key) for key in near}


def _report(error: ValidationError, places: dict[Path, Location], keys: dict[Path, Location], problems: Problems) -> None:
    path = tuple(error.absolute_path)
    where = places[path]
    name = _spell(path)
    value = error.instance
    validator = str(error.validator)
    if validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for key in sorted(set(value) - set(known)):
            hint = did_you_mean(key, known) or f"known here: {', '.join(known)}"
            problems.error("unknown-key", keys[(*path, key)], f"unknown key “{key}”", hint)
    elif validator == "required":
        missing = _missing(error)
        if error.schema.get("title") == "words":
            problems.error("missing-language", where, f"{name} has no text in “{missing}”", f"add  {missing}: …")
        else:
            problems.error("missing-key", where, f"{name} has no “{missing}”", f"add  {missing}: …")
    elif "propertyNames" in error.schema_path:
        problems.error("bad-key", keys.get((*path, str(value)), where), f"“{value}” cannot be a key here", _KEY)
    elif validator != "pattern" or "format" not in error.schema:
        problems.error(*_message(validator, error, name, where))


_KEY = "ids are lower-case Latin letters, digits and hyphens; languages are codes such as en or uk"


def _missing(error: ValidationError) -> str:
    needed: Iterable[str] = error.validator_value
    return next(key for key in needed if error.message.startswith(f"{key!r} "))


def _message(validator: str, error: ValidationError, name: str, where: Location) -> tuple[str, Location, str, str]:
    value = error.instance
    if validator == "type":
        return ("wrong-type", where, f"{name} should be {_TYPES[str(error.validator_value)]}", _example(error))
    if validator == "enum":
        known = [str(v) for v in error.validator_value]
        hint = did_you_mean(str(value), known) or f"one of: {', '.join(known)}"
        return ("unknown-value", where, f"{name} cannot be “{value}”", hint)
    if validator == "format":
        return ("bad-date", where, f"{name} is not a date: {error.cause}", "write 2025-11-06, 2025-11 or 2025")
    if validator == "pattern":
        return ("bad-value", where, f"{name} cannot be “{value}”", _example(error))
    if validator == "minimum":
        return ("bad-value", where, f"{name} cannot be {value}", f"count from {error.validator_value}")
    if validator == "maxLength":
        return ("bad-value", where, f"{name} is too long", f"at most {error.validator_value} characters")
    if validator in ("minLength", "minItems"):
        return ("empty", where, f"{name} is empty", "fill it in, or delete the line")
    return ("bad-value", where, f"{name}: {error.message}", "")


_TYPES = {
    "string": "text",
    "integer": "a whole number without leading zeros",
    "boolean": "true or false",
    "array": "a list",
    "object": "a map of  key: value",
}


_WAYS = {"string": "write one text after the colon", "array": "write  [first, second]"}


def _example(error: ValidationError) -> str:
    schema = error.schema
    if schema.get("title") == "words":
        return "write one line for each language, such as  en: …"
    if schema.get("required"):
        return f"it has at least: {', '.join(schema['required'])}"
    if schema.get("description"):
        return str(schema["description"])
    return _KEY if schema.get("pattern") else _WAYS.get(str(schema.get("type")), "")


def _spell(path: Path) -> str:
    """``claims[2].text`` for people: ``the record`` at the top."""
    spelt = ""
    for part in path:
        spelt += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if spelt else part
    return f"“{spelt}”" if spelt else "the record"
