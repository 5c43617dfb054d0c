"""Runs Lighthouse on one page of each sort, as on a phone, and prints what it measured.

lighthouse.py LIGHTHOUSE: the program of the npm package ``lighthouse``, for example
``node_modules/.bin/lighthouse`` after ``npm install lighthouse``. The site is built and served on loopback,
compressed as hosts do; Lighthouse slows the processor down four times and the network to that of a phone.
Its own times vary from run to run: ``--runs`` takes the middle of several. The status is 1 where a floor is
missed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from tests.browser.chromium import executable
from tests.browser.sites import Built, build, copy_project, languages, sections

FLOORS = {"largest-contentful-paint": 2500.0, "total-blocking-time": 200.0, "cumulative-layout-shift": 0.05}
"""Audit → the most that is allowed: milliseconds, milliseconds, and shifts as a part of the window."""
SCORES = ("performance", "accessibility", "best-practices", "seo")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a line for each page, and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lighthouse", type=Path, help="the program")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is measured (default: 3)")
    parser.add_argument("--language", default=languages()[0], help="of the pages (default: the first)")
    options = parser.parse_args(arguments)
    missed = 0
    with tempfile.TemporaryDirectory() as folder, compressed(Path(folder) / "site") as base:
        site = Built(Path(folder) / "site", base)
        build(copy_project(Path(folder) / "project"), site.folder, site_url=base)
        print(f"{'':24}  LCP ms  TBT ms     CLS  {'  '.join(SCORES)}")
        for template in pages(site):
            url = site.url(template, options.language)
            runs = [measured(options.lighthouse, url) for _ in range(options.runs)]
            values = {name: median(run[name] for run in runs) for name in (*FLOORS, *SCORES)}
            lcp, tbt, cls = (values[name] for name in FLOORS)
            scores = "  ".join(f"{values[name]:{len(name)}.2f}" for name in SCORES)
            print(f"{template:24}  {lcp:6.0f}  {tbt:6.0f}  {cls:6.4f}  {scores}", flush=True)
            missed += any(values[name] > most for name, most in FLOORS.items())
    return 1 if missed else 0


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix not in {".woff2", ".png", ".zip"}:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Nothing: the table is what is read."""


@contextmanager
def compressed(folder: Path) -> Iterator[str]:
    """The address of a folder on the loopback interface."""
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def pages(site: Built) -> list[str]:
    """A page of each sort; of the articles the longest."""
    sources = sorted((site.folder / "sources").glob("*/index.html"), key=lambda page: page.stat().st_size)
    return [
        "home",
        f"register {sections()[0]}",
        f"page of {sections()[0]}",
        f"sources/{sources[-1].parent.name}",
        *("timeline", "reports", "network", "bibliography", "a-to-z", "gaps"),
    ]


def measured(lighthouse: Path, url: str) -> dict[str, float]:
    """What one run says: audits and scores by name."""
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    command = [str(lighthouse), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(SCORES)}")
    environment = os.environ | {"CHROME_PATH": executable()}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=180)
    if done.returncode:
        raise SystemExit(f"lighthouse: {done.stderr.strip()[-400:]}")
    said: dict[str, Any] = json.loads(done.stdout)
    scores = {name: float(said["categories"][name]["score"]) for name in SCORES}
    return {name: float(said["audits"][name]["numericValue"]) for name in FLOORS} | scores


if __name__ == "__main__":
    sys.exit(main())
