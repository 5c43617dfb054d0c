"""Builds into a staging folder and swaps it in, so that a failed build leaves the published site alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; file times would make every archive different."""


class BuildError(Exception):
    """The theme could not build the site; its own messages have been printed."""


def publish(root: Path, target: Path, *, strict: bool, offline: bool) -> None:
    """Build the site under ``root`` and put it in place of ``target``, which BuildError leaves as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        site = staging / "site"
        _mkdocs(root, site, strict=strict, offline=offline)
        _swap(site, target, staging / "old")
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _mkdocs(root: Path, site: Path, *, strict: bool, offline: bool) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(root / "mkdocs.yml")]
    command += ["--site-dir", str(site), *(["--strict"] if strict else [])]
    environment: Mapping[str, str] = os.environ | {
        "DIRECTORY_URLS": "false" if offline else "true",
        # Material's notice about its own future is for those who choose versions, not for editors.
        "NO_MKDOCS_2_WARNING": "1",
    }
    done = subprocess.run(command, env=dict(environment), stderr=subprocess.PIPE, text=True, check=False)
    lines = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    if lines:
        print("\n".join(lines), file=sys.stderr)
    if done.returncode:
        raise BuildError


def _swap(site: Path, target: Path, old: Path) -> None:
    """Two renames: readers see the old site or the new one."""
    if target.exists():
        target.rename(old)
    try:
        site.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


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
