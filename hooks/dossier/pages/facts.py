"""What a box of facts holds."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.texts import Support, Target
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Name:
    """A name in some language."""

    text: str
    language: str
    language_name: str


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value, perhaps a link; ``unknown`` is shown as a gap."""

    text: str
    support: Support
    target: Target | None = None
    unknown: bool = False
    record: Location | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A label and its values."""

    label: str
    values: tuple[FactValue, ...]
