"""``dossier check``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell
from dossier.report import FORMATS

HELP = "check every file and report all problems"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to report (default: text)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Read and check, and say everything that is wrong."""
    from dossier.commands.i18n import summary
    from dossier.load import load

    dossier, problems = load(root)
    status = tell(problems, options.format, strict=options.strict)
    if dossier is not None and len(dossier.settings.languages) > 1:
        announce(f"translations: {summary(dossier)}")
    return status
