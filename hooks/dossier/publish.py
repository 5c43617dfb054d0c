"""Builds into a staging folder and swaps it in, so that a failed build leaves the published site alone."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dossier.links import dead_links
from dossier.manifest import checksums, write_manifest
from dossier.manner import AS_USUAL, Manner
from dossier.report import report
from dossier.sound import note_sound, to_follow
from dossier.theme_process import REFUSED

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; file times would make every archive different."""


class BuildError(Exception):
    """The site could not be built or put in place; says why, unless the theme has said so itself."""


def publish(
    root: Path,
    target: Path,
    *,
    strict: bool,
    offline: bool,
    archive: Path | None = None,
    manner: Manner = AS_USUAL,
) -> bool:
    """Build the site under ``root`` and put it in place of ``target``, which an error leaves as it was.

    BuildError says what was wrong with it, OSError what the disk refused. ``archive`` is a zip to make of it.

    Returns whether the theme had nothing to say. A second build of the same target waits for the first; what
    a killed one left behind is swept up.
    """
    if target.exists() and not _is_site(target):
        raise BuildError(f"{target} is no site, so it will not be replaced; name another folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target):
        for leftover in target.parent.glob(f".{target.name}-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            knowing = replace(manner, published=str(target))
            silent = _mkdocs(root, staging / "site", strict=strict, offline=offline, manner=knowing)
            sums = checksums(staging / "site")
            pages = to_follow(root, target, sums, use=manner.cache)
            sound = _inspect(staging / "site", sums, pages, strict=strict)
            write_manifest(staging / "site", sums)
            if archive is not None:
                pack(staging / "site", archive)
            _swap(staging / "site", target, staging / "old")
            if sound and manner.cache:
                note_sound(root, target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return silent and sound


def _inspect(site: Path, files: Collection[str], pages: Iterable[str], *, strict: bool) -> bool:
    """Whether nothing is to be said of what was built; BuildError if it may not take the site's place."""
    if not (site / "index.html").is_file():
        raise BuildError("it has no front page, docs/LANGUAGE/index.md of the first language")
    problems = dead_links(site, files, pages)
    for problem in problems.sorted():
        print(report([problem]), file=sys.stderr)
    if problems.fatal(strict=strict):
        raise BuildError("links lead nowhere")
    return not problems.found


def _is_site(folder: Path) -> bool:
    """Whether a folder may be replaced: a site has a front page, and an empty folder holds nothing."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / "index.html").is_file() or not any(folder.iterdir())


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the target's parent folder locked; the lock ends with the process, however it ends."""
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _mkdocs(root: Path, site: Path, *, strict: bool, offline: bool, manner: Manner) -> bool:
    command = [sys.executable, "-m", "dossier.theme_process", "build"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(site)]
    command += ["--strict"] if strict else []
    environment: Mapping[str, str] = (
        os.environ
        | manner.environment()
        | {
            "DIRECTORY_URLS": "false" if offline else "true",
            # Material's notice about its own future is for those who choose versions, not for editors.
            "NO_MKDOCS_2_WARNING": "1",
        }
    )
    done = subprocess.run(command, env=dict(environment), stderr=subprocess.PIPE, text=True, check=False)
    lines = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    refused = lines.pop() if done.returncode == REFUSED else ""
    if lines:
        print("\n".join(lines), file=sys.stderr)
    if refused:
        raise BuildError(refused)
    if done.returncode:
        killed = done.returncode < 0
        raise BuildError(f"the build was ended by signal {-done.returncode}" if killed else "")
    return not lines


def _swap(site: Path, target: Path, old: Path) -> None:
    """Readers see the old site or the new one: in one step where the system can, else in two renames."""
    if target.exists():
        if _exchange(site, target):
            return
        target.rename(old)
    try:
        site.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once (Linux, renameat2(2) with RENAME_EXCHANGE); False where not."""
    at_working_folder, exchange = -100, 2
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(at_working_folder, os.fsencode(one), at_working_folder, os.fsencode(other), exchange)
    return bool(done == 0)


def pack(folder: Path, archive: Path) -> None:
    """Put a folder into a zip, the same bytes for the same files."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=archive.parent, suffix=".zip", delete=False) as handle:
        staging = Path(handle.name)
    try:
        with zipfile.ZipFile(staging, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                name = (Path(archive.stem) / path.relative_to(folder)).as_posix()
                entry = zipfile.ZipInfo(name, ZIP_TIME)
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
        staging.chmod(0o644)
        staging.replace(archive)
    finally:
        staging.unlink(missing_ok=True)
