"""What builds cost: invented dossiers in three languages, from small to large, and other generators beside.

For each size a full build with its stages, one of what has not changed, and one after each change that
editors make (:mod:`bench.changes`); then the same pages as Markdown, built by other generators as far as they
are installed (``make peers``). Everything is measured in one run, since figures of different runs cannot be
compared, though their ratios can. Memory is that of the largest process. What others take may grow with the
square of the pages: ``--peers-at`` leaves the larger dossiers to this generator.

    python -m bench.build --articles 100 400 1000 --peers .venv/peers --peers-at 400 --keep
    python -m bench.build --articles 10000 --add
    python -m bench.build --draw

``--keep`` keeps what was measured in ``bench/results.json`` and writes the table and the picture of
``docs/en/scale.md`` anew; ``--draw`` writes them from what is kept. ``--add`` keeps it beside what is kept
for other sizes, on the word of whoever asks that the machine was the same: the largest take an hour.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import peers
from bench.changes import CHANGES
from bench.large import LANGUAGES
from bench.large import write as write_large
from bench.markdown import articles
from bench.process import Taken, run, size
from bench.results import FULL, NOTHING, Built, Results, Size, load, save
from bench.scale import write_page
from bench.table import tables

DOSSIER = (sys.executable, "-m", "dossier")
HOMES = {language: "" if language == LANGUAGES[0] else f"{language}/" for language in LANGUAGES}
_STAGE = re.compile(r"(\S.*?) +([0-9.]+) +[0-9.]+")


def measure(root: Path, number: int, installed: Path | None, *, beside: bool = True) -> Size:
    """Build an invented dossier of so many articles in all ways, and its pages by other generators."""
    dossier = root / "dossier"
    dossier.mkdir()
    write_large(dossier, entities=number + number // 2, articles=number, claims=number + number // 2)
    _, told = _ours(dossier, "--profile", "--no-cache")
    stages = {found[1]: float(found[2]) for line in told.splitlines() if (found := _STAGE.fullmatch(line))}
    ours = {FULL: _ours(dossier)[0]}
    ours[NOTHING], told = _ours(dossier)
    if "nothing has changed" not in told:
        sys.exit(f"a build without a change did something:\n{told}")
    others = _others(root, installed) if beside else {}
    for name, change in CHANGES.items():
        change(dossier)
        ours[name], _ = _ours(dossier)
    return Size(number, stages, ours, others)


def _ours(dossier: Path, *options: str) -> tuple[Built, str]:
    taken, told = run([*DOSSIER, "build", "--root", dossier, *options], dossier)
    return _built(taken, dossier / "site"), told


def _others(root: Path, installed: Path | None) -> dict[str, Built | None]:
    """What each of the other generators takes for the pages of the site that was built."""
    written = articles(root / "dossier" / "site", HOMES)
    found: dict[str, Built | None] = {}
    for peer in peers.PEERS:
        program = peers.program(peer, installed)
        found[peer.name] = None
        if program:
            taken, site = peers.build(peer, program, root / peer.name, written)
            found[peer.name] = _built(taken, site)
    return found


def _built(taken: Taken, site: Path) -> Built:
    files, data = size(site)
    return Built(*taken, pages=sum(1 for _ in site.rglob("*.html")), files=files, bytes=data)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000], metavar="N")
    parser.add_argument("--peers", type=Path, help="a folder that other generators were installed into")
    parser.add_argument("--peers-at", type=int, metavar="N", help="the most articles that others build")
    parser.add_argument("--keep", action="store_true", help="keep the results, and show them in the docs")
    parser.add_argument("--add", action="store_true", help="the same, beside the sizes that are kept already")
    parser.add_argument("--draw", action="store_true", help="only show in the docs what is kept")
    options = parser.parse_args(arguments)
    if min(options.articles) < 20:
        parser.error("--articles must be at least 20")
    results = load() if options.draw else _measured(options)
    if options.add:
        results = load().with_sizes(results)
    if options.keep or options.add:
        save(results)
    if options.keep or options.add or options.draw:
        write_page(load())
    print("\n".join(tables(results)))


def _measured(options: argparse.Namespace) -> Results:
    sizes = []
    for number in sorted(options.articles):
        beside = options.peers_at is None or number <= options.peers_at
        with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
            sizes.append(measure(Path(folder), number, options.peers, beside=beside))
    return Results(platform.python_version(), os.cpu_count() or 1, tuple(sizes))


if __name__ == "__main__":
    main()
