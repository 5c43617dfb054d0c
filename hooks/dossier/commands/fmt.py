"""``dossier fmt``: writes records in their one form, and changes nothing that they say."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.revisions import at_revision, is_revision
from dossier.commands.telling import announce, tell
from dossier.paths import real
from dossier.problems import Location, Problems, did_you_mean
from dossier.report import FORMATS

HELP = "write records in their one form: order of keys, indentation, length of lines"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="records (default: all of data/)")
    parser.add_argument("--check", action="store_true", help="only say which differ from it")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to report (default: text)")
    parser.add_argument(
        "--base", metavar="BASE", help="put back comments that stood there at this revision of git"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Write what differs; 1 if a record cannot be read or lost a comment for good, 2 for wrong use.

    With ``--check`` nothing is written, and 1 means that a record is not in its form.
    """
    from dossier.layout.canonical import canonical
    from dossier.memo import Memo
    from dossier.read.project import read
    from dossier.read.records import record
    from dossier.schemas import record_schemas
    from dossier.write.files import replace_file

    raw, problems = read(root, Memo())
    if raw is None:
        return tell(problems, options.format)
    schemas = record_schemas(root, raw, Problems())
    asked = [_name(root, path) for path in options.files] or list(schemas)
    for name in asked:
        if name not in schemas:
            near = did_you_mean(name, schemas)
            announce(f"{name} is no record under data/{f'; {near}' if near else ''}")
            return 2
    if options.base is not None and not is_revision(root, options.base):
        announce(f"there is no revision “{options.base}”")
        return 2
    found = Problems()
    written = []
    for name in asked:
        if record(root / name, name, found).node is None:
            continue
        text = (root / name).read_bytes().decode("utf-8")
        whole = text if options.base is None else _with_comments(root, options, name, text, found)
        if options.check and whole != text:
            where = Location(name, _first_difference(text, whole))
            hint = f"dossier fmt --base {options.base} {name}  puts them back"
            found.warn(
                "dropped-comments", where, f"comments that stood here at {options.base} are gone", hint
            )
        form = canonical(text if options.check else whole, schemas[name])
        if form != text and options.check:
            where = Location(name, _first_difference(text, form))
            found.error("form", where, "the record is not in its one form", f"run  dossier fmt {name}")
        elif form != text:
            replace_file(root / name, form)
            written.append(name)
    if written:
        announce(f"wrote {', '.join(written)}")
    return tell(found, options.format) if found.found else 0


def _with_comments(root: Path, options: argparse.Namespace, name: str, text: str, found: Problems) -> str:
    """The text with its comments of that revision; a problem for each whose key or item is gone.

    A check only warns, since comments may also be taken out on purpose.
    """
    from dossier.layout.restored import restored
    from dossier.read.yaml_nodes import parse

    before = at_revision(root, options.base, name)
    if before is None or parse(before, name, Problems()) is None:
        return text
    whole, homeless = restored(before, text)
    for one in homeless:
        message = f"“{one.text}”, line {one.line + 1} at {options.base}, is about something that is gone"
        note = found.warn if options.check else found.error
        note("lost-comment", Location(name), message, "write it where it belongs, or run without --base")
    return whole


def _name(root: Path, path: Path) -> str:
    whole = real(path)
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()


def _first_difference(text: str, form: str) -> int:
    pairs = zip(text.split("\n"), form.split("\n"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)
