"""What one process and those that it starts take."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_KILOBYTES = 1024 if sys.platform == "darwin" else 1
"""getrusage(2) counts memory in bytes there, and in kilobytes elsewhere."""


class Taken(NamedTuple):
    """What a command took."""

    cpu: float
    """Seconds, of the system too, in all processes that have ended within it."""
    wall: float
    """Seconds."""
    memory: float
    """Megabytes of the largest process at its largest."""


def run(command: Sequence[str | Path], folder: Path) -> tuple[Taken, str]:
    """Run a command, and what it said; stop the measurement if it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            [*map(str, command)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{told[-4000:]}")
    return Taken(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024 / _KILOBYTES), told


def size(folder: Path) -> tuple[int, int]:
    """How many files a folder holds, and how many bytes they have."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
