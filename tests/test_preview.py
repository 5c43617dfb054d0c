"""A live preview makes pages when a browser asks for them, and they are those of a build."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dossier.load import load
from dossier.problems import Location, Problem
from mkdocs_edge import preview
from mkdocs_edge.problems_shown import beside
from tests.dossiers import assemble

BUILD = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_edge import preview

config = load_config(sys.argv[1], site_dir=sys.argv[2])
if sys.argv[3] == "serve":
    config.plugins.on_startup(command="serve", dirty=False)
build(config)
site = Path(sys.argv[2])
print("at once", sum(1 for _ in site.rglob("*.html")), file=sys.stderr)
for path in sys.stdin.read().split():
    if not (site / path).exists() and not preview.made("/" + path, "/"):
        print(path)
"""


def built(root: Path, site: Path, manner: str, wanted: Iterable[str] = ()) -> tuple[list[str], int]:
    """Which of the wanted files could not be made, and how many pages there were before."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(root / "mkdocs.yml"), str(site), manner],
        input="\n".join(wanted),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split(), int(done.stderr.split("at once ")[1].split()[0])


def shown(path: Path) -> str:
    """A file; of a page what a preview shows alike, which allows its own script in the head."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r'(http-equiv="Content-Security-Policy" content=)"[^"]*"', r"\1", text)


@pytest.mark.parametrize("site", ["minimal", "translated"])
def test_every_file_of_a_build_can_be_had_from_a_preview_and_is_the_same(site: str, tmp_path: Path):
    root = assemble(site, tmp_path / "dossier")
    _, pages = built(root, tmp_path / "built", "build")
    names = [
        path.relative_to(tmp_path / "built") for path in (tmp_path / "built").rglob("*") if path.is_file()
    ]
    texts = [name.as_posix() for name in names if name.suffix not in {".png", ".woff2", ".ico", ".gz"}]
    lacking, at_once = built(root, tmp_path / "shown", "serve", texts)
    assert not lacking
    assert 0 < at_once < pages
    for name in sorted(set(texts) - {"_headers"}):
        assert shown(tmp_path / "shown" / name) == shown(tmp_path / "built" / name), name


def test_nothing_is_made_that_no_build_makes(tmp_path: Path):
    root = assemble("minimal", tmp_path / "dossier")
    odd = ["people/nobody/index.html", "search/nothing.js", "data/none.json", "..%2fmkdocs.yml"]
    assert built(root, tmp_path / "site", "serve", odd)[0] == odd


class Server(SimpleNamespace):
    """As much of a server as a preview knows."""

    def set_app(self, app: Any) -> None:
        self.app = app


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[str, list[str]]]:
    """Asks a server that has one page and can make another; its answer, and what it was to make."""
    there, made = {"/have.html"}, []

    def make(name: str) -> bool:
        made.append(name)
        if name == "made/index.html":
            there.update({"/made/", "/made"})
        return name == "made/index.html"

    def serve_request(environ: dict[str, str], start_response: Callable[..., object]) -> list[bytes]:
        start_response("200 OK" if environ["PATH_INFO"] in there else "404 Not Found", [])
        return []

    monkeypatch.setattr(preview, "_offered", [make])
    server = Server(serve_request=serve_request, mount_path="/", builder=list)
    preview.serve(server)  # type: ignore[arg-type]

    def asked(path: str) -> tuple[str, list[str]]:
        answers: list[str] = []
        server.app({"PATH_INFO": path}, lambda status, _: answers.append(status))
        assert len(answers) == 1, "a request is answered once"
        return answers[0], made

    return asked


@pytest.mark.parametrize(
    ("path", "answer", "made"),
    [
        ("/have.html", "200 OK", []),
        ("/made/", "200 OK", ["made/index.html"]),
        ("/made", "200 OK", ["made", "made/index.html"]),
        ("/none.txt", "404 Not Found", ["none.txt", "none.txt/index.html"]),
    ],
)
def test_a_server_is_asked_before_anything_is_made(
    path: str, answer: str, made: list[str], ask: Callable[[str], tuple[str, list[str]]]
):
    assert ask(path) == (answer, made)


def test_a_problem_is_told_beside_the_part_of_the_record_that_it_is_in(tmp_path: Path):
    dossier, _ = load(assemble("minimal", tmp_path / "dossier"))
    assert dossier
    (source,) = (one for one in dossier.sources.values() if one.claims)
    (note,), (claim,) = source.notes, source.claims
    record = source.where.file

    def told(line: int) -> Mapping[tuple[str, int], Sequence[str]]:
        return beside([Problem("odd", Location(record, line, 3), "a <sentence>", "a hint")], dossier)

    begin = (record, note.where.line)
    words = f"{record}:{note.where.line}:3: error[odd] a <sentence>\n    a hint"
    assert note.where.line < claim.where.line
    assert told(note.where.line) == {begin: [words]}
    assert list(told(claim.where.line - 1)) == [begin]
    assert list(told(claim.where.line)) == [(record, claim.where.line)]
    assert list(told(100_000)) == [(record, claim.where.line)]
    assert beside([Problem("odd", Location("mkdocs.yml"), "a sentence")], dossier) == {}
