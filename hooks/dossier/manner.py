"""Leaf: how a build goes about its work. None of it changes a byte of the site."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from dataclasses import dataclass

_JOBS, _CACHE, _PROFILE = "DOSSIER_JOBS", "DOSSIER_CACHE", "DOSSIER_PROFILE"
_PUBLISHED, _ENGINE = "DOSSIER_PUBLISHED", "DOSSIER_ENGINE"
_OFF, _ON = "0", "1"
DASK = "dask"
ENGINES = ("processes", DASK)
"""Who links and renders."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What ``dossier build`` was asked for, and hands to the theme's process in its environment."""

    jobs: int = 0
    """Processes that render; 0 leaves it to the size of the site."""
    cache: bool = True
    """Whether to use what was worked out before, and remember it."""
    profile: bool = False
    """Whether to say at the end what each stage took."""
    engine: str = ENGINES[0]
    published: str = ""
    """Where the site of the last build stands, whose pages may be taken over; empty where there is none."""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Manner:
        """What an environment says; what it says wrongly counts as not said."""
        jobs, engine = environment.get(_JOBS, ""), environment.get(_ENGINE, "")
        return cls(
            jobs=int(jobs) if jobs.isdecimal() and jobs.isascii() else 0,
            cache=environment.get(_CACHE) != _OFF,
            profile=environment.get(_PROFILE) == _ON,
            engine=engine if engine in ENGINES else ENGINES[0],
            published=environment.get(_PUBLISHED, ""),
        )

    def environment(self) -> dict[str, str]:
        """The variables that say it."""
        return {
            _JOBS: str(self.jobs),
            _CACHE: _ON if self.cache else _OFF,
            _PROFILE: _ON if self.profile else _OFF,
            _ENGINE: self.engine,
            _PUBLISHED: self.published,
        }


_COLLECTED_AFTER = 100_000
"""Objects made before Python looks for cycles. Records have none, and looking at them all again and again
took a third of a run; Python's own 700 suit long-lived programs that hold little."""


def collect_seldom() -> None:
    """Let this process look for garbage as seldom as suits a build."""
    gc.set_threshold(_COLLECTED_AFTER)


AS_USUAL = Manner()


def processors() -> int:
    """How many of the machine's processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
