"""Kills whole builds at random moments, and looks each time whether the published site is whole.

    python bench/kill.py [--kills 200] [--seed 1] [SITE]

SITE is a folder of ``tests/sites`` (default: minimal). Prints how many were killed, how many had already
ended, and every site that was not whole; the exit status is the number of those.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dossier.manifest import verify
from tests.dossiers import assemble, snapshot


def main() -> int:
    """Build once, then kill again and again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("site", nargs="?", default="minimal")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = assemble(options.site, Path(folder) / "dossier")
        command = [sys.executable, "-m", "dossier", "build", "--root", str(root)]
        subprocess.run(command, check=True, capture_output=True)
        began = time.monotonic()  # the first build fills the cache, those that are killed find it
        subprocess.run(command, check=True, capture_output=True)
        takes = time.monotonic() - began
        moments = random.Random(options.seed)  # noqa: S311  # when to kill is no secret
        return killed(root, command, takes, options.kills, moments)


def killed(root: Path, command: list[str], takes: float, kills: int, moments: random.Random) -> int:
    """How many sites were not whole."""
    before = snapshot(root / "site")
    ended = broken = 0
    for number in range(kills):
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as build:
            time.sleep(moments.uniform(0, takes))
            ended += build.poll() is not None
            if build.returncode is None:
                os.killpg(build.pid, signal.SIGKILL)
        if verify(root / "site").found or snapshot(root / "site") != before:
            broken += 1
            print(f"not whole after kill {number}")
    print(f"{kills - ended} killed, {ended} had ended, {broken} sites not whole")
    return broken


if __name__ == "__main__":
    sys.exit(main())
