"""What a list may be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A value that rows of a register have, and how many have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What a register may be narrowed by."""

    id: str
    label: str
    options: tuple[Option, ...]
