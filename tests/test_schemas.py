"""The JSON Schemas that editors use."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from dossier.cli import main
from tests.dossiers import PROJECT, SITES, assemble, dossier


def as_editors_load(node: yaml.Node | None) -> Any:
    """Plain data by the core schema of YAML 1.2, where whole numbers and true and false are no text."""
    if isinstance(node, yaml.MappingNode):
        return {as_editors_load(key): as_editors_load(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_editors_load(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    text: str = node.value
    if node.style is None and re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return {"true": True, "false": False}.get(text, text) if node.style is None else text


def records(root: Path) -> list[tuple[str, Path]]:
    """The schema and the file of every record."""
    kinds = yaml.load((root / "data" / "kinds.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)[
        "kinds"
    ]
    sections = {kind["section"]: id_ for id_, kind in kinds.items()} | {"sources": "source"}
    found = [("kinds", root / "data" / "kinds.yml")]
    for section, schema in sections.items():
        found += [(schema, path) for path in sorted((root / "data" / section).glob("*.yml"))]
    translated = sorted((root / "data" / "translations").glob("*/*.yml"))
    found += [("translation", path) for path in translated if path.name != "texts.yml"]
    return found


def check(root: Path) -> int:
    """How many records were held against their schema; each of them fits."""
    found = records(root)
    for name, path in found:
        schema = json.loads((root / "data" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        data = as_editors_load(yaml.compose(path.read_text(encoding="utf-8")))
        errors = [
            f"{path.name}: {e.json_path} {e.message}" for e in Draft202012Validator(schema).iter_errors(data)
        ]
        assert errors == []
    return len(found)


def test_the_project_s_schemas_are_fresh() -> None:
    assert main(["schema", "--check", "--root", str(PROJECT)]) == 0


def test_every_record_of_the_project_fits_its_schema() -> None:
    assert check(PROJECT) > 50


@pytest.mark.parametrize("name", sorted(path.name for path in SITES.iterdir()))
def test_every_record_of_another_dossier_fits_the_schemas_made_for_it(tmp_path: Path, name: str) -> None:
    root = assemble(name, tmp_path / name)
    assert main(["schema", "--root", str(root)]) == 0
    assert check(root) > 2
    assert main(["check", "--strict", "--root", str(root)]) == 0


@pytest.fixture
def fresh(minimal: Path) -> Path:
    assert main(["schema", "--root", str(minimal)]) == 0
    return minimal


def alter(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("keeper", "baker"), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (lambda folder: alter(folder / "person.schema.json"), "person.schema.json"),
        (lambda folder: (folder / "source.schema.json").unlink(), "source.schema.json"),
        (lambda folder: (folder / "boat.schema.json").write_text("{}"), "boat.schema.json"),
        (lambda folder: alter(folder.parent / "kinds.yml"), "person.schema.json"),
    ],
    ids=["altered", "missing", "left over", "older than kinds.yml"],
)
def test_a_stale_schema_is_told_and_written_anew(
    fresh: Path, spoil: Callable[[Path], object], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["schema", "--root", str(fresh)]
    spoil(fresh / "data" / "schema")
    assert main([*arguments, "--check"]) == 1
    assert f"data/schema/{name}:1:1: error[stale-schema]" in capsys.readouterr().out
    assert main(arguments) == 0
    assert main([*arguments, "--check"]) == 0


def test_schemas_of_unsound_kinds_are_not_written(fresh: Path) -> None:
    kinds = fresh / "data" / "kinds.yml"
    kinds.write_text(
        kinds.read_text(encoding="utf-8").replace("type: text", "type: string"), encoding="utf-8"
    )
    before = (fresh / "data" / "schema" / "person.schema.json").read_bytes()
    done = dossier("schema", "--root", fresh)
    assert done.returncode == 1
    assert "unknown-value" in done.stdout
    assert (fresh / "data" / "schema" / "person.schema.json").read_bytes() == before
