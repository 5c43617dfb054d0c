"""Changes to a dossier that the cases of ``cases/`` describe."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.dossiers import lock


def change(root: Path, changes: Mapping[str, Any]) -> None:
    """Apply ``write``, ``replace``, ``bytes``, ``delete``, ``make`` and ``lock`` in this order."""
    for name, text in changes.get("write", {}).items():
        _bytes(root / name, text.encode("utf-8", "surrogatepass"))
    for name, replacements in changes.get("replace", {}).items():
        _replace(root / name, replacements)
    for name, text in changes.get("bytes", {}).items():
        _bytes(root / name, text.encode("latin-1"))
    for name in changes.get("delete", ()):
        (root / name).unlink()
    for name, thing in changes.get("make", {}).items():
        _THINGS[thing](root / name)
    if changes.get("lock"):
        lock(root)


def _bytes(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _replace(path: Path, replacements: Mapping[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in replacements.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def _summary(path: Path, text: str) -> None:
    path.write_text(f"names: {{en: Ada Reed}}\nsummary:\n  en: '{text}'\n", encoding="utf-8")


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


_THINGS: Mapping[str, Callable[[Path], object]] = {
    "directory": lambda path: path.mkdir(parents=True),
    "pipe": os.mkfifo,
    "link": _link,
    "folder link": lambda path: path.symlink_to("/usr/share", target_is_directory=True),
    "nesting": lambda path: path.write_text("[" * 30 + "]" * 30, encoding="utf-8"),
    "many values": lambda path: path.write_text("- x\n" * 20_001, encoding="utf-8"),
    "deep settings": lambda path: path.write_text("a" + ": [" + "[" * 20_000, encoding="utf-8"),
    "brackets": lambda path: path.write_text("# About\n\n" + "![" * 20_000, encoding="utf-8"),
    "pictures without end": lambda path: path.write_text(
        "# About\n\n"
        f"{'![' * 900}{'x' * 500_000}\n\n](x{'](' * 900}{' ' * 300_000}x\n\n" + "<img src\n\n" * 50_000,
        encoding="utf-8",
    ),
    "number signs": lambda path: path.write_text("# About\n\n" + "#" * 20_001, encoding="utf-8"),
    "empty items": lambda path: path.write_text("# About\n\n" + "- \n" * 201, encoding="utf-8"),
    "lists in a line": lambda path: path.write_text("# About\n\n" + "1. " * 20, encoding="utf-8"),
    "brackets in a summary": lambda path: _summary(path, "![" * 9_000),
    "full stops in a summary": lambda path: _summary(path, ". " * 9_999),
    "a summary without end": lambda path: _summary(path, "x" * 20_001),
    "stairs": lambda path: path.write_text(
        "".join(f"{'    ' * n}- x\n" for n in range(600)), encoding="utf-8"
    ),
    "deep macro": lambda path: path.write_text(
        f"---\nrender_macros: true\n---\n# About\n\n{{{{ {'(' * 5_000}{')' * 5_000} }}}}\n", encoding="utf-8"
    ),
    "too many bytes": lambda path: path.write_text("# " + "x" * 1_000_000, encoding="utf-8"),
}
