"""Folders that may not be read or written, and a disk that is full: told in a line, and the site stays whole.

Root may do everything. Where the tests run as root, what they start has no right to pass over file modes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.manifest import verify
from tests.dossiers import PROJECT, assemble, snapshot

SETPRIV = shutil.which("setpriv")
PLAIN = [SETPRIV, "--bounding-set", "-dac_override,-dac_read_search"] if SETPRIV and not os.getuid() else []
"""How root gives up what lets it pass over the modes of files (capabilities(7), setpriv(1) of util-linux)."""
pytestmark = pytest.mark.skipif(
    not os.getuid() and not PLAIN, reason="root needs setpriv to give up its rights"
)


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    yield assemble("minimal", tmp_path / "dossier")
    for folder, _, _ in os.walk(tmp_path):
        Path(folder).chmod(0o755)


def run(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    """The command, with the rights that anybody has."""
    return subprocess.run(
        [*PLAIN, sys.executable, "-m", "dossier", *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, "XDG_CACHE_HOME": str(home / "cache")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("folder", "mode"), [("data", 0o000), ("data/people", 0o444), ("docs/en", 0o311), ("seeds", 0o444)]
)
def test_a_folder_that_may_not_be_read_is_told_with_its_name(root: Path, folder: str, mode: int) -> None:
    (root / folder).chmod(mode)
    done = run("check", "--root", root, home=root)
    assert done.returncode == 1
    assert f"{folder}:1:1: error[unreadable] the folder cannot be read: Permission denied" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_dossier_that_may_not_be_entered_is_wrong_use(root: Path) -> None:
    root.chmod(0o000)
    done = run("check", "--root", root, home=root.parent)
    assert done.returncode == 2
    assert "holds no mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_target_that_may_not_be_written_stays_whole(root: Path) -> None:
    assert run("build", "--root", root, home=root).returncode == 0
    public = root / "public"
    public.mkdir()
    (root / "site").rename(public / "site")
    before = snapshot(public)
    for path in (public, public / "site"):
        path.chmod(0o555)
    page = root / "docs/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    done = run("build", "--root", root, "--output", public / "site", home=root)
    assert done.returncode == 1
    assert "nothing was published: " in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(public) == before


@pytest.mark.slow
def test_a_cache_that_may_not_be_written_is_done_without(root: Path) -> None:
    for folder in (root / ".cache", root / "home"):
        folder.mkdir()
        folder.chmod(0o555)
    done = run("build", "--root", root, home=root / "home")
    assert done.returncode == 0, done.stderr
    assert verify(root / "site").found == []


ROOM = 400_000
"""Bytes that are left: some of the site's files, not all."""


@pytest.fixture
def little_disk(root: Path) -> Iterator[Path]:
    """A file system with little room; only root may mount one, and not everywhere."""
    disk = root / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if os.getuid() or not mount:
        pytest.skip("only root may mount a disk; test_crashes.py limits the length of files instead")
    asked = subprocess.run([mount, "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], check=False)
    if asked.returncode:
        pytest.skip("mounting is refused here; test_crashes.py limits the length of files instead")
    try:
        yield disk
    finally:
        subprocess.run([shutil.which("umount") or "umount", disk], check=True)


@pytest.mark.slow
def test_a_full_disk_leaves_the_site_whole_and_the_next_build_is_right(root: Path, little_disk: Path) -> None:
    target, filler = little_disk / "site", little_disk / "filler"
    assert run("build", "--root", root, "--output", target, home=root).returncode == 0
    before = snapshot(target)
    page = root / "docs/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    free = os.statvfs(little_disk)
    filler.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - ROOM)))
    done = run("build", "--root", root, "--output", target, home=root)
    assert done.returncode == 1, done.stderr
    assert "nothing was published" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(target) == before
    assert [path.name for path in little_disk.iterdir() if path.name.startswith(".")] == []
    filler.unlink()
    assert run("build", "--root", root, "--output", target, home=root).returncode == 0
    assert verify(target).found == []
    assert "More." in (target / "index.html").read_text(encoding="utf-8")
