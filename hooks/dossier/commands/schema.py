"""``dossier schema``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell
from dossier.problems import Problems

HELP = "write the JSON Schemas that editors use to data/schema"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--check", action="store_true", help="only say whether they are fresh")


def run(root: Path, options: argparse.Namespace) -> int:
    """Make the schemas of every kind of record, and write or compare them."""
    from dossier.memo import Memo
    from dossier.read.project import read
    from dossier.schemas import schemas, stale_schemas, write_schemas

    raw, problems = read(root, Memo())
    if raw is None:
        return tell(problems)
    found = Problems()
    texts = schemas(raw, found)
    if found.fatal():
        return tell(found)
    if options.check:
        return tell(stale_schemas(root, texts))
    touched = write_schemas(root, texts)
    announce(f"wrote {', '.join(touched)}" if touched else "all schemas were fresh")
    return 0
