"""``dossier check``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import tell
from dossier.report import FORMATS

HELP = "check every file and report all problems"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to report (default: text)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Read and check, and say everything that is wrong."""
    from dossier.load import load

    _, problems = load(root)
    return tell(problems, options.format, strict=options.strict)
