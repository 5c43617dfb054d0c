"""Times the check and the full build of this dossier, as a contributor would start them.

Each run is a process of its own, so Python's start and all imports count. Builds go to a fresh
folder outside the checkout. Wall time depends on what else the machine does; CPU time less so.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = Path(sys.executable).with_name("dossier")


class Run(NamedTuple):
    """What one process took."""

    wall: float
    cpu: float


def timed(arguments: Sequence[str]) -> Run:
    """Run ``dossier`` once; stop the measurement if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [DOSSIER, *arguments],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"dossier {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}")
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def build_once(pages: list[int]) -> Run:
    """Build into a new folder and add the number of its pages to ``pages``."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
        output = Path(folder, "site")
        run = timed(["build", "--output", str(output)])
        pages.append(sum(1 for _ in output.rglob("*.html")))
    return run


def report(title: str, runs: Sequence[Run]) -> None:
    """Print one line for wall time and one for CPU time."""
    for kind, values in (("wall", [r.wall for r in runs]), ("CPU", [r.cpu for r in runs])):
        print(
            f"  {title:<6} {kind:<5} median {statistics.median(values):7.2f} s"
            f"   min {min(values):7.2f} s   max {max(values):7.2f} s"
        )


def measure(count: int, once: Callable[[], Run]) -> list[Run]:
    """Run once unmeasured, so that files are in the system's cache, then ``count`` times."""
    once()
    return [once() for _ in range(count)]


def main() -> int:
    """Print what checking and building cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each (default: %(default)s)")
    count: int = parser.parse_args().runs
    if count < 1:
        parser.error("--runs must be at least 1")

    print(f"  Python {platform.python_version()}, {os.cpu_count()} CPUs, {count} runs of each")
    report("check", measure(count, lambda: timed(["check"])))
    pages: list[int] = []
    builds = measure(count, lambda: build_once(pages))
    report("build", builds)
    if len(set(pages)) > 1:
        print(f"  The number of pages differs between runs: {sorted(set(pages))}.", file=sys.stderr)
        return 1
    wall = statistics.median(r.wall for r in builds)
    cpu = statistics.median(r.cpu for r in builds)
    print(
        f"  {pages[0]} pages: {pages[0] / wall:.1f} a second of wall time, {pages[0] / cpu:.1f} of CPU time"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
