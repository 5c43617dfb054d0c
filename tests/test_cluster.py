"""A build on a cluster gives the bytes of any other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier import cluster
from dossier.cli import main
from dossier.cluster import Cluster
from dossier.manner import DASK, Manner
from dossier.parallel import Lost, each
from tests.dossiers import assemble, snapshot

PATIENCE = 300
"""Seconds after which a cluster counts as stuck."""


def test_a_cluster_of_two_processes_gives_the_bytes_of_one(built: Callable[[str], Path], tmp_path: Path):
    pytest.importorskip("distributed")
    root = assemble("translated", tmp_path / "dossier")
    command = [sys.executable, "-m", "dossier", "build", "--root", str(root)]
    done = subprocess.run(
        [*command, "--engine", "dask", "--jobs", "2", "--no-cache"],
        env={**os.environ, "PYTHONHASHSEED": "11"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert snapshot(root / "site") == snapshot(built("translated") / "site")


def test_where_dask_is_missing_the_build_says_how_to_install_it(
    minimal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    assert main(["build", "--root", str(minimal), "--engine", "dask"]) == 2
    assert "Dask is not installed; install it with  pip install 'dossier[dask]'" in capsys.readouterr().err
    assert not (minimal / "site").exists()


def test_an_engine_is_told_to_the_process_of_the_theme() -> None:
    assert Manner.of(Manner(engine=DASK).environment()).engine == DASK
    assert Manner.of({"DOSSIER_ENGINE": "steam"}) == Manner()


@pytest.mark.parametrize("count", [0, 1, 50, 51, 220])
def test_an_engine_gets_every_part_once_and_in_order(count: int):
    seen: list[range] = []

    def engine(work: Callable[[range], list[Any]], chunks: Any) -> Iterator[list[Any]]:
        seen.extend(chunks)
        yield from map(work, chunks)

    found = [one for some in each(str, range(count), 1, engine) for one in some]
    assert found == [str(number) for number in range(count)]
    assert [place for places in seen for place in places] == list(range(count))


class Client:
    """A client of a cluster whose workers do the work here, or are killed."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    def scatter(self, work: Any, **_: object) -> Any:
        return work

    def submit(self, do: Callable[..., Any], *arguments: Any, **_: object) -> Any:
        error = self.error

        class Future:
            def result(self) -> Any:
                if error:
                    raise error
                return do(*arguments)

        return Future()


def test_results_come_in_the_order_of_their_parts():
    pytest.importorskip("distributed")
    found = list(Cluster(Client())(list, [range(2), range(2, 5), range(5, 6)]))
    assert found == [[0, 1], [2, 3, 4], [5]]


def test_workers_that_are_killed_again_and_again_are_lost():
    distributed = pytest.importorskip("distributed")
    killed = distributed.KilledWorker("a page", None, 3)
    with pytest.raises(Lost):
        list(Cluster(Client(killed))(list, [range(2)]))


def test_an_error_of_the_work_itself_is_its_own():
    pytest.importorskip("distributed")
    with pytest.raises(ZeroDivisionError):
        list(Cluster(Client(ZeroDivisionError()))(list, [range(2)]))
