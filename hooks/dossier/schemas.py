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
    return {f"{name}.schema.json": _text(name, schema) for name, schema in of_records(raw, problems).items()}


def of_records(raw: RawDossier, problems: Problems) -> dict[str, Schema]:
    """``kinds``, ``source``, ``translation`` or the id of a kind → its schema."""
    languages = raw.settings.languages
    vocabulary = check_kinds(raw.kinds, languages, problems)
    made: dict[str, Schema] = {
        "kinds": kinds_schema(languages),
        "source": source_schema(languages, vocabulary.interactions),
    }
    made["translation"] = translation_schema()
    return made | {
        kind.id: entity_schema(kind, languages, vocabulary.offices) for kind in vocabulary.kinds.values()
    }


def _text(name: str, schema: Schema) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"dossier: {name}"}
    return json.dumps(head | schema, ensure_ascii=False, indent=1) + "\n"


def record_schemas(root: Path, raw: RawDossier, problems: Problems) -> dict[str, Schema]:
    """The file of each record under ``data/`` → its schema; empty where there is none."""
    made = of_records(raw, problems)
    kinds = check_kinds(raw.kinds, raw.settings.languages, Problems()).kinds
    named = {"sources": "source", **{kind.section: kind.id for kind in kinds.values()}}
    found: dict[str, Schema] = {}
    for path in sorted((root / "data").rglob("*.yml")):
        folder, *below = path.relative_to(root / "data").parts
        if not below:
            found[f"data/{folder}"] = made["kinds"] if folder == "kinds.yml" else {}
        elif folder == "translations":
            found[path.relative_to(root).as_posix()] = {} if path.name == "texts.yml" else made["translation"]
        elif folder in named:
            found[path.relative_to(root).as_posix()] = made[named[folder]]
    return found


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
