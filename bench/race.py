"""Starts two whole builds of one site at once, again and again, and looks whether the site is whole.

    python -m bench.race [--races 20] [--seed 1] [SITE]

SITE is a folder of ``tests/sites`` (default: minimal). A page is edited after the first build has been begun
and before the second is, so that the site may be of either state, and of nothing between them. The exit
status is the number of sites that were not whole.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.kill import PAGE, Site, built, command
from dossier.manifest import verify
from tests.dossiers import assemble, snapshot


def raced(root: Path, texts: tuple[str, str], sites: list[Site], moment: float) -> str:
    """What is wrong after two builds, the second begun so many seconds after the first; or nothing."""
    begun = []
    for text, wait in zip(texts, (0.0, moment), strict=True):
        time.sleep(wait)
        (root / PAGE).write_text(text, encoding="utf-8")
        begun.append(subprocess.Popen(command(root), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
    said = [build.communicate()[1].decode() for build in begun]
    if [build.returncode for build in begun] != [0, 0]:
        return "\n".join(said)
    if verify(root / "site").found or snapshot(root / "site") not in sites:
        return "the site is not whole"
    left = sorted(path.name for path in root.glob(".site-*"))
    return f"left behind: {left}" if left else ""


def main() -> int:
    """Build both sites alone, then two at once, again and again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--races", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("site", nargs="?", default="minimal")
    options = parser.parse_args()
    moments = random.Random(options.seed)  # noqa: S311  # when to begin is no secret
    with tempfile.TemporaryDirectory() as folder:
        root = assemble(options.site, Path(folder) / "dossier")
        words = (root / PAGE).read_text(encoding="utf-8")
        texts = (words, f"{words}\nAnother paragraph.\n")
        sites = [built(root, text) for text in texts]
        wrong = [raced(root, texts, sites, moments.uniform(0, 2)) for _ in range(options.races)]
    broken = [one for one in wrong if one]
    print("\n".join([*broken, f"{len(wrong)} races, {len(broken)} sites not whole"]))
    return len(broken)


if __name__ == "__main__":
    sys.exit(main())
