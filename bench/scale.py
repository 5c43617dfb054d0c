"""How the cost of a build grows: invented dossiers in three languages, from small to large, in one run.

For each size a full build with its stages, a build of what has not changed, and one after an edit. CPU times
are those of all processes; figures of different runs cannot be compared, ratios of one run can.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.large import write

DOSSIER = (sys.executable, "-m", "dossier")
_ROW = re.compile(r"(\S.*?) +([0-9.]+) +[0-9.]+")


class Measured(NamedTuple):
    """CPU seconds of one size; memory in MB, that of the largest process so far."""

    pages: int
    stages: Mapping[str, float]
    full: float
    nothing: float
    edit: float
    memory: float


def measure(folder: Path, articles: int) -> Measured:
    """Build an invented dossier of so many articles in the ways that count."""
    write(folder, entities=articles + articles // 2, articles=articles, claims=articles + articles // 2)
    _, told = _build(folder, "--profile", "--no-cache")
    stages = {found[1]: float(found[2]) for line in told.splitlines() if (found := _ROW.fullmatch(line))}
    full, _ = _build(folder)
    nothing, told = _build(folder)
    if "nothing has changed" not in told:
        sys.exit(f"a build without a change did something:\n{told}")
    page = folder / "docs" / "en" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA sentence more.\n", encoding="utf-8")
    edit, _ = _build(folder)
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Measured(pages, stages, full, nothing, edit, memory)


def _build(folder: Path, *options: str) -> tuple[float, str]:
    """CPU seconds, and what was said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [*DOSSIER, "build", "--root", str(folder), *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr


def table(found: Mapping[int, Measured]) -> list[str]:
    """Markdown: a line for each stage in milliseconds a page, and how the largest stands to the smallest."""
    sizes = list(found)
    lines = [
        f"| ms of CPU a page | {' | '.join(f'{size:,} articles' for size in sizes)} | growth |",
        f"|---|{'---|' * (len(sizes) + 1)}",
    ]
    for stage in found[sizes[0]].stages:
        costs = [1000 * one.stages[stage] / one.pages for one in found.values()]
        growth = f"{costs[-1] / costs[0]:.2f}" if costs[0] else ""
        lines.append(f"| {stage} | {' | '.join(f'{cost:.2f}' for cost in costs)} | {growth} |")
    lines += [
        "",
        f"| | {' | '.join(f'{size:,} articles' for size in sizes)} |",
        f"|---|{'---|' * len(sizes)}",
    ]
    rows = {
        "pages": [f"{one.pages:,}" for one in found.values()],
        "full build, s of CPU": [f"{one.full:.1f}" for one in found.values()],
        "nothing changed, s of CPU": [f"{one.nothing:.2f}" for one in found.values()],
        "one edit, against a full build": [f"{one.edit / one.full:.2f}" for one in found.values()],
        "memory of the largest process, MB": [f"{one.memory:,.0f}" for one in found.values()],
    }
    return [*lines, *(f"| {name} | {' | '.join(values)} |" for name, values in rows.items())]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000], metavar="N")
    sizes: list[int] = sorted(parser.parse_args(arguments).articles)
    if sizes[0] < 20:
        parser.error("--articles must be at least 20")
    found = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
            found[size] = measure(Path(folder), size)
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
