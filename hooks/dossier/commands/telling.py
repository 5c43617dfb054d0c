"""How a subcommand says what it found."""

from __future__ import annotations

import sys
from typing import TextIO

from dossier.problems import Problems
from dossier.report import printable, report, summary


def tell(problems: Problems, form: str = "text", *, strict: bool = False, to: TextIO | None = None) -> int:
    """Print the problems to standard output and their number to standard error; the exit status.

    ``to`` is another stream for the problems, where standard output holds a command's own result.
    """
    found = problems.sorted()
    text = report(found, form)
    if text:
        print(text, file=to or sys.stdout)
    announce(summary(found))
    return 1 if problems.fatal(strict=strict) else 0


def refuse(words: str) -> int:
    """Say what was asked for wrongly; the exit status."""
    announce(words)
    return 2


def announce(words: str) -> None:
    """Tell the person at the terminal; standard output is for what other programs read."""
    print(f"dossier: {printable(words)}", file=sys.stderr)
