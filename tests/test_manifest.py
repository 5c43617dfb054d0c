"""A copy of a site brings the list by which anybody can tell that it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.manifest import MANIFEST, checksums, verify, write_manifest
from tests.dossiers import dossier

FILES = {"index.html": "<p>Home", "people/ада.html": "<p>Ada", "data/a b.json": "{}"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "copy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    copy = tmp_path / "copy"
    write_manifest(copy, checksums(copy))
    return copy


def test_a_whole_copy_is_found_whole(copy: Path) -> None:
    assert verify(copy).found == []
    assert main(["verify", str(copy)]) == 0


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="GNU coreutils are not everywhere")
def test_the_list_can_be_checked_without_this_program(copy: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", MANIFEST], cwd=copy, check=True, capture_output=True)


def replace_by_link(copy: Path) -> None:
    (copy / "index.html").rename(copy.parent / "elsewhere.html")
    (copy / "index.html").symlink_to("../elsewhere.html")


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file is gone": (lambda copy: (copy / "index.html").unlink(), "missing-file index.html:1:1"),
    "a byte differs": (
        lambda copy: (copy / "index.html").write_text("<p>Home!"),
        "altered-file index.html:1:1",
    ),
    "a file was cut off": (lambda copy: os.truncate(copy / "index.html", 3), "altered-file index.html:1:1"),
    "a file was added": (lambda copy: (copy / "evil.html").touch(), "extra-file evil.html:1:1"),
    "a hidden file was added": (lambda copy: (copy / "data/.x").touch(), "extra-file data/.x:1:1"),
    "a link was added": (lambda copy: (copy / "more").symlink_to("/usr"), "extra-file more:1:1"),
    "a link replaces a file": (replace_by_link, "not-a-file index.html:1:1"),
    "a line was damaged": (
        lambda copy: (copy / MANIFEST).write_text((copy / MANIFEST).read_text("utf-8") + "0 x\n", "utf-8"),
        f"hash-list {MANIFEST}:4:1",
    ),
    "a line leads out": (
        lambda copy: (copy / MANIFEST).write_text(
            (copy / MANIFEST).read_text("utf-8") + f"{'0' * 64}  ../x\n", "utf-8"
        ),
        f"hash-list {MANIFEST}:4:1",
    ),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_told_in_a_line_of_its_own(
    copy: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damage, expected = DAMAGE[what]
    damage(copy)
    assert [f"{one.rule} {one.where}" for one in verify(copy).sorted()] == [expected]
    assert main(["verify", str(copy)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_all_damage_is_told_in_one_run(copy: Path) -> None:
    for name in FILES:
        (copy / name).unlink()
    assert [one.rule for one in verify(copy).found] == ["missing-file"] * len(FILES)


def test_a_folder_without_a_list_is_wrong_use(tmp_path: Path) -> None:
    assert dossier("verify", tmp_path).returncode == 2
    assert dossier("verify", tmp_path / "nowhere").returncode == 2


def test_a_copy_is_verified_wherever_it_lies(copy: Path, tmp_path: Path) -> None:
    """Whoever received it has no dossier."""
    done = dossier("verify", copy, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_site_and_its_list_agree(site: Path) -> None:
    copied = verify(site)
    assert {one.where.file for one in copied.found} <= {".built"}  # these tests' own mark
