"""``dossier verify``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell
from dossier.report import FORMATS

HELP = "tell whether a copy of a site is whole and nobody has changed it"
NEEDS_DOSSIER = False
"""A copy is checked wherever it lies, without the records that it was made from."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("copy", type=Path, metavar="DIR", help="the folder of the copy")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to report (default: text)")


def run(_: Path, options: argparse.Namespace) -> int:
    """Hold every file against the list that the copy brings with it."""
    from dossier.manifest import MANIFEST, verify

    if not (options.copy / MANIFEST).is_file():
        announce(f"{options.copy} holds no {MANIFEST}; name the folder of a copy that  dossier build  made")
        return 2
    return tell(verify(options.copy), options.format)
