"""What is wrong with a record that does not fit its schema, in a contributor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from dossier import dates
from dossier.check.schema import VISIBLE, Schema
from dossier.problems import Location, Problems, did_you_mean

Path = tuple[str | int, ...]
"""Keys and positions that lead to a value."""

_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("edtf-level-0", raises=ValueError)
def _is_calendar_date(value: object) -> bool:
    return not isinstance(value, str) or dates.parse_calendar(value) is not None


@_FORMATS.checks("edtf-level-1", raises=ValueError)
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or dates.parse(value) is not None


def _pattern(_: object, pattern: str, instance: object, schema: Schema) -> Iterator[ValidationError]:
    """``$`` is the end of the text, as in JavaScript; in Python a line end may follow it."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {schema['pattern']!r}")


_Validator: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _pattern}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A validation error, as much of it as is told."""

    rule: str
    """The keyword of the schema that does not hold, and ``wanted`` its value there."""
    wanted: Any
    value: Any
    schema: Schema
    path: Path
    is_key: bool
    """Whether it is the name of a key that is wrong."""
    message: str
    cause: BaseException | None

    @classmethod
    def of(cls, error: ValidationError) -> Fault:
        """What the validator found."""
        return cls(
            rule=str(error.validator),
            wanted=error.validator_value,
            value=error.instance,
            schema=dict(error.schema) if isinstance(error.schema, Mapping) else {},
            path=tuple(error.absolute_path),
            is_key="propertyNames" in error.schema_path,
            message=error.message,
            cause=error.cause,
        )

    @property
    def of_words(self) -> bool:
        """Whether it concerns a text in several languages."""
        return self.schema.get("title") == "words"

    @property
    def harmless(self) -> bool:
        """Whether the rest of the record can still be checked; unknown keys are dropped."""
        if self.rule == "required":
            return self.of_words
        return self.rule == "additionalProperties" or (
            self.rule in ("pattern", "format") and "format" in self.schema
        )

    @property
    def unknown(self) -> list[str]:
        """The keys that have no place in the record."""
        return sorted(set(self.value) - set(self.known)) if self.rule == "additionalProperties" else []

    @property
    def known(self) -> list[str]:
        """The keys that have one."""
        return list(self.schema.get("properties", {}))

    @property
    def missing(self) -> str:
        """The key that is not there."""
        if self.rule != "required":
            return ""
        return str(next(key for key in self.wanted if self.message.startswith(f"{key!r} ")))


def faults(data: object, schema: Schema) -> list[Fault]:
    """Everything in which the data do not fit the schema."""
    return [Fault.of(error) for error in _Validator(schema, format_checker=_FORMATS).iter_errors(data)]


def report(
    fault: Fault, places: Mapping[Path, Location], keys: Mapping[Path, Location], problems: Problems
) -> None:
    """The fault as a problem, at the place of the value or key; what calls for none is passed over."""
    where = places[fault.path]
    name = _spell(fault.path)
    if fault.rule == "additionalProperties":
        for key in fault.unknown:
            hint = did_you_mean(key, fault.known) or f"known here: {', '.join(fault.known)}"
            problems.error("unknown-key", keys[(*fault.path, key)], f"unknown key “{key}”", hint)
    elif fault.rule == "required" and fault.of_words:
        message = f"{name} has no text in “{fault.missing}”"
        problems.error("missing-language", where, message, f"add  {fault.missing}: …")
    elif fault.rule == "required":
        problems.error("missing-key", where, f"{name} has no “{fault.missing}”", f"add  {fault.missing}: …")
    elif fault.is_key:
        where = keys.get((*fault.path, str(fault.value)), where)
        problems.error("bad-key", where, f"“{fault.value}” cannot be a key here", _KEY)
    elif fault.rule != "pattern" or "format" not in fault.schema:
        rule, message, hint = _message(fault, name)
        problems.error(rule, where, message, hint)


_KEY = "ids are lower-case Latin letters, digits and hyphens; languages are codes such as en or uk"


_FILL = "fill it in, or delete the line"


def _message(fault: Fault, name: str) -> tuple[str, str, str]:
    """Rule, message and hint."""
    value, wanted = fault.value, fault.wanted
    match fault.rule:
        case "type":
            return ("wrong-type", f"{name} should be {_type(wanted)}", _example(fault.schema))
        case "enum":
            known = [str(v) for v in wanted] or ["nothing yet; kinds.yml lists none"]
            hint = did_you_mean(str(value), known) or f"one of: {', '.join(known)}"
            return ("unknown-value", f"{name} cannot be “{value}”", hint)
        case "format":
            message = f"{name} is not a date: {fault.cause}"
            about = ", 2025~ for about 2025" if wanted == "edtf-level-1" else ""
            return ("bad-date", message, f"write 2025-11-06, 2025-11 or 2025{about}")
        case "pattern" if wanted == VISIBLE:
            return ("empty", f"{name} {'holds nothing that can be seen' if value else 'is empty'}", _FILL)
        case "pattern":
            return ("bad-value", f"{name} cannot be “{value}”", _example(fault.schema))
        case "minimum":
            return ("bad-value", f"{name} cannot be {value}", f"count from {wanted}")
        case "maxLength":
            return ("bad-value", f"{name} is too long", f"at most {wanted} characters")
        case "minItems" | "maxItems" if value:
            return ("bad-value", f"{name} should have {wanted} values", _example(fault.schema))
        case "minItems" | "minProperties":
            return ("empty", f"{name} is empty", _FILL)
    return ("bad-value", f"{name}: {fault.message}", "")


_TYPES = {
    "string": "text",
    "integer": "a whole number without leading zeros",
    "boolean": "true or false",
    "array": "a list",
    "object": "a map of  key: value",
}


def _type(wanted: str | list[str]) -> str:
    return _TYPES[wanted if isinstance(wanted, str) else wanted[0]]


_WAYS = {"string": "write one text after the colon", "array": "write  [first, second]"}


def _example(schema: Schema) -> str:
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
