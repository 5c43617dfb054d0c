"""Compiled templates are kept: the next run compiles none, and a changed template is compiled anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from dossier.render.bytecode import CompiledTemplates


class Counting(Environment):
    """Notes which templates it compiled."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.compiled: list[str] = []

    def compile(self, source: Any, name: Any = None, *rest: Any, **named: Any) -> Any:
        self.compiled.append(name)
        return super().compile(source, name, *rest, **named)


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = tmp_path / "one" / "templates"
    folder.mkdir(parents=True)
    (folder / "page").write_text("{% include 'part' %}!")
    (folder / "part").write_text("{{ word }}")
    return folder


def rendered(templates: Path, kept: Path) -> tuple[str, list[str]]:
    """The template ``page``, made by an environment of its own, as another process has; what was compiled."""
    made = Counting(
        loader=FileSystemLoader(templates), autoescape=True, bytecode_cache=CompiledTemplates(kept)
    )
    return made.get_template("page").render(word="<b>"), made.compiled


def test_the_next_run_compiles_nothing_and_renders_the_same(templates: Path, tmp_path: Path) -> None:
    assert rendered(templates, tmp_path / "kept") == ("&lt;b&gt;!", ["page", "part"])
    assert rendered(templates, tmp_path / "kept") == ("&lt;b&gt;!", [])


def test_a_changed_template_is_compiled_anew_and_alone(templates: Path, tmp_path: Path) -> None:
    rendered(templates, tmp_path / "kept")
    (templates / "part").write_text("no {{ word }}")
    assert rendered(templates, tmp_path / "kept") == ("no &lt;b&gt;!", ["part"])


def test_the_same_folder_elsewhere_shares_what_was_compiled(templates: Path, tmp_path: Path) -> None:
    rendered(templates, tmp_path / "kept")
    moved = templates.parent.rename(tmp_path / "two") / "templates"
    assert rendered(moved, tmp_path / "kept") == ("&lt;b&gt;!", [])
    (moved / "part").write_text("other {{ word }}")
    rendered(moved, tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 2


@pytest.mark.parametrize("kept_of", [0, 1, 12, 20, 60, 90])
def test_a_damaged_file_is_compiled_anew(templates: Path, tmp_path: Path, kept_of: int) -> None:
    kept = tmp_path / "kept"
    rendered(templates, kept)
    for file in kept.iterdir():
        file.write_bytes(file.read_bytes()[:kept_of])
    assert rendered(templates, kept) == ("&lt;b&gt;!", ["page", "part"])
    assert rendered(templates, kept) == ("&lt;b&gt;!", [])


def test_where_nothing_can_be_written_templates_are_compiled_each_time(
    templates: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    for _ in range(2):
        assert rendered(templates, tmp_path / "file" / "kept") == ("&lt;b&gt;!", ["page", "part"])


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(templates, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
