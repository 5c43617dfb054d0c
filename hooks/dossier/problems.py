"""What is wrong in the input, said so that a contributor can mend it.

Every stage collects problems and carries on, so one run shows them all. Imports nothing of ours.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop a build before anything is written; warnings do so only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in an input file; ``file`` is relative to the dossier, line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a stable rule name, a place, one sentence, and what to do about it."""

    rule: str
    where: Location
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class Problems:
    """Collects problems while a stage goes on."""

    found: list[Problem] = field(default_factory=list)

    def error(self, rule: str, where: Location, message: str, hint: str = "") -> None:
        """Record something that makes the dossier unfit to publish."""
        self.found.append(Problem(rule, where, message, hint))

    def warn(self, rule: str, where: Location, message: str, hint: str = "") -> None:
        """Record something an editor should look at."""
        self.found.append(Problem(rule, where, message, hint, Severity.WARNING))

    def sorted(self) -> list[Problem]:
        """The problems by place, the same ones said only once."""
        return sorted(set(self.found), key=lambda p: (p.where, p.rule, p.message))

    def fatal(self, *, strict: bool = False) -> bool:
        """Whether nothing may be written."""
        return any(strict or p.severity is Severity.ERROR for p in self.found)


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar known word, or an empty string."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the most similar known word, or an empty string."""
    near = nearest(word, known)
    return f"did you mean “{near}”?" if near else ""
