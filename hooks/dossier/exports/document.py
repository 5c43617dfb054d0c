"""What the project's own data files have in common: version, schema, languages, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from dossier.model import Dossier, Locator

VERSION = "1.0"
"""Of the formats: the second number grows with what is added, the first with what readers must learn."""


def document(dossier: Dossier, file: str, **lists: list[Any]) -> str:
    """A file of lists; an item a line, so that versions can be compared line by line."""
    head = {
        "$schema": schema_name(file),
        "version": VERSION,
        "title": dict(dossier.settings.site_names),
        "languages": list(dossier.settings.languages),
    }
    parts = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
    for key, items in lists.items():
        lines = ",\n".join(map(_json, items))
        parts.append(f"{_json(key)}: [\n{lines}\n]" if items else f"{_json(key)}: []")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def schema_name(file: str) -> str:
    """The schema of a data file, which stands beside it: ``claims.schema.json``."""
    return f"{PurePosixPath(file).stem}.schema.json"


def known(**values: Any) -> dict[str, Any]:
    """The values that are stated, without empty texts, lists and maps."""
    return {key: value for key, value in values.items() if value not in ("", [], {})}


def locators(found: Iterable[Locator]) -> list[dict[str, Any]]:
    """Paragraphs of sources, or works as a whole."""
    return [{"source": one.source} | ({"paragraph": one.paragraph} if one.paragraph else {}) for one in found]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
