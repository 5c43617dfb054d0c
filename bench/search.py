"""Measures the search on annotated news: ``python bench/search.py TASK…``.

Tasks are those of ``bench/slavicner.py``, all in one dossier here, whose site is in the languages of the
texts; ``search/queries.json`` and ``search/score.py`` stand two folders above them. The scorer types each
query into the site's own search box in Chromium, by http and from disk. ``--pages`` repeats the texts up to
that many, and prints how the index grows and what a first answer needs.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import yaml
from playwright.sync_api import Page, Request, sync_playwright

from bench.slavicner import DOSSIER, LOADER, TYPES, slug, write

PROJECT = Path(__file__).resolve().parent.parent
UNKNOWN = ", ".join(f"{field} = {{unknown}}" for field in ("author", "publisher", "url", "date"))
INPUT = "input[name=query]"
FIRST = ".md-search-result__item > a"


def convert(tasks: Sequence[Path], root: Path, *, pages: int = 0) -> list[str]:
    """Write the tasks as one dossier with at least so many articles; the languages of its site."""
    texts = {path.stem: path for task in tasks for path in sorted((task / "input/texts").glob("*/*.txt"))}
    languages = sorted({path.parent.name for path in texts.values()})
    for name in ("hooks", "theme", "locale"):
        (root / name).symlink_to(PROJECT / name, target_is_directory=True)
    listed = "".join(
        f"        - {{locale: {code}, name: {code}, build: true, site_name: Bench"
        + (", default: true}\n" if code == languages[0] else "}\n")
        for code in languages
    )
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"(?<=^      languages:\n)(?:        - .*\n)+", listed, config, flags=re.MULTILINE)
    write(root / "mkdocs.yml", config)
    for code in languages:
        write(root / f"docs/{code}/index.md", "# Bench\n")
    _registry(tasks, root, languages)
    _articles(texts, root, languages, pages)
    return languages


def _registry(tasks: Sequence[Path], root: Path, languages: Sequence[str]) -> None:
    merged: dict[str, dict[str, Any]] = {}
    for path in sorted(path for task in tasks for path in (task / "input/registry").iterdir()):
        for one in yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER) or []:  # noqa: S506  makes text
            known = merged.setdefault(one["id"], {"kind": one["kind"], "name": {}, "aliases": {}})
            known["name"] = {**one["name"], **known["name"]}
            for code, aliases in (one.get("aliases") or {}).items():
                known["aliases"].setdefault(code, []).extend(aliases)
    kinds = {}
    for number, (id_, one) in enumerate(merged.items(), 1):
        kind = slug(one["kind"])
        said = dict.fromkeys(languages, kind.capitalize())
        kinds[kind] = {
            "section": f"{kind}-entries",
            "names": "person" if kind == "person" else "proper",
            "schema_org": TYPES.get(kind, "Thing"),
            "one": said,
            "many": said,
        }
        anything = next(iter(one["name"].values()))
        record = {
            "names": {**dict.fromkeys(languages, anything), **one["name"]},
            "aliases": {code: list(dict.fromkeys(names)) for code, names in one["aliases"].items()},
            "summary": dict.fromkeys(languages, "An entry [background]."),
        }
        name = f"data/{kind}-entries/{slug(id_)[:60].strip('-')}-{number}.yml"
        write(root / name, json.dumps(record, ensure_ascii=False))
    write(root / "data/kinds.yml", json.dumps({"kinds": kinds}, ensure_ascii=False))


def _articles(texts: Mapping[str, Path], root: Path, languages: Sequence[str], pages: int) -> None:
    hashes, references = [], []
    for key, path in _repeated(texts, pages):
        data = path.read_bytes()
        (root / "seeds").mkdir(exist_ok=True)
        (root / f"seeds/{key}.txt").write_bytes(data)
        hashes.append(f"{hashlib.sha256(data).hexdigest()}  {key}.txt\n")
        record = f"file: {key}.txt\nlanguage: {path.parent.name}\ndate: unknown\n"
        write(root / f"data/sources/{key}.yml", record)
        heading = next(line for line in data.decode("utf-8-sig").splitlines() if line.strip())
        title = re.sub(r"[\\{}%#&$~^\"]", " ", heading)[:80].strip()
        fields = ", ".join(f"title_{code} = {{{title}}}" for code in languages)
        references.append(f"@online{{{key}, title = {{{title}}}, {fields}, {UNKNOWN}}}\n")
    write(root / "seeds/SHA256SUMS", "".join(hashes))
    write(root / "data/references.bib", "".join(references))


def _repeated(texts: Mapping[str, Path], pages: int) -> Iterator[tuple[str, Path]]:
    """Key and text of every article, the texts from the beginning again where more are wanted."""
    most = max(pages, len(texts)) if pages else len(texts)
    for number in range(most):
        document, path = list(texts.items())[number % len(texts)]
        again = number // len(texts)
        yield slug(document)[:70].strip("-") + (f"-again-{again}" if again else ""), path


def build(root: Path, *, offline: bool = False) -> float:
    """Build the site; CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [*DOSSIER, "build", "--root", str(root), *(["--offline"] if offline else [])]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"dossier build ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Nothing: the table is what is read."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on the loopback interface."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def score(tasks: Sequence[Path], base: str, languages: Sequence[str], page: str) -> None:
    """Let the shared scorer type its queries."""
    folder = tasks[0].resolve().parents[1] / "search"
    for code in languages:
        home = page if code == languages[0] else f"{code}/{page}"
        print(f"-- {code}, {base.partition(':')[0]}", flush=True)
        command = [sys.executable, str(folder / "score.py"), "--base", base, "--start", home, "--lang", code]
        subprocess.run(command, check=True)


def grow(tasks: Sequence[Path], pages: int, queries: Sequence[str]) -> None:
    """The index of so many pages: size, files, CPU seconds of the build, and what first answers need."""
    with tempfile.TemporaryDirectory(prefix="dossier-search-") as temporary:
        root = Path(temporary)
        languages = convert(tasks, root, pages=pages)
        cpu = build(root)
        site = root / "site"
        for code in languages:
            home = "" if code == languages[0] else f"{code}/"
            files = list((site / home / "search").glob("*.js"))
            size = sum(path.stat().st_size for path in files)
            with served(site) as base:
                needed, waited = first_answers(base, home, site, queries)
            print(
                f"{pages:6} articles, {code}: index {size / 1e6:.1f} MB in {len(files)} files;"
                f" build {cpu:.0f} s CPU; a first answer needs {max(needed) / 1000:.0f} KB gzip and"
                f" {max(waited):.0f} ms at most",
                flush=True,
            )


def first_answers(base: str, home: str, site: Path, queries: Sequence[str]) -> tuple[list[int], list[float]]:
    """Bytes (gzip) of the index and milliseconds until a first result, for each query in a new page."""
    needed, waited = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for query in queries:
            page = browser.new_page()
            asked: list[str] = []

            def note(request: Request, asked: list[str] = asked) -> None:
                asked.append(request.url)

            page.on("request", note)
            page.goto(base + home)
            waited.append(_typed(page, query))
            names = {url.removeprefix(base) for url in asked if "/search/" in url and url.endswith(".js")}
            needed.append(sum(len(gzip.compress((site / name).read_bytes())) for name in names))
            page.close()
        browser.close()
    return needed, waited


def _typed(page: Page, query: str) -> float:
    page.click(INPUT)
    page.wait_for_timeout(300)
    begin = time.perf_counter()
    page.fill(INPUT, query)
    page.keyboard.press("End")
    page.wait_for_selector(FIRST, timeout=30_000)
    return (time.perf_counter() - begin) * 1000


def main(arguments: Sequence[str] | None = None) -> None:
    """Convert, build, serve, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("tasks", nargs="+", type=Path, metavar="TASK")
    parser.add_argument(
        "--pages", nargs="*", type=int, default=[], help="grow the dossier to so many articles"
    )
    parser.add_argument("--no-score", action="store_true", help="only grow")
    options = parser.parse_args(arguments)
    if not options.no_score:
        with tempfile.TemporaryDirectory(prefix="dossier-search-") as temporary:
            root = Path(temporary)
            languages = convert(options.tasks, root)
            print(f"built in {build(root):.1f} s CPU", flush=True)
            build(root, offline=True)
            with served(root / "site") as base:
                score(options.tasks, base, languages, "")
            score(options.tasks, f"{(root / 'site-offline').as_uri()}/", languages, "index.html")
    folder = options.tasks[0].resolve().parents[1] / "search"
    queries = [one["q"] for one in json.loads((folder / "queries.json").read_text(encoding="utf-8"))[::150]]
    for pages in options.pages:
        grow(options.tasks, pages, queries)


if __name__ == "__main__":
    main()
