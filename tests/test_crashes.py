"""Whatever ends a build – a kill, a full disk, another build – the published site stays whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.kill import PAGE, built
from bench.kill_preview import killed
from dossier.manifest import checksums, verify, write_manifest
from tests.dossiers import PROJECT, assemble, dossier, snapshot

KILLS = 20
# Publishes again and again what stands in for the theme's work, each time the other of two sites.
PUBLISHER = """
import shutil, sys
from itertools import cycle
from pathlib import Path
from dossier import publish

target, times, *versions = sys.argv[1:]
turns = cycle(versions)
publish._mkdocs = lambda _, site, **__: shutil.copytree(next(turns), site)
print("ready", flush=True)
for _ in range(int(times)):
    publish.publish(Path(), Path(target), strict=True, offline=False)
"""


def make_version(folder: Path, text: str) -> Path:
    for number in range(60):
        path = folder / f"page-{number}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(text * 100, encoding="utf-8")
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def versions(tmp_path: Path) -> list[Path]:
    return [make_version(tmp_path / name, name) for name in ("one", "two")]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    target = make_version(tmp_path / "public" / "site", "zero")
    write_manifest(target, checksums(target))
    return target


def publisher(target: Path, times: int, *versions: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PUBLISHER, str(target), str(times), *map(str, versions)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def test_a_kill_at_any_moment_leaves_a_whole_site(published: Path, versions: list[Path]) -> None:
    moments = random.Random(8)
    for _ in range(KILLS):
        with publisher(published, 10_000, *versions) as running:
            assert running.stdout
            assert running.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0, 0.05))
            running.send_signal(signal.SIGKILL)
        assert running.returncode == -signal.SIGKILL
        assert verify(published).found == []
    last = publisher(published, 1, *versions)
    last.communicate()
    assert last.returncode == 0
    assert (published / "index.html").read_text(encoding="utf-8") == "one"
    assert beside(published) == ["site"]


def test_builds_side_by_side_leave_one_whole_site(published: Path, versions: list[Path]) -> None:
    running = [publisher(published, 5, one, two) for one, two in (versions, versions[::-1], versions)]
    for one in running:
        one.communicate()
    assert [one.returncode for one in running] == [0, 0, 0]
    assert verify(published).found == []
    assert beside(published) == ["site"]


@pytest.mark.slow
def test_a_preview_that_is_killed_changes_nothing_and_the_next_one_starts(minimal: Path) -> None:
    """While it renders an edit: ``bench/kill_preview.py`` does so at many moments."""
    built(minimal, (minimal / PAGE).read_text(encoding="utf-8"))
    temporary = minimal.parent / "temporary"
    temporary.mkdir()
    assert killed(minimal, temporary, [0.3]) == []


LIMITED = """
import resource, sys
from dossier.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 20_000, 150_000])
def test_a_disk_without_room_leaves_the_site_alone(minimal: Path, published: Path, room: int) -> None:
    """No file may become longer, as on a disk that is full; every Unix can be told so, without its root."""
    before = snapshot(published)
    command = [sys.executable, "-c", LIMITED, str(room), "build", "--root", str(minimal)]
    done = subprocess.run(
        [*command, "--output", str(published)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "nothing was published" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(published) == before
    assert beside(published) == ["site"]


def test_a_place_that_takes_no_site_is_told_without_a_traceback(minimal: Path) -> None:
    done = dossier("build", "--root", minimal, "--output", "/dev/null/site")
    assert done.returncode == 1
    assert "nothing was published: " in done.stderr
    assert "Traceback" not in done.stderr


# Another hook of the site: a process that is given pages to write is killed, as by a system without memory.
KILLER = """
import os
import signal
from mkdocs_edge import below

parent = os.getpid()
below._write = lambda *_: os.getpid() != parent and os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_while_it_writes_pages_leaves_the_site_and_is_told_in_a_line(tmp_path: Path) -> None:
    root = assemble("minimal", tmp_path / "dossier")
    assert dossier("build", "--root", root).returncode == 0
    before = snapshot(root / "site")
    (root / "killer.py").write_text(KILLER, encoding="utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "  - hooks/site.py\n", "  - hooks/site.py\n  - killer.py\n"
        ),
        encoding="utf-8",
    )
    done = dossier("build", "--root", root, "--jobs", "2", "--no-cache")
    assert done.returncode == 1
    told, last = done.stderr.splitlines()[-2:]
    assert told.startswith("ERROR"), done.stderr
    assert told.endswith("was killed; if memory ran out, build with fewer: dossier build --jobs 1")
    assert last == "dossier: nothing was published"
    assert "Traceback" not in done.stderr
    assert snapshot(root / "site") == before
    assert not list(root.glob(".site-*"))
