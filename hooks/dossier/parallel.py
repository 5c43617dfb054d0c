"""Leaf: does one thing to each of many, in several processes where there are many, or on a cluster.

Processes are forked, so that they have the composed dossier without its being copied or packed; each writes
files of its own, and which process writes which makes no difference to them.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from math import ceil
from typing import Any, TypeVar

CHUNK = 50
"""So many things a process is given at once, at most."""
SHARES = 4
"""Into so many parts each process's share is divided, so that none waits long for another at the end."""
Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[range], list[Any]]
Engine = Callable[[Work, Sequence[range]], Iterator[list[Any]]]
"""What came of each part of the work, in order."""
_work: list[Work] = []
"""In a forked process: what it was forked for."""


class Lost(Exception):
    """A process was ended from outside before its work was done."""


def each(
    do: Callable[[Item], Result], items: Sequence[Item], jobs: int, engine: Engine | None = None
) -> Iterator[list[Result]]:
    """Do it to all, and yield what came of it, in order and some at a time; an exception in any ends it.

    An engine does it elsewhere; then ``do`` is packed, with all that it refers to. Lost if a process is
    killed, as systems do that run out of memory.
    """

    def work(places: range) -> list[Result]:
        return [do(items[place]) for place in places]

    chunk = min(CHUNK, ceil(len(items) / (SHARES * jobs)) or 1)
    chunks = [range(start, min(start + chunk, len(items))) for start in range(0, len(items), chunk)]
    yield from engine(work, chunks) if engine else _worked(work, chunks, jobs)


def can_fork() -> bool:
    """Whether this system has processes that begin as a copy of another."""
    return "fork" in multiprocessing.get_all_start_methods()


def _worked(work: Work, chunks: Sequence[range], jobs: int) -> Iterator[list[Any]]:
    if jobs < 2 or len(chunks) < 2 or not can_fork():
        yield from map(work, chunks)
        return
    gc.freeze()  # what is there stays shared between processes while it is not looked at for garbage
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(min(jobs, len(chunks)), context, _work.append, (work,)) as pool:
            yield from pool.map(_work_on, chunks)
    except BrokenProcessPool:
        raise Lost from None
    finally:
        gc.unfreeze()


def _work_on(places: range) -> list[Any]:
    return _work[-1](places)
