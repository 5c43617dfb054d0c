"""Measures the search on annotated news: ``python bench/search.py TASK…``.

Tasks are those of ``bench/slavicner.py``, all in one dossier here, whose site is in the languages of the
texts; ``search/queries.json`` and ``search/score.py`` stand two folders above them. The scorer types each
query into the site's own search box in Chromium, by http and from disk. ``--pages`` makes articles up to that
many, of paragraphs drawn from those of the same topic and language, and prints how the index grows, what a
first answer needs and how long it and the next one take.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from bench.slavicner import DOSSIER, LOADER, TYPES, slug, write

PROJECT = Path(__file__).resolve().parent.parent
UNKNOWN = ", ".join(f"{field} = {{unknown}}" for field in ("author", "publisher", "url", "date"))
INPUT = "input[name=query]"
FIRST = ".md-search-result__item > a"


def convert(tasks: Sequence[Path], root: Path, *, pages: int = 0) -> list[str]:
    """Write the tasks as one dossier with so many articles, or all; the languages of its site."""
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
    (root / "seeds").mkdir(exist_ok=True)
    for key, language, data in _repeated(texts, pages):
        (root / f"seeds/{key}.txt").write_bytes(data)
        hashes.append(f"{hashlib.sha256(data).hexdigest()}  {key}.txt\n")
        record = f"file: {key}.txt\nlanguage: {language}\ndate: unknown\n"
        write(root / f"data/sources/{key}.yml", record)
        heading = next(line for line in data.decode("utf-8-sig").splitlines() if line.strip())
        title = re.sub(r"[\\{}%#&$~^\"]", " ", heading)[:80].strip()
        fields = ", ".join(f"title_{code} = {{{title}}}" for code in languages)
        references.append(f"@online{{{key}, title = {{{title}}}, {fields}, {UNKNOWN}}}\n")
    write(root / "seeds/SHA256SUMS", "".join(hashes))
    write(root / "data/references.bib", "".join(references))


def _repeated(texts: Mapping[str, Path], pages: int) -> Iterator[tuple[str, str, bytes]]:
    """Key, language and text of every article; beyond the texts given, they are made of their paragraphs."""
    chance = random.Random(1)  # noqa: S311  no secret
    given = [
        (slug(name)[:70].strip("-"), path.parent.name, path.read_bytes()) for name, path in texts.items()
    ]
    drawn: dict[tuple[str, str], list[bytes]] = {}
    for key, language, data in given:
        drawn.setdefault((_topic(key), language), []).extend(_lines(data))
    if pages:
        chance.shuffle(given)
    for number in range(pages or len(given)):
        again, place = divmod(number, len(given))
        key, language, data = given[place]
        if again:
            lines = drawn[_topic(key), language]
            data = b"\n".join(chance.choice(lines) for _ in _lines(data))
            key += f"-again-{again}"
        yield key, language, data


def _topic(key: str) -> str:
    return key.partition("-")[0]


def _lines(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if line.strip()]


TIMED = """
import sys, time
from mkdocs.__main__ import cli
from mkdocs_edge import finish
write_search = finish.write_search
def timed(*given, **named):
    before = time.process_time()
    write_search(*given, **named)
    print("search", time.process_time() - before)
finish.write_search = timed
cli(["build", "--quiet", "--config-file", sys.argv[1], "--site-dir", sys.argv[2]])
"""


def build(root: Path, command: Sequence[str]) -> tuple[float, str]:
    """Run a command that builds the site; CPU seconds, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([*command], cwd=root, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"the build ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Nothing: the table is what is read."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """A page that is closed early does not wait for its files."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)


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


def grow(tasks: Sequence[Path], pages: int, queries: Mapping[str, Sequence[str]]) -> None:
    """The index of so many articles: size, files, CPU seconds, and what answers need."""
    with tempfile.TemporaryDirectory(prefix="dossier-search-") as temporary:
        root = Path(temporary)
        languages = convert(tasks, root, pages=pages)
        whole, said = build(root, [sys.executable, "-c", TIMED, "mkdocs.yml", str(root / "site")])
        search = float(said.split("search ")[1])
        print(
            f"{pages:6} articles: build {whole:.0f} s CPU, of these {search:.1f} s for the search", flush=True
        )
        for code in languages:
            home = "" if code == languages[0] else f"{code}/"
            files = list((root / "site" / home / "search").glob("*.js"))
            size = sum(path.stat().st_size for path in files)
            print(f"       {code}: index {size / 1e6:.1f} MB in {len(files)} files", flush=True)
            with served(root / "site") as base:
                answers = list(first_answers(base, home, root / "site", queries[code]))
            for what, values in zip(
                ("first answer, KB gzip", "first, ms", "next, ms"), zip(*answers, strict=True), strict=True
            ):
                ordered = sorted(values)
                low, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
                print(
                    f"           {what}: median {low:.0f}, 95 % {high:.0f}, most {ordered[-1]:.0f}",
                    flush=True,
                )


def first_answers(
    base: str, home: str, site: Path, queries: Sequence[str]
) -> Iterator[tuple[float, float, float]]:
    """Kilobytes (gzip) that a query loads until it shows results, milliseconds, those of the next query."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        warm(browser.new_page(), base + home, queries[0])
        for query, later in zip(queries, [*queries[1:], queries[0]], strict=True):
            page = browser.new_page()
            page.goto(base + home)
            page.click(INPUT)
            page.wait_for_timeout(300)
            first = page.evaluate(TYPE, [INPUT, FIRST, query])
            loaded = page.evaluate(
                "performance.getEntriesByType('resource').map(one => [one.name, one.responseEnd])"
            )
            page.wait_for_timeout(600)
            next_one = page.evaluate(TYPE, [INPUT, FIRST, later])
            if first and next_one:  # a query may find nothing
                names = [url.removeprefix(base) for url, end in loaded if 0 < end <= first["until"]]
                needed = [
                    name for name in names if name.startswith(f"{home}search/") and name.endswith(".js")
                ]
                size = sum(len(gzip.compress((site / name).read_bytes())) for name in needed)
                yield size / 1000, first["took"], next_one["took"]
            page.close()
        browser.close()


def warm(page: Page, address: str, query: str) -> None:
    """Let the browser have loaded and compiled the site's scripts once."""
    page.goto(address)
    page.click(INPUT)
    page.wait_for_timeout(300)
    page.evaluate(TYPE, [INPUT, FIRST, query])
    page.close()


# Types a query, and tells how long it took, in the page itself, until the list of results was another.
TYPE = """async ([input, results, query]) => {
  const box = document.querySelector(input), before = document.querySelector(results);
  const begin = performance.now();
  box.value = query;
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "a" }));
  while (performance.now() - begin < 5000) {
    const now = document.querySelector(results);
    if (now && now !== before) return { took: performance.now() - begin, until: performance.now() };
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  return null;
}"""


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
            command = [*DOSSIER, "build", "--root", str(root)]
            print(f"built in {build(root, command)[0]:.1f} s CPU", flush=True)
            build(root, [*command, "--offline"])
            with served(root / "site") as base:
                score(options.tasks, base, languages, "")
            score(options.tasks, f"{(root / 'site-offline').as_uri()}/", languages, "index.html")
    folder = options.tasks[0].resolve().parents[1] / "search"
    queries: dict[str, list[str]] = {}
    for one in json.loads((folder / "queries.json").read_text(encoding="utf-8"))[::17]:
        queries.setdefault(one["lang"], []).append(one["q"])
    for pages in options.pages:
        grow(options.tasks, pages, queries)


if __name__ == "__main__":
    main()
