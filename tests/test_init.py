"""``dossier init`` begins a dossier for another team, which builds at once, as README's walk-through says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.dossiers import PROJECT, dossier

NAME = 'Baltic: "Sea" & {{7*7}} <b>'


def walk() -> list[str]:
    """The commands of README's walk-through, in order."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    part = text[text.index("## Your own dossier") :].split("\n## ", 2)[0]
    return [line.strip() for line in re.findall(r"^ {4}(.+)$", part, re.MULTILINE)]


def test_the_walk_through_leads_to_a_site(tmp_path: Path) -> None:
    """``make`` first sets up an environment of its own, for minutes; here its commands run in this one."""
    made = {"site": ["build", "--strict"], "check": ["check", "--strict"], "new": ["new"], "init": ["init"]}
    article = " date 2030-05-01 The ferry came back, “and that is good news”, Mayor Anna Berg said.\n"
    here = PROJECT
    commands = walk()
    assert [line.split()[0] for line in commands] == ["make", "cd", "make", "make", "make"]
    for line in commands:
        words = shlex.split(line.replace("../baltic", str(tmp_path / "baltic")))
        if words[0] == "cd":
            here = Path(words[1])
            (here / "ferry.txt").write_text(article, encoding="utf-8")
            continue
        if words[0] == "make":
            given = [word.removeprefix("ARGS=") for word in words[2:]]
            words = ["dossier", *made[words[1]], *(part for one in given for part in shlex.split(one))]
        done = dossier(*words[1:], cwd=here)
        assert done.returncode == 0, (line, done.stdout + done.stderr)
    page = (tmp_path / "baltic/site/sources/2030-05-01-ferry/index.html").read_text(encoding="utf-8")
    assert "The ferry came back" in page


@pytest.mark.parametrize("languages", ["en", "de,en,kk", "uk,pt-BR"])
def test_a_new_dossier_builds_at_once(languages: str, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert dossier("init", folder, "--name", NAME, "--languages", languages).returncode == 0
    codes = languages.split(",")
    kinds = yaml.safe_load((folder / "data/kinds.yml").read_text(encoding="utf-8"))["kinds"]
    assert {tuple(kind["one"]) for kind in kinds.values()} == {tuple(codes)}
    assert dossier("fmt", "--check", "--root", folder).returncode == 0
    built = dossier("build", "--strict", "--root", folder)
    assert built.returncode == 0, built.stdout + built.stderr
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert f'lang="{codes[0]}"' in home
    assert "<title>Baltic: &quot;Sea&quot; &amp; {{7*7}} &lt;b&gt;</title>" in home
    assert "49" not in re.sub(r"<head>.*?</head>", "", home, flags=re.DOTALL).split("<article", 1)[1][:2000]
    assert not [path for path in (folder / "data").rglob("*") if "tokayev" in path.name]


WRONG = {
    "a folder that holds something": (["{full}", "--name", "X", "--languages", "en"], "is not empty"),
    "a file": (["{file}", "--name", "X", "--languages", "en"], "is not empty"),
    "a folder within the generator": (
        ["hooks/dossier/new", "--name", "X", "--languages", "en"],
        "within the gen",
    ),
    "a folder that cannot be made": (
        ["{file}/new", "--name", "X", "--languages", "en"],
        "could not be written",
    ),
    "no name": (["{new}", "--name", " ", "--languages", "en"], "no name"),
    "no language": (["{new}", "--name", "X", "--languages", ","], "no list of codes"),
    "no code": (["{new}", "--name", "X", "--languages", "en,English!"], "“English!” is no list of codes"),
    "a language twice": (["{new}", "--name", "X", "--languages", "en,en"], "no list of codes"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_makes_no_sense_is_said_and_nothing_written(name: str, tmp_path: Path) -> None:
    places = {"full": tmp_path / "full", "file": tmp_path / "file", "new": tmp_path / "new"}
    places["full"].mkdir()
    (places["full"] / "kept").write_text("kept")
    places["file"].write_text("kept")
    arguments, expected = WRONG[name]
    done = dossier("init", *(one.format(**places) for one in arguments))
    assert (done.returncode, expected in done.stderr) == (2, True), done.stderr
    assert [path.name for path in places["full"].iterdir()] == ["kept"]
    assert places["file"].read_text() == "kept"
    assert not places["new"].exists()
    assert not (PROJECT / "hooks/dossier/new").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_it_asks_for_what_no_flag_says(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dossier", "init", str(tmp_path / "asked")]
    done = subprocess.run(
        command, cwd=PROJECT, input="Ferries\nen\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "site_name: Ferries" in (tmp_path / "asked/mkdocs.yml").read_text(encoding="utf-8")
    silent = subprocess.run(
        [*command[:-1], str(tmp_path / "silent")],
        cwd=PROJECT,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (silent.returncode, "--name" in silent.stderr) == (2, True)
