"""Asks the search nonsense and gives it damaged files, in Node, as ``search.js`` beside this says.

    python -m tests.fuzz.search SITE [--seconds 900] [--seed 1]

SITE is a folder that a build has made.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCRIPTS = HERE.parent.parent / "theme" / "assets" / "javascripts" / "search"
CORPUS = HERE / "corpus" / "search.json"


def fuzzed(index: Path, seconds: float, seed: int) -> dict[str, Any]:
    """What was tried on an index, and what came of it; FileNotFoundError without Node."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("Node is not installed; the search is tried in it")
    command = [node, HERE / "search.js", SCRIPTS, index, CORPUS, str(seed), str(seconds)]
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, timeout=seconds + 120
    )
    if not done.stdout:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> int:
    """Try and tell; 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--seconds", type=float, default=900)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = fuzzed(options.site / "search", options.seconds, options.seed)
    print(json.dumps(found, ensure_ascii=True, indent=1))
    return bool(found["finds"])


if __name__ == "__main__":
    sys.exit(main())
