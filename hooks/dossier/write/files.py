"""Puts bytes on disk, only where they differ, so that nothing that watches the folder wakes in vain."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_if_changed(path: Path, text: str) -> bool:
    """Write UTF-8 with line feeds; False when the file already held just that."""
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def replace_file(path: Path, text: str) -> None:
    """Write UTF-8 with the line ends it has, in one step, so that nobody ever reads half of it."""
    ready = staged(path, text)
    try:
        ready.replace(path)
    except OSError:
        ready.unlink(missing_ok=True)
        raise


def staged(path: Path, text: str) -> Path:
    """The text on disk beside the file that it is to replace, with its rights; nothing is left on OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
