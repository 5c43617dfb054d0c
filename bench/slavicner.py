"""Measures name finding on annotated news: ``python bench/slavicner.py TASK…``.

A task is a folder with ``input/registry/*.yaml`` (lists of id, kind, name and aliases by language),
``input/texts/<language>/*.txt`` and ``gold.jsonl``; the scorer ``score.py`` stands two folders above it.
Each task becomes a dossier in our own format, ``dossier mentions`` reads it as it would any other, and the
scorer judges what it wrote. Nothing here knows a topic, a language or a name.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DOSSIER = [sys.executable, "-m", "dossier"]

TYPES = {"organisation": "Organization", "place": "Place", "event": "Event", "product": "Product"}
"""What schema.org calls the kinds of the tasks."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A dossier made of a task, and what its ids are called there."""

    root: Path
    entities: Mapping[str, str]
    """Our id → the task's."""
    documents: Mapping[str, str]
    """Source key → the task's document."""


def convert(task: Path, root: Path) -> Converted:
    """Write the task as a dossier under ``root``."""
    entities = dict(_entities(task, root))
    documents = dict(_sources(task, root))
    # The site's one language is none of the texts', and its names are none that a text could hold.
    write(root / "mkdocs.yml", "plugins: [{i18n: {languages: [{locale: en, default: true}]}}]\n")
    write(root / "docs/en/index.md", "# Bench\n")
    return Converted(root, entities, documents)


def _entities(task: Path, root: Path) -> Iterator[tuple[str, str]]:
    kinds: dict[str, dict[str, Any]] = {}
    records = [one for path in sorted((task / "input/registry").iterdir()) for one in _registry(path)]
    for number, one in enumerate(records, 1):
        kind, ours = slug(one["kind"]), f"{slug(one['id'])[:60]}-{number}"
        section = f"{kind}-entries"
        names = "person" if kind == "person" else "proper"
        kinds[kind] = {
            "section": section,
            "names": names,
            "schema_org": TYPES.get(kind, "Thing"),
            "one": {"en": kind},
            "many": {"en": kind},
        }
        record = {
            "names": {"en": f"entry {number} of the bench", **one["name"]},
            "aliases": {language: aliases for language, aliases in one.get("aliases", {}).items() if aliases},
            "summary": {"en": "An entry of the bench [background]."},
        }
        write(root / f"data/{section}/{ours}.yml", json.dumps(record, ensure_ascii=False))
        yield ours, one["id"]
    write(root / "data/kinds.yml", json.dumps({"kinds": kinds}, ensure_ascii=False))


def _registry(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.load(text, Loader=LOADER) or []  # noqa: S506  it makes text only
    return found


def _sources(task: Path, root: Path) -> Iterator[tuple[str, str]]:
    hashes, references = [], []
    for number, path in enumerate(sorted((task / "input/texts").glob("*/*.txt")), 1):
        key = f"text-{number}"
        data = path.read_bytes()
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        (root / "seeds" / f"{key}.txt").write_bytes(data)
        hashes.append(f"{hashlib.sha256(data).hexdigest()}  {key}.txt\n")
        language = path.parent.name
        write(root / f"data/sources/{key}.yml", f"file: {key}.txt\nlanguage: {language}\ndate: unknown\n")
        unknown = ", ".join(
            f"{field} = {{unknown}}" for field in ("title", "author", "publisher", "url", "date")
        )
        references.append(f"@online{{{key}, {unknown}}}\n")
        yield key, path.stem
    write(root / "seeds/SHA256SUMS", "".join(hashes))
    write(root / "data/references.bib", "".join(references))


def slug(text: str) -> str:
    """A valid id that resembles the text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def write(path: Path, text: str) -> None:
    """A file with all folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


@dataclass(frozen=True, slots=True)
class Taken:
    """What finding all names of a task took, Python's start included."""

    articles: int
    cpu: float
    wall: float


def predict(converted: Converted, output: Path) -> Taken:
    """Run the command on the dossier, and write its lines with the task's own ids."""
    lines = converted.root / "mentions.jsonl"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [*DOSSIER, "mentions", "--root", str(converted.root), "--jsonl", str(lines)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(
            f"dossier mentions ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    with output.open("w", encoding="utf-8") as predictions:
        for line in lines.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            record["doc"] = converted.documents[record["doc"]]
            record["entity"] = converted.entities[record["entity"]]
            predictions.write(json.dumps(record, ensure_ascii=False) + "\n")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(len(converted.documents), cpu, wall)


def main(arguments: Sequence[str] | None = None) -> None:
    """Convert, predict and score every task, and print the scorer's table and the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("tasks", nargs="+", type=Path, metavar="TASK")
    parser.add_argument("--samples", type=Path, help="write every error to this file, for reading")
    parser.add_argument("--keep", type=Path, help="keep the dossiers and predictions in this folder")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as temporary:
        folder = options.keep or Path(temporary)
        pairs = []
        for task in options.tasks:
            converted = convert(task, folder / task.name)
            predictions = folder / f"{task.name}.jsonl"
            taken = predict(converted, predictions)
            pairs.append(f"{task}:{predictions}")
            speed = taken.articles / taken.wall
            print(
                f"{task.name}: {taken.articles} articles, {taken.cpu:.2f} s CPU, {speed:.0f} articles/s",
                flush=True,
            )
        scorer = options.tasks[0].resolve().parents[1] / "score.py"
        more = ["--samples", str(options.samples)] if options.samples else []
        subprocess.run([sys.executable, str(scorer), *pairs, "--short", *more], check=True)


if __name__ == "__main__":
    main()
