"""Problems as text for people, as annotations for GitHub, as JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from dossier.problems import Problem, Severity

_HALF = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, by which Python tells bytes of a file's name that are no UTF-8 (PEP 383)."""
FORMATS = ("text", "github", "json")


def report(problems: Sequence[Problem], form: str = "text") -> str:
    """All problems in one of the ``FORMATS``; an empty text for none (an empty list in JSON)."""
    if form == "json":
        written = json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=1)
        return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", written)
    say = _annotation if form == "github" else _lines
    return "\n".join(map(say, problems))


def summary(problems: Sequence[Problem]) -> str:
    """How many there are, in a sentence."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = [
        f"{n} {word}{'s' if n != 1 else ''}" for n, word in ((errors, "error"), (warnings, "warning")) if n
    ]
    return " and ".join(parts) or "no problems"


def printable(text: str) -> str:
    """One line, whatever the input quoted; characters a terminal would obey are spelt out."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def _lines(problem: Problem) -> str:
    hint = f"\n    {printable(problem.hint)}" if problem.hint else ""
    where, message = printable(str(problem.where)), printable(problem.message)
    return f"{where}: {problem.severity}[{problem.rule}] {message}{hint}"


def _annotation(problem: Problem) -> str:
    """A workflow command; see GitHub's “Workflow commands for GitHub Actions”."""
    where = problem.where
    hint = f" ({problem.hint})" if problem.hint else ""
    properties = {
        "file": where.file,
        "line": str(where.line),
        "col": str(where.column),
        "title": problem.rule,
    }
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{problem.severity} {shown}::{_data(problem.message + hint)}"


def _record(problem: Problem) -> dict[str, object]:
    return {
        "rule": problem.rule,
        "severity": str(problem.severity),
        "file": problem.where.file,
        "line": problem.where.line,
        "column": problem.where.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def _data(text: str) -> str:
    whole = _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
    return whole.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
