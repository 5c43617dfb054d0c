"""The command ``dossier``. Exit status: 0 fine, 1 problems in the input, 2 wrong use or a refusing disk."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dossier.commands import (
    build,
    check,
    claim,
    diff,
    explain,
    fmt,
    forms,
    i18n,
    init,
    lock,
    mentions,
    new,
    rename,
    schema,
    suggest,
    verify,
)
from dossier.commands.telling import announce
from dossier.manner import collect_seldom
from dossier.paths import real
from dossier.theme_process import refusal

COMMANDS = {
    "check": check,
    "build": build,
    "diff": diff,
    "init": init,
    "new": new,
    "claim": claim,
    "fmt": fmt,
    "rename": rename,
    "mentions": mentions,
    "explain": explain,
    "suggest": suggest,
    "lock": lock,
    "i18n": i18n,
    "schema": schema,
    "forms": forms,
    "verify": verify,
}
"""Subcommand → its module, in the order of ``--help``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status."""
    collect_seldom()
    options = _parser().parse_args(arguments)
    root = real(options.root)
    needs_dossier = getattr(COMMANDS[options.command], "NEEDS_DOSSIER", True)
    config = root / "mkdocs.yml"
    if needs_dossier and not (os.access(config, os.F_OK) and config.is_file()):
        print(
            f"dossier: {options.root} holds no mkdocs.yml; name the dossier's folder with --root",
            file=sys.stderr,
        )
        return 2
    try:
        status: int = COMMANDS[options.command].run(root, options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough, as `head` does. Python would fail once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        announce(refusal(error, str(options.root)))
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dossier", description="Check and build an annotated dossier.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        words = module.HELP
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        command.add_argument(
            "--root", type=Path, default=Path(), help="the dossier's folder (default: this one)"
        )
        module.arguments(command)
    return parser
