"""How long a saved change takes to be seen in a live preview: ``python -m bench.serve [--articles N …]``.

For this dossier and for invented ones ``mkdocs serve`` runs on a copy, and one change of each sort is saved
again and again. Time runs from the saving until a reader who waits for the preview's signal, as its pages do,
has loaded what shows the change. ``0`` articles stands for this dossier.
"""

from __future__ import annotations

import argparse
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from bench.large import LANGUAGES, ROOT
from bench.large import write as write_large
from bench.saves import Save, saves, translate

_OWN = ("data", "docs", "seeds")
_GENERATOR = ("hooks", "locale", "theme")
_PATIENCE = 900
"""Seconds that a first build may take."""
# The copy's own program: an installed one would read its templates elsewhere.
_SERVE = "import sys; sys.path.insert(0, sys.argv.pop(1)); from mkdocs.__main__ import cli; cli()"
_EPOCH = re.compile(r"livereload\((\d+), ")


def prepare(root: Path, articles: int) -> None:
    """A dossier whose every file may be changed."""
    if articles:
        write_large(
            root, entities=articles + articles // 2, articles=articles, claims=articles + articles // 2
        )
    else:
        shutil.copy(ROOT / "mkdocs.yml", root)
        for name in _OWN:
            shutil.copytree(ROOT / name, root / name)
    for name in _GENERATOR:
        (root / name).unlink(missing_ok=True)
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    translate(root, LANGUAGES[0])


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of a preview, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-c", _SERVE, str(root / "hooks"), "serve", "--quiet", "--dev-addr", place]
    with (root / "said").open("w") as said:
        process = subprocess.Popen(command, cwd=root, stdout=said, stderr=said)
        try:
            if not _answers(f"http://{place}/", process):
                sys.exit(f"there is no preview:\n{(root / 'said').read_text(encoding='utf-8')[-4000:]}")
            yield f"http://{place}/"
        finally:
            process.terminate()
            process.wait()


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urlopen(url, timeout=_PATIENCE).close()  # noqa: S310  our own server
            return True
        except URLError:
            time.sleep(0.1)
    return False


def seen_after(address: str, save: Save, words: str) -> float:
    """Seconds from saving until the page, loaded anew at every signal, has the words."""
    epoch = _epoch(address)
    begin = time.perf_counter()
    save.write(words)
    while True:
        epoch = int(_read(f"{address}livereload/{epoch}/1"))
        if words in _read(f"{address}{save.page}"):
            return time.perf_counter() - begin
        if time.perf_counter() - begin > _PATIENCE:
            sys.exit(f"{save.what}: {words!r} was never seen in {save.page}")


def _epoch(address: str) -> int:
    found = _EPOCH.search(_read(address))
    assert found, "the preview's pages have no signal"
    return int(found[1])


def _read(url: str) -> str:
    try:
        with urlopen(url, timeout=_PATIENCE) as answer:  # noqa: S310  our own server
            return str(answer.read().decode("utf-8"))
    except HTTPError as error:
        return str(error.read().decode("utf-8", "replace"))


def measure(articles: int, runs: int) -> Mapping[str, list[float]]:
    """Seconds of each run, for each sort of change."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
        root = Path(folder).resolve()
        prepare(root, articles)
        with served(root) as address:
            return {
                save.what: [seen_after(address, save, f"Saved{run}times") for run in range(runs)]
                for save in saves(root, LANGUAGES[0])
            }


def table(found: Mapping[int, Mapping[str, Sequence[float]]]) -> list[str]:
    """Markdown: medians and the longest, in seconds."""
    heads = [f"{size:,} articles" if size else "this dossier" for size in found]
    lines = [f"| seconds until seen | {' | '.join(heads)} |", f"|---|{'--:|' * len(heads)}"]
    for what in next(iter(found.values())):
        cells = [f"{statistics.median(one[what]):.2f} (≤ {max(one[what]):.2f})" for one in found.values()]
        lines.append(f"| {what} | {' | '.join(cells)} |")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[0, 1000], metavar="N")
    parser.add_argument("--runs", type=int, default=5, help="times that each is saved (default: %(default)s)")
    options = parser.parse_args(arguments)
    print("\n".join(table({size: measure(size, options.runs) for size in options.articles})))


if __name__ == "__main__":
    main()
