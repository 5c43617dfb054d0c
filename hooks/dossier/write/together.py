"""Changes many files at once: all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def replace_together(root: Path, texts: Mapping[str, str | None]) -> dict[str, str | None]:
    """Write the texts, and delete the files without one; what stood there before, to be put back.

    Everything is on disk before the first file is touched. OSError, its ``filename`` that of the file which
    could not be written, leaves each as it was.
    """
    before = {name: _text(root / name) for name in texts}
    ready: dict[str, Path] = {}
    done: list[str] = []
    name = ""
    try:
        for name, text in texts.items():
            if text is not None:
                ready[name] = _staged(root / name, text)
        # What is new stands before the old goes, so that a machine that stops here loses nothing.
        for name in sorted(texts, key=lambda one: texts[one] is None):
            if name in ready:
                ready[name].replace(root / name)
                del ready[name]
            else:
                (root / name).unlink()
            done.append(name)
    except OSError as error:
        for path in ready.values():
            path.unlink(missing_ok=True)
        if done:
            replace_together(root, {one: before[one] for one in done})
        raise OSError(error.errno, error.strerror, name) from error
    return before


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def _staged(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(mode)
    return Path(name)
