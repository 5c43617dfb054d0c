"""The JSON Schemas of ``data/schema/``, for editors: written by ``dossier schema``, checked to be fresh."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dossier.check.kinds import check_kinds
from dossier.check.schema import Schema, entity_schema, kinds_schema, source_schema, translation_schema
from dossier.problems import Location, Problems
from dossier.raw import RawDossier
from dossier.write.files import write_if_changed

FOLDER = "data/schema"


def schemas(raw: RawDossier, problems: Problems) -> dict[str, str]:
    """File name → JSON text, for every kind of record."""
    languages = raw.settings.languages
    vocabulary = check_kinds(raw.kinds, languages, problems)
    made: dict[str, Schema] = {
        "kinds": kinds_schema(languages),
        "source": source_schema(languages, vocabulary.interactions),
    }
    made["translation"] = translation_schema()
    made |= {
        kind.id: entity_schema(kind, languages, vocabulary.offices) for kind in vocabulary.kinds.values()
    }
    return {f"{name}.schema.json": _text(name, schema) for name, schema in made.items()}


def _text(name: str, schema: Schema) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"dossier: {name}"}
    return json.dumps(head | schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(root: Path, texts: Mapping[str, str]) -> list[str]:
    """Write what differs and delete what no kind needs any more; the names of the files touched."""
    folder = root / FOLDER
    touched = [name for name, text in texts.items() if write_if_changed(folder / name, text)]
    for path in sorted(folder.glob("*.schema.json")):
        if path.name not in texts:
            path.unlink()
            touched.append(path.name)
    return touched


def stale_schemas(root: Path, texts: Mapping[str, str]) -> Problems:
    """A problem for every schema file that is missing, outdated or left over; none where there are none."""
    problems = Problems()
    folder = root / FOLDER
    if not folder.is_dir():
        return problems
    present = {path.name for path in folder.glob("*.schema.json")}
    for name in sorted(present | set(texts)):
        path = folder / name
        current = path.read_text(encoding="utf-8") if name in present else None
        if current != texts.get(name):
            where = Location(f"{FOLDER}/{name}")
            problems.error("stale-schema", where, "the schema does not fit kinds.yml", "run  make schema")
    return problems
