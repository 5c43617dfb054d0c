"""Forms in the browser: every record has one, made of its schema, and comments survive them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.cli import main
from dossier.forms import page
from dossier.forms.config import backend
from dossier.forms.widgets import field
from dossier.layout.restored import restored
from dossier.model import Settings
from tests.dossiers import assemble

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("case", cases("widgets.yml"), ids=lambda case: case["name"])
def test_a_schema_becomes_a_field(case: dict[str, Any]):
    assert field("key", case["schema"], ("en",), {}) == case["field"]


@pytest.mark.parametrize("case", cases("comments.yml"), ids=lambda case: case["name"])
def test_comments_go_back_to_what_they_are_about(case: dict[str, Any]):
    text, gone = restored(case["before"], case["after"])
    assert text == case["restored"]
    assert [one.text for one in gone] == case["gone"]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for the packed library, whose own hash is told by the test in the browser."""
    monkeypatch.setattr(page, "library", lambda _: {"decap-cms.js": b""})
    path = tmp_path / "package.tgz"
    path.touch()
    return path


def made(root: Path, package: Path) -> dict[str, Any]:
    command = ["forms", "--root", str(root), str(package), "--proxy", "http://127.0.0.1:9/api/v1"]
    assert main([*command, "--output", "forms"]) == 0
    found: dict[str, Any] = json.loads((root / "forms" / "start.json").read_text(encoding="utf-8"))
    return found


def named(fields: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    for one in fields:
        yield (one["name"],)
        yield from ((one["name"], *rest) for rest in named(one.get("fields", [])))


def test_every_kind_of_record_has_a_form_with_its_names_to_choose_from(tmp_path: Path, package: Path):
    root = assemble("translated", tmp_path / "dossier")
    start = made(root, package)
    collections = {one["folder"]: one for one in start["config"]["collections"]}
    folders = {path.parent.relative_to(root).as_posix() for path in root.glob("data/*/**/*.yml")}
    assert folders <= {*collections, "data/schema"}
    assert ("claims", "evidence", "quote") in set(named(collections["data/sources"]["fields"]))
    for path in root.glob("data/people/*.yml"):
        names = yaml.safe_load(path.read_text(encoding="utf-8"))["names"].values()
        label = next(one["label"] for one in start["lists"]["entities"] if one["value"] == path.stem)
        assert all(name in label for name in names)


def test_the_page_may_ask_the_server_it_writes_through_and_no_other(tmp_path: Path, package: Path):
    root = assemble("minimal", tmp_path / "dossier")
    made(root, package)
    html = (root / "forms" / "index.html").read_text(encoding="utf-8")
    assert "connect-src 'self' blob: http://127.0.0.1:9;" in html
    assert "default-src 'none'" in html
    assert "<script>" not in html


def test_a_repository_on_github_gets_pull_requests_and_none_gets_no_form(
    tmp_path: Path, package: Path, capsys: pytest.CaptureFixture[str]
):
    settings = Settings(("en",), {}, {}, "", "https://github.com/some/where/edit/main/")
    place = backend(settings, "https://login.example", "")
    assert place is not None
    assert place["publish_mode"] == "editorial_workflow"
    assert (place["backend"]["repo"], place["backend"]["branch"]) == ("some/where", "main")
    root = assemble("minimal", tmp_path / "dossier")
    assert main(["forms", "--root", str(root), str(package)]) == 2
    assert "repo_url" in capsys.readouterr().err


def test_another_library_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = assemble("minimal", tmp_path / "dossier")
    path = tmp_path / "other.tgz"
    path.write_bytes(b"something else")
    assert main(["forms", "--root", str(root), str(path), "--proxy", "http://127.0.0.1:9"]) == 2
    assert "its hash is another" in capsys.readouterr().err


def test_fmt_puts_comments_back_or_says_which_have_no_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    root = assemble("minimal", tmp_path / "dossier")
    record = root / "data" / "people" / "ada-reed.yml"
    assert main(["fmt", "--root", str(root)]) == 0
    bare = record.read_text(encoding="utf-8")
    record.write_text(
        f"# of the file\n{bare}".replace("gender:", "# of the gender\ngender:"), encoding="utf-8"
    )
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "data", "mkdocs.yml"], ["commit", "-q", "-m", "state"]):
        subprocess.run([*git, *words], check=True)
    whole = record.read_text(encoding="utf-8")
    record.write_text(bare, encoding="utf-8")
    capsys.readouterr()
    assert main(["fmt", "--root", str(root), "--base", "HEAD", "--check"]) == 0
    told = capsys.readouterr().out
    assert "data/people/ada-reed.yml:1:1: warning[dropped-comments]" in told
    assert "dossier fmt --base HEAD data/people/ada-reed.yml" in told
    assert record.read_text(encoding="utf-8") == bare
    assert main(["fmt", "--root", str(root), "--base", "HEAD"]) == 0
    assert record.read_text(encoding="utf-8") == whole
    record.write_text(bare.replace("gender: f\n", ""), encoding="utf-8")
    assert main(["fmt", "--root", str(root), "--base", "HEAD", "--check"]) == 0
    assert "warning[lost-comment]" in capsys.readouterr().out
    assert main(["fmt", "--root", str(root), "--base", "HEAD"]) == 1
    told = capsys.readouterr().out
    assert "lost-comment" in told
    assert "# of the gender" in told
    assert main(["fmt", "--root", str(root), "--base", "no-such"]) == 2
