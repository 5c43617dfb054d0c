"""The list of a site's files, by which anybody can tell whether a copy is whole and nobody has changed it.

It has the form of ``sha256sum`` (GNU coreutils), so that a copy can be checked where this program is not:
``sha256sum --check SHA256SUMS``. What nobody has listed, only ``dossier verify`` tells.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from dossier.checksums import Entry, entries
from dossier.problems import Location, Problems

MANIFEST = "SHA256SUMS"


def checksums(site: Path) -> dict[str, str]:
    """Every file of the site with its SHA-256, in the order of their names, the list itself left out."""
    return {name: _sha256(site / name) for name in sorted(_names(site)) if name != MANIFEST}


def write_manifest(site: Path, sums: Mapping[str, str]) -> None:
    """Put the list of the site's files into its folder."""
    lines = (f"{sha256}  {name}\n" for name, sha256 in sums.items())
    (site / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def verify(folder: Path) -> Problems:
    """Whether a copy holds just the files of its list, byte for byte; OSError where there is no list."""
    problems = Problems()
    listed = _listed((folder / MANIFEST).read_text(encoding="utf-8", errors="replace"), problems)
    present = set(_names(folder))
    for name in sorted(present - {*listed, MANIFEST}):
        problems.error("extra-file", Location(name), f"the file is not listed in {MANIFEST}")
    for name, entry in listed.items():
        if name not in present:
            problems.error("missing-file", Location(name), "the file is missing")
        else:
            _check(folder / name, entry, problems)
    return problems


def _listed(text: str, problems: Problems) -> dict[str, Entry]:
    """File → its entry; a problem for every line that says nothing, or nothing of a file of the copy."""
    found: dict[str, Entry] = {}
    for number, (line, entry) in enumerate(zip(text.split("\n"), entries(text), strict=True), 1):
        where = Location(MANIFEST, number)
        if entry is not None and _is_inside(entry.name) and entry.name not in found:
            found[entry.name] = entry
        elif entry is not None or line.strip():
            problems.error("hash-list", where, "this line is not a SHA-256 and a file of the copy")
    return found


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and path.as_posix() == name


def _check(path: Path, entry: Entry, problems: Problems) -> None:
    where = Location(entry.name)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            problems.error("not-a-file", where, "this is not a regular file")
        elif _sha256(path) != entry.sha256:
            problems.error("altered-file", where, f"the file is not the one listed in {MANIFEST}")
    except OSError as error:
        problems.error("unreadable", where, f"the file cannot be read: {error.strerror}")


def _names(folder: Path) -> Iterator[str]:
    """Every file, and whatever else is no folder, by its path; links are not followed."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(folder).as_posix()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
