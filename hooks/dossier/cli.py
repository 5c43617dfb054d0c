"""The command ``dossier``. Exit status: 0 fine, 1 problems in the input, 2 wrong use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dossier.problems import Problems
from dossier.report import FORMATS, report, summary

Run = Callable[[Path, argparse.Namespace], int]
"""Does a subcommand's work in a dossier's folder and returns the exit status."""
Commands = Any
"""What ``add_subparsers`` returns; argparse has no public name for it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status."""
    options = _parser().parse_args(arguments)
    root = options.root.resolve()
    if not (root / "mkdocs.yml").is_file():
        print(
            f"dossier: {options.root} holds no mkdocs.yml; name the dossier's folder with --root",
            file=sys.stderr,
        )
        return 2
    status: int = options.run(root, options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dossier", description="Check and build an annotated dossier.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = _command(commands, "check", "check every file and report all problems", _check)
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument("--format", choices=FORMATS, default="text", help="how to report (default: text)")

    build = _command(commands, "build", "build the site and put it in place once it is whole", _build)
    build.add_argument("--strict", action="store_true", help="warnings stop the build")
    build.add_argument(
        "--offline", action="store_true", help="make a folder to open from disk, and a zip of it"
    )
    build.add_argument("--output", type=Path, help="where to (default: site, or site-offline)")

    schema = _command(commands, "schema", "write the JSON Schemas that editors use to data/schema", _schema)
    schema.add_argument("--check", action="store_true", help="only say whether they are fresh")
    return parser


def _command(commands: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words.capitalize()}."
    )
    parser.add_argument("--root", type=Path, default=Path(), help="the dossier's folder (default: this one)")
    parser.set_defaults(run=run)
    return parser


def _check(root: Path, options: argparse.Namespace) -> int:
    from dossier.build import load

    _, problems = load(root)
    return _tell(problems, options.format, strict=options.strict)


def _tell(problems: Problems, form: str, *, strict: bool) -> int:
    found = problems.sorted()
    text = report(found, form)
    if text:
        print(text)
    print(f"dossier: {summary(found)}", file=sys.stderr)
    return 1 if problems.fatal(strict=strict) else 0


def _build(root: Path, options: argparse.Namespace) -> int:
    from dossier.build import load
    from dossier.publish import BuildError, pack, publish

    # Checked first, so that problems come as a list and not amid the theme's own messages.
    _, problems = load(root)
    if _tell(problems, "text", strict=options.strict):
        return 1
    target = options.output or root / ("site-offline" if options.offline else "site")
    try:
        publish(root, target.resolve(), strict=options.strict, offline=options.offline)
    except BuildError as error:
        print(f"dossier: nothing was published{f': {error}' if str(error) else ''}", file=sys.stderr)
        return 1
    if options.offline:
        pack(target, root / "dist" / "dossier-offline.zip")
    print(f"dossier: the site is in {target}", file=sys.stderr)
    return 0


def _schema(root: Path, options: argparse.Namespace) -> int:
    from dossier.read.project import read
    from dossier.schemas import schemas, stale_schemas, write_schemas

    raw, problems = read(root)
    if raw is None:
        return _tell(problems, "text", strict=False)
    found = Problems()
    texts = schemas(raw, found)
    if found.fatal():
        return _tell(found, "text", strict=False)
    if options.check:
        return _tell(stale_schemas(root, texts), "text", strict=False)
    touched = write_schemas(root, texts)
    print(
        f"dossier: wrote {', '.join(touched)}" if touched else "dossier: all schemas were fresh",
        file=sys.stderr,
    )
    return 0
