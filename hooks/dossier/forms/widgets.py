"""A JSON Schema of a record → the fields of its form, as Decap CMS 3 configures them.

What a form cannot show without changing what it means, such as a list that may also be the word ``unknown``,
has no field: Decap keeps keys that it has no field for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
Field = dict[str, Any]

ENTITIES, CLAIMS, SOURCES = "entities", "claims", "sources"
_OWN = ("id", "dated_by")
"""Ids that are the record's own, or of its own parts: written, not chosen."""
_PROSE = ("summary", "text")
"""Words of several lines."""
_LISTS = {"source": SOURCES, "contradicts": CLAIMS, "supersedes": CLAIMS}
"""Key → the list its ids are chosen from; all other ids are those of entities."""
_SAID_OF_ALL = "words that can be seen"
"""Of any text: said where it does not hold, and no hint of what to write."""
_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def fields(schema: Schema, languages: tuple[str, ...], labels: Mapping[str, str]) -> list[Field]:
    """The fields of a map, in the order of its schema; ``labels`` has words for keys, or they are shown."""
    made = (
        (name, field(name, inner, languages, labels)) for name, inner in schema.get("properties", {}).items()
    )
    required = schema.get("required", ())
    return [found | _required(found, name in required) for name, found in made if found is not None]


def field(name: str, schema: Schema, languages: tuple[str, ...], labels: Mapping[str, str]) -> Field | None:
    """The field of a key; None where no widget says the same as the schema."""
    head: Field = {"name": name, "label": labels.get(name, name.replace("_", " "))}
    if schema.get("description") and schema["description"] != _SAID_OF_ALL:
        head["hint"] = schema["description"]
    match schema.get("type"):
        case "object":
            return _map(head, schema, languages, labels)
        case "array":
            return _list(head, schema, languages, labels)
        case "integer":
            return head | {"widget": "number", "value_type": "int", "min": schema.get("minimum", 0)}
        case "string" | ["string", _]:
            return head | _text(name, schema)
    return None


def _required(found: Field, required: bool) -> Field:
    """Decap refuses an empty list where one is required, though ``[]`` may say something: it is kept."""
    empty = found["widget"] in ("list", "select") and not found.get("min") and found.get("multiple", True)
    is_list = found["widget"] == "list" or found.get("multiple")
    return {"required": required and not (is_list and empty), "keep_empty": bool(required and is_list)}


def _map(head: Field, schema: Schema, languages: tuple[str, ...], labels: Mapping[str, str]) -> Field | None:
    inner = schema
    if "properties" not in schema:  # any language may be a key; those of the site have fields
        inner = {"properties": dict.fromkeys(languages, schema["additionalProperties"])}
    parts = fields(inner, languages, labels)
    needed = set(inner.get("required", ()))
    if not parts or needed - {part["name"] for part in parts}:
        return None
    if schema.get("title") == "words" and head["name"] in _PROSE:
        parts = [part | {"widget": "text"} for part in parts]
    return head | {"widget": "object", "collapsed": False, "fields": parts}


def _list(head: Field, schema: Schema, languages: tuple[str, ...], labels: Mapping[str, str]) -> Field | None:
    item = field(head["name"], schema["items"], languages, labels)
    least = {"min": schema["minItems"]} if schema.get("minItems") else {}
    if item is None:
        return None
    if item["widget"] == "select":
        return head | item | least | {"multiple": True} | _hint(head)
    if item["widget"] == "object":
        return head | least | {"widget": "list", "collapsed": True, "fields": item["fields"]} | _summary(item)
    return head | least | {"widget": "list", "field": item | {"required": True}}


def _hint(head: Field) -> Field:
    return {"hint": head["hint"]} if "hint" in head else {}


def _summary(item: Field) -> Field:
    """What a folded item shows: the first of these that it has."""
    names = {part["name"] for part in item["fields"]}
    found = [name for name in ("id", "p", "quote", "entity", "value", "office", "kind") if name in names]
    return {"summary": " · ".join(f"{{{{fields.{name}}}}}" for name in found[:3])} if found else {}


def _text(name: str, schema: Schema) -> Field:
    if "enum" in schema:
        return {"widget": "select", "options": list(schema["enum"])}
    pattern = schema.get("pattern", "")
    if pattern.strip("^$") == _ID and name not in _OWN:
        return {"widget": "select", "options": _LISTS.get(name, ENTITIES)}
    widget = {"widget": "text" if name in _PROSE else "string"}
    return widget | ({"pattern": [pattern, schema.get("description", "") or pattern]} if pattern else {})
