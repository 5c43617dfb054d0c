"""Leaf: work done on a cluster of machines, by Dask (https://distributed.dask.org).

Dask's own configuration says where its scheduler is, ``DASK_SCHEDULER_ADDRESS`` for example; where it says
nothing, workers are started on this machine. Workers of other machines need the same program and the same
folders under the same names. What is to be done is sent to each of them once, and then only which part.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from dossier.manner import processors
from dossier.parallel import Lost, Work


def is_installed() -> bool:
    """Whether Dask is, which the extra ``dask`` brings."""
    return all(find_spec(name) is not None for name in ("distributed", "cryptography"))


class Cluster:
    """Workers that wait for work."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __call__(self, work: Work, chunks: Sequence[range]) -> Iterator[list[Any]]:
        """What came of each chunk, in order; an exception in any of them ends it.

        Lost if workers are killed again and again.
        """
        from distributed import KilledWorker

        sent = self._client.scatter(work, broadcast=True, hash=False)
        waiting = [self._client.submit(_work_on, sent, places, pure=False) for places in reversed(chunks)]
        try:
            while waiting:
                # Taken from the list, so that the cluster need not keep what has been fetched.
                yield waiting.pop().result()
        except KilledWorker:
            raise Lost from None


def _work_on(work: Work, places: range) -> list[Any]:
    return work(places)


@contextmanager
def cluster(jobs: int = 0) -> Iterator[Cluster]:
    """The cluster that Dask is configured for, or one of so many processes here; closed at the end.

    What is said between processes of this machine is encrypted with keys made for the occasion, since
    whoever reaches a scheduler can have it run anything.
    """
    import dask
    import distributed

    connect: Any = distributed.Client
    local_cluster: Any = distributed.LocalCluster
    if dask.config.get("scheduler-address", None):
        with connect() as client:
            yield Cluster(client)
        return
    with (
        local_cluster(
            n_workers=jobs or processors(),
            threads_per_worker=1,
            host="127.0.0.1",
            security=True,
            dashboard_address=None,
            silence_logs=logging.ERROR,
        ) as local,
        connect(local) as client,
    ):
        yield Cluster(client)
