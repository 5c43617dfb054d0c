"""Times the check and the full build of this dossier, as a contributor would start them.

Each run is a process of its own, so Python's start and all imports count. Builds go to a fresh
folder outside the checkout. Wall time depends on what else the machine does; CPU time less so.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.process import Taken, run

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = (sys.executable, "-m", "dossier")


def build_once() -> Taken:
    """Build into a new folder, with what earlier builds have left to know."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
        return run([*DOSSIER, "build", "--output", f"{folder}/site"], ROOT)[0]


def report(title: str, runs: Sequence[Taken]) -> None:
    """Print one line for wall time and one for CPU time."""
    for kind, values in (("wall", [one.wall for one in runs]), ("CPU", [one.cpu for one in runs])):
        print(
            f"  {title:<6} {kind:<5} median {statistics.median(values):7.2f} s"
            f"   min {min(values):7.2f} s   max {max(values):7.2f} s"
        )


def measure(count: int, once: Callable[[], Taken]) -> list[Taken]:
    """Run once unmeasured, so that files are in the system's cache, then ``count`` times."""
    once()
    return [once() for _ in range(count)]


def main() -> None:
    """Print what checking and building cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each (default: %(default)s)")
    count: int = parser.parse_args().runs
    if count < 1:
        parser.error("--runs must be at least 1")
    print(f"  Python {platform.python_version()}, {os.cpu_count()} CPUs, {count} runs of each")
    report("check", measure(count, lambda: run([*DOSSIER, "check"], ROOT)[0]))
    report("build", measure(count, build_once))


if __name__ == "__main__":
    main()
