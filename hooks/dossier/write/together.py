"""Changes many files at once: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier.write.files import staged


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
                ready[name] = staged(root / name, text)
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
