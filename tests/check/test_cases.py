"""What a contributor is told of each mistake: every case is an entry of a YAML file in ``cases/``."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.cli import main
from dossier.load import load
from dossier.problems import Problem, Severity
from tests.check.changes import change
from tests.dossiers import assemble, dossier, snapshot

CASES = Path(__file__).parent / "cases"
_EXPECTED = re.compile(r"(warning )?(\S+) (\S.*?:\d+:\d+) (.+)", re.DOTALL)


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return content


FILES = {path.stem: read(path) for path in sorted(CASES.glob("*.yml"))}
ALL = [
    pytest.param(content.get("setup", {}), case, id=f"{name}: {case['name']}")
    for name, content in FILES.items()
    for case in content["cases"]
]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assemble("minimal", tmp_path_factory.mktemp("sound") / "minimal")


@pytest.fixture
def root(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path / "dossier", symlinks=True)


def told(problem: Problem) -> str:
    severity = "warning " if problem.severity is Severity.WARNING else ""
    return f"{severity}{problem.rule} {problem.where}"


def expected(line: str) -> tuple[str, str]:
    """Severity, rule and place; a piece of what is said."""
    match = _EXPECTED.fullmatch(line)
    assert match, line
    return f"{match[1] or ''}{match[2]} {match[3]}", match[4]


@pytest.mark.parametrize(("setup", "case"), ALL)
def test_a_mistake_is_told_with_its_place(
    root: Path, setup: Mapping[str, Any], case: Mapping[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exactly the problems listed are found, all in one run, and the command says so without a traceback."""
    change(root, setup)
    change(root, case)
    _, found = load(root)
    problems = found.sorted()
    wanted = [expected(line) for line in case["problems"]]
    assert [told(problem) for problem in problems] == [place for place, _ in wanted], spelt(problems)
    for problem, (_, piece) in zip(problems, wanted, strict=True):
        assert piece in f"{problem.message} – {problem.hint}"
    grave = any(problem.severity is Severity.ERROR for problem in problems)
    assert main(["check", "--root", str(root)]) == int(grave)
    assert "Traceback" not in "".join(capsys.readouterr())


def test_warnings_stop_a_strict_check_only(minimal: Path) -> None:
    change(minimal, {"replace": {"data/people/ada-reed.yml": {"p1].": "p1]. She is brave."}}})
    assert main(["check", "--root", str(minimal)]) == 0
    assert main(["check", "--root", str(minimal), "--strict"]) == 1


def test_ten_mistakes_in_ten_files_are_told_in_one_run(minimal: Path) -> None:
    """Nobody mends one file to be told of the next."""
    change(minimal, read(CASES.parent / "ten.yml"))
    done = dossier("check", "--root", minimal)
    lines = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [line.split(" ")[0].split(":")[0] for line in lines] == [
        "data/boats/the-ada.yml",
        "data/kinds.yml",
        "data/people/ada-reed.yml",
        "data/people/ann-poe.yml",
        "data/people/bob_poe.yml",
        "data/people/cy-poe.yml",
        "data/references.bib",
        "data/sources/2024-05-01-harbour-news.yml",
        "docs/en/index.md",
        "seeds/second.txt",
    ]
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def spelt(problems: list[Problem]) -> str:
    """The problems as a case would list them, for whoever writes one."""
    return "\n" + "\n".join(f"{told(p)} {p.message} – {p.hint}" for p in problems)


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_of_cases_begins_with_is_sound(root: Path, name: str) -> None:
    """Problems of a case come from its own changes."""
    change(root, FILES[name].get("setup", {}))
    _, problems = load(root)
    assert problems.sorted() == []


def is_grave(case: Mapping[str, Any]) -> bool:
    return any(not line.startswith("warning ") for line in case["problems"])


@pytest.mark.parametrize("name", FILES)
def test_a_mistake_in_any_kind_of_record_leaves_the_published_site_alone(root: Path, name: str) -> None:
    """The build stops before anything is written, beside the site too."""
    change(root, FILES[name].get("setup", {}))
    change(root, next(case for case in FILES[name]["cases"] if is_grave(case)))
    (root / "site").mkdir()
    (root / "site/index.html").write_text("<!doctype html><p>Published.", encoding="utf-8")
    before, beside = snapshot(root / "site"), {path.name for path in root.iterdir()} | {".cache"}
    done = dossier("build", "--root", root)
    assert done.returncode == 1
    assert "error[" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(root / "site") == before
    assert {path.name for path in root.iterdir()} <= beside
