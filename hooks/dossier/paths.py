"""Leaf: where a path leads."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path) -> Path:
    """The path without links and dots, as far as it leads; a link that leads to itself stays as it is.

    Path.resolve() raises RuntimeError for such a link, before Python 3.13.
    """
    return Path(os.path.realpath(path))
