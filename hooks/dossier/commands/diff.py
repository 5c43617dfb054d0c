"""``dossier diff``: what a change does to the dossier, for whoever reviews it."""

from __future__ import annotations

import argparse
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.commands.revisions import git
from dossier.commands.telling import announce, tell
from dossier.model import LinkedDossier
from dossier.paths import real
from dossier.problems import Problem, Problems
from dossier.report import printable
from dossier.review.telling import FORMATS

HELP = "tell what differs from an earlier dossier: entries, claims, links, translations, pages"
RECORDS = ("mkdocs.yml", "data", "seeds", "docs", "locale")
"""What is compared; no code of the other revision is ever run."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("base", metavar="BASE", help="a revision of git, such as main, or a folder")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to tell (default: text)")
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="write a page that can be opened by itself, too"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Print what differs; 1 if a dossier has errors, 2 if there is no such base."""
    from dossier.review.changes import ADDED, Change, Section
    from dossier.review.compare import compare
    from dossier.review.telling import as_markdown, as_page, as_text

    try:
        with _base(root, options.base) as folder:
            before, known = _linked(folder)
            if before is None:
                announce(f"{options.base} has errors of its own")
                return tell(known)
    except LookupError as error:
        announce(str(error))
        return 2
    after, problems = _linked(root)
    if after is None:
        return tell(problems)
    seen = {(one.rule, one.message) for one in known.found}
    new = [one for one in problems.sorted() if (one.rule, one.message) not in seen]
    sections = compare(before, after)
    if new:
        warned = tuple(Change(ADDED, _said(one), (), f"{one.where.file}:{one.where.line}") for one in new)
        sections = (Section("New warnings", warned), *sections)
    words = as_markdown(sections) if options.format == "markdown" else as_text(sections)
    print("\n".join(map(printable, words.split("\n"))))
    if options.html:
        try:
            options.html.write_text(as_page(sections, f"Changes since {options.base}"), encoding="utf-8")
        except OSError as error:
            announce(f"{options.html} could not be written: {error.strerror}")
            return 2
    return 0


def _said(problem: Problem) -> str:
    return f"{problem.rule}: {problem.message}"


def _linked(root: Path) -> tuple[LinkedDossier | None, Problems]:
    from dossier.link import link
    from dossier.load import load

    dossier, problems = load(root)
    if dossier is None:
        return None, problems
    linked, found = link(dossier)
    return linked, Problems([*problems.found, *found])


@contextmanager
def _base(root: Path, base: str) -> Iterator[Path]:
    """The folder of the earlier dossier, for a revision a temporary one with its records; or LookupError."""
    if base and (Path(base) / "mkdocs.yml").is_file():
        yield real(Path(base))
        return
    if not base or base.startswith("-"):
        raise LookupError(f"there is no revision “{base}”")
    with tempfile.TemporaryDirectory() as folder:
        there = [name for name in RECORDS if _git(root, "cat-file", "-e", f"{base}:./{name}").returncode == 0]
        packed = _git(root, "archive", "--format=tar", base, "--", *there)
        if packed.returncode or "mkdocs.yml" not in there:
            raise LookupError(f"there is no dossier at “{base}”; name a revision of git, or a folder")
        try:
            with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as records:
                records.extractall(folder, filter="data")
        except tarfile.TarError as error:
            raise LookupError(f"the records at “{base}” cannot be laid out: {error}") from error
        yield Path(folder)


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    done = git(root, *words)
    if done is None:
        raise LookupError("git is not installed; name a folder")
    return done
