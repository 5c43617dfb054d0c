"""Kills live previews while they rebuild, and looks whether the dossier and its published site are untouched.

    python -m bench.kill_preview [--kills 20] [--seed 1] [SITE]

SITE is a folder of ``tests/sites`` (default: minimal). After every kill the next preview must start and show
the edit that the killed one was at. The exit status is 1 if something was not so.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.kill import PAGE, built
from dossier.manifest import verify
from tests.dossiers import assemble, snapshot

PATIENCE = 120
"""Seconds for a preview to answer on a busy machine."""


def shown(url: str) -> str:
    """The page, once the preview answers; TimeoutError if it never does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310  # of this machine
                return str(answer.read().decode("utf-8"))
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise TimeoutError(f"{url} does not answer")


@contextmanager
def previewed(root: Path, temporary: Path) -> Iterator[str]:
    """The address of a preview of the dossier, which is killed in the end, with all that it has started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    served = subprocess.Popen(
        [*command, "--config-file", str(root / "mkdocs.yml")],
        cwd=root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://{place}/"
    finally:
        os.killpg(served.pid, signal.SIGKILL)
        served.wait()


def killed(root: Path, temporary: Path, moments: list[float]) -> list[str]:
    """What was wrong after kills so many seconds after an edit; the site must have been built before."""
    wrong = []
    words = (root / PAGE).read_text(encoding="utf-8")
    site = snapshot(root / "site")
    for number, moment in enumerate([*moments, 0.0]):
        with previewed(root, temporary) as url:
            if number and f"Edit {number}." not in shown(url):
                wrong.append(f"edit {number} is not shown")
            shown(url)
            (root / PAGE).write_text(f"{words}\nEdit {number + 1}.\n", encoding="utf-8")
            expected = sources(root)
            time.sleep(moment)
        if sources(root) != expected:
            wrong.append(f"kill {number + 1} changed the dossier")
        if verify(root / "site").found or snapshot(root / "site") != site:
            wrong.append(f"kill {number + 1} changed the site")
    return wrong


def sources(root: Path) -> dict[str, bytes]:
    """What a dossier holds beside what is made of it."""
    made = (".cache/", "site/")
    return {name: data for name, data in snapshot(root).items() if not name.startswith(made)}


def main() -> int:
    """Build the site, then kill previews again and again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("site", nargs="?", default="minimal")
    options = parser.parse_args()
    moments = random.Random(options.seed)  # noqa: S311  # when to kill is no secret
    with tempfile.TemporaryDirectory() as folder:
        root = assemble(options.site, Path(folder) / "dossier")
        built(root, (root / PAGE).read_text(encoding="utf-8"))
        wrong = killed(root, Path(folder), [moments.uniform(0, 3) for _ in range(options.kills)])
    print("\n".join([*wrong, f"{options.kills} previews killed, {len(wrong)} things wrong"]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
