"""Kills whole builds at random moments, and looks each time whether the published site is whole.

    python bench/kill.py [--kills 200] [--seed 1] [SITE]

SITE is a folder of ``tests/sites`` (default: minimal). Before each build a page is written in the other of
two ways, or the build would find that nothing has changed. Prints how many were killed, how many had already
ended, and every site that was neither the one nor the other; builds that nobody kills are to be in the end as
they were before. The exit status is the number of those that were not.
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
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dossier.manifest import verify
from tests.dossiers import assemble, snapshot

PAGE = "docs/en/index.md"
Site = dict[str, bytes]
"""File → its bytes."""


def main() -> int:
    """Build both sites once, then kill again and again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("site", nargs="?", default="minimal")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = assemble(options.site, Path(folder) / "dossier")
        words = (root / PAGE).read_text(encoding="utf-8")
        texts = (words, f"{words}\nAnother paragraph.\n")
        sites = [
            built(root, text) for text in texts
        ]  # the first fills the cache, those that are killed find it
        began = time.monotonic()
        built(root, words)
        takes = time.monotonic() - began
        moments = random.Random(options.seed)  # noqa: S311  # when to kill is no secret
        return killed(root, texts, sites, [moments.uniform(0, takes) for _ in range(options.kills)])


def command(root: Path) -> list[str]:
    """What builds the dossier."""
    return [sys.executable, "-m", "dossier", "build", "--root", str(root)]


def built(root: Path, text: str) -> Site:
    """The site with this text on its page."""
    (root / PAGE).write_text(text, encoding="utf-8")
    subprocess.run(command(root), check=True, capture_output=True)
    return snapshot(root / "site")


def killed(root: Path, texts: Sequence[str], sites: Sequence[Site], moments: Sequence[float]) -> int:
    """How many sites were not whole, one build killed at each moment, in seconds from its begin."""
    ended = broken = 0
    for number, moment in enumerate(moments):
        (root / PAGE).write_text(texts[number % 2], encoding="utf-8")
        with subprocess.Popen(
            command(root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as build:
            time.sleep(moment)
            ended += build.poll() is not None
            if build.returncode is None:
                os.killpg(build.pid, signal.SIGKILL)
        if verify(root / "site").found or snapshot(root / "site") not in sites:
            broken += 1
            print(f"not whole after kill {number}")
    if [built(root, text) for text in texts] != [*sites]:
        broken += 1
        print("the builds after the kills are not as those before")
    print(f"{len(moments) - ended} killed, {ended} had ended, {broken} sites not whole")
    return broken


if __name__ == "__main__":
    sys.exit(main())
