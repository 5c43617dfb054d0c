"""How a build goes about its work changes nothing in the site."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.manner import AS_USUAL, Manner
from dossier.parallel import each
from dossier.write.progress import told
from tests.dossiers import assemble, dossier, snapshot


class Terminal(io.StringIO):
    """Where a person reads along."""

    def isatty(self) -> bool:
        return True


def test_place_time_user_and_chance_leave_no_trace(built: Callable[[str], Path], tmp_path: Path) -> None:
    """Another folder, time zone, umask and order of hashes; several processes; nothing remembered."""
    root = assemble("translated", tmp_path / "an other" / "place")
    others = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "C"}
    command = [sys.executable, "-m", "dossier", "build", "--root", str(root), "--jobs", "2", "--no-cache"]
    done = subprocess.run(
        command, env={**os.environ, **others}, umask=0o077, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert snapshot(root / "site") == snapshot(built("translated") / "site")
    assert not (root / ".cache").exists()


def test_a_profile_names_every_stage(minimal: Path) -> None:
    done = dossier("build", "--root", minimal, "--profile")
    assert done.returncode == 0, done.stderr
    rows = [line.rsplit(maxsplit=2)[0] for line in done.stderr.splitlines() if line[-1:].isdigit()]
    stages = ["read", "check", "link", "compose", "take over", "render", "exports", "search index"]
    assert rows == [*stages, "theme and the rest", "together"]
    assert "\r" not in done.stdout + done.stderr  # nobody reads along


@pytest.mark.parametrize("number", ["0", "-1", "two", "٢"])
def test_a_number_of_processes_is_one_or_more(minimal: Path, number: str) -> None:
    done = dossier("build", "--root", minimal, f"--jobs={number}")
    assert done.returncode == 2
    assert "is no number of processes; write 1 or more" in done.stderr


@pytest.mark.parametrize("manner", [AS_USUAL, Manner(3), Manner(cache=False), Manner(profile=True)])
def test_the_process_of_the_theme_learns_what_was_asked_for(manner: Manner) -> None:
    assert Manner.of(manner.environment()) == manner


@pytest.mark.parametrize("said", ["", "-3", "many", "٢"])
def test_what_the_environment_says_wrongly_is_not_said(said: str) -> None:
    assert Manner.of({"DOSSIER_JOBS": said}) == AS_USUAL


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 220])
def test_each_is_done_once_and_in_order(count: int) -> None:
    chunks = list(each(str, range(count), jobs=1))
    assert [one for chunk in chunks for one in chunk] == [str(number) for number in range(count)]
    assert all(chunks)


def test_a_person_at_a_terminal_is_told_how_far_it_is() -> None:
    terminal, file = Terminal(), io.StringIO()
    told("writing pages", [50, 1200], 1200, terminal)
    told("writing pages", [50, 1200], 1200, file)
    assert "writing pages: 50 of 1,200" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert file.getvalue() == ""
