"""Tells a person at a terminal how far a long step is; says nothing to files and other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

_CLEAR = "\r\x1b[K"


def told(what: str, counts: Iterable[int], total: int, to: TextIO) -> None:
    """Run through the counts, writing each over the one before, and leave nothing on the line."""
    shown = to.isatty()
    for count in counts:
        if shown:
            to.write(f"{_CLEAR}{what}: {count:,} of {total:,}")
            to.flush()
    if shown:
        to.write(_CLEAR)
        to.flush()
