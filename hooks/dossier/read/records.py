"""The YAML files of a folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from dossier.problems import Location, Problems
from dossier.raw import RawRecord
from dossier.read import yaml_nodes
from dossier.read.text import decode, read_bytes, stands

MAX_RECORD = 1_000_000


def children(root: Path, name: str, problems: Problems) -> list[Path]:
    """What stands in a folder, in an order that does not depend on the file system."""
    folder, where = root / name, Location(name)
    if not stands(folder):
        return []
    if folder.is_symlink():
        hint = "replace it by a plain folder"
        problems.error("not-a-folder", where, "this is a link and may lead anywhere", hint)
    elif not folder.is_dir():
        problems.error("not-a-folder", where, "this is no folder", "replace it by a plain folder")
    elif not os.access(folder, os.R_OK | os.X_OK):
        hint = "give yourself the right to list and to enter it"
        problems.error("unreadable", where, "the folder cannot be read: Permission denied", hint)
    else:
        return sorted((p for p in folder.iterdir() if not p.name.startswith(".")), key=lambda p: p.name)
    return []


def records(root: Path, section: str, problems: Problems, but: str = "") -> tuple[RawRecord, ...]:
    """The YAML files of a folder of ``data/``, by name; ``but`` is a file that is none of them."""
    found = []
    for path in children(root, f"data/{section}", problems):
        if path.name == but:
            continue
        if path.suffix == ".yml":
            found.append(record(path, f"data/{section}/{path.name}", problems))
        else:
            where = Location(path.relative_to(root).as_posix())
            hint = "rename it to end in .yml" if path.suffix == ".yaml" else "move it elsewhere"
            problems.error("stray-file", where, "only .yml files belong here", hint)
    return tuple(found)


def record(path: Path, name: str, problems: Problems) -> RawRecord:
    """A YAML file as nodes; what keeps it from being read is a problem."""
    where = Location(name)
    if not stands(path):
        problems.error("missing-file", where, "the file is missing", f"create {name}")
        return RawRecord(path.stem, where, None)
    data = read_bytes(path, name, MAX_RECORD, problems)
    text = decode(data, name, problems) if data is not None else None
    if text is None:
        return RawRecord(path.stem, where, None)
    before = len(problems.found)
    node = yaml_nodes.parse(text, name, problems)
    if node is None and len(problems.found) == before:
        problems.error("empty", where, "the file is empty", "fill it in, or delete it")
    return RawRecord(path.stem, where, node, blob(data or b""))


def blob(data: bytes) -> str:
    """The first twelve digits of what Git calls a file of these bytes (gitformat-pack, “blob”).

    With ``git log --find-object`` they lead to the commits that brought and took it.

    >>> blob(b"")
    'e69de29bb2d1'
    """
    head = f"blob {len(data)}\0".encode()
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()[:12]
