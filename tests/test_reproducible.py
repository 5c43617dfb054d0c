"""The same records make the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dossiers import PROJECT, assemble, snapshot

# Python runs it first: folders are listed backwards, as other file systems do for reasons of their own.
BACKWARDS = """
import os

class Backwards:
    def __init__(self, found):
        with found:
            self.found = iter(sorted(found, key=lambda one: one.name, reverse=True))
    def __iter__(self): return self.found
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

scan, names = os.scandir, os.listdir
os.scandir = lambda path=".": Backwards(scan(path))
os.listdir = lambda path=".": sorted(names(path), reverse=True)
"""


def built(root: Path, target: Path, home: Path, *, umask: int, **given: str) -> None:
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "build", "--root", str(root), "--output", str(target)],
        cwd=PROJECT,
        env={
            **{key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
            "SOURCE_DATE_EPOCH": "1700000000",
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            **given,
        },
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def copied_backwards(root: Path, target: Path) -> Path:
    """The same files, made in another order, with times and rights of their own."""
    for path in sorted(root.rglob("*"), reverse=True):
        to = target / path.relative_to(root)
        to.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            to.symlink_to(path.readlink())
        elif path.is_file():
            shutil.copyfile(path, to)
            os.utime(to, (1e9, 1e9))
            to.chmod(0o640)
    return target


@pytest.mark.slow
def test_another_home_place_zone_locale_and_order_make_the_same_bytes(tmp_path: Path) -> None:
    root = assemble("minimal", tmp_path / "dossier")
    other = copied_backwards(root, tmp_path / "other place" / "копія")
    customs = tmp_path / "customs"
    customs.mkdir()
    (customs / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    one, two = tmp_path / "one", tmp_path / "two"
    built(root, one, tmp_path / "home", umask=0o022, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    built(
        other,
        two,
        tmp_path / "home of another",
        umask=0o077,
        TZ="Asia/Almaty",
        LC_ALL="C",
        LANGUAGE="ru",
        USER="somebody",
        PYTHONHASHSEED="2",
        PYTHONPATH=str(customs),
    )
    first, second = snapshot(one), snapshot(two)
    assert {name for name in {*first, *second} if first.get(name) != second.get(name)} == set()
