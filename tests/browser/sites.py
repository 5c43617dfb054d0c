"""A built site as the tests use it: which pages it has, where they stand, and a server for them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

import yaml

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/some/where/"
"""The site stands below a path, as project pages of a forge do; a link from the root would miss it."""
Way = TypeVar("Way")
REPOSITORY = "https://github.com/example/dossier"
"""Published sites know their repository, and the theme does more when it is on a forge it knows."""


class _Settings(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` without looking up its environment variables."""


_Settings.add_multi_constructor("!", lambda _loader, _tag, _node: None)


@cache
def languages() -> tuple[str, ...]:
    """The site's languages, the one at the root first."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)
    found: list[dict[str, Any]] = next(item["i18n"] for item in settings["plugins"] if "i18n" in item)[
        "languages"
    ]
    return tuple(one["locale"] for one in sorted(found, key=lambda one: not one.get("default")))


@cache
def kinds() -> dict[str, dict[str, Any]]:
    """The kinds of entity in the site's order; each has a section of its own."""
    read = yaml.safe_load((ROOT / "data" / "kinds.yml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, Any]] = read["kinds"]
    return found


def sections() -> tuple[str, ...]:
    """The sections of the kinds of entity."""
    return tuple(kind["section"] for kind in kinds().values())


@cache
def templates() -> tuple[str, ...]:
    """A name for each sort of page: ``home``, ``register people``, ``page of people`` and so on."""
    sources = sorted(path.stem for path in (ROOT / "data" / "sources").glob("*.yml"))
    return (
        "home",
        f"register {sections()[0]}",
        *(f"page of {section}" for section in sections()),
        "entry never named",
        *(f"sources/{source}" for source in sources),
        "sources",
        "timeline",
        "reports",
        "network",
        "bibliography",
        "a-to-z",
        "gaps",
        *(["translations"] if len(languages()) > 1 else []),
        *_written(languages()[0]),
        "404",
    )


@cache
def cases() -> tuple[tuple[str, str], ...]:
    """(template, language) for every page template in every language that has it."""
    return tuple(
        (template, language)
        for language in languages()
        for template in templates()
        if not (template in _written(languages()[0]) and template not in _written(language))
        and not (template == "404" and language != languages()[0])
    )


def by_turns(ways: Sequence[Way]) -> list[tuple[str, str, Way]]:
    """(template, language, way): each template meets every way, and so does each language; not all with all.

    Pairs show nearly all faults of what is combined (D. R. Kuhn, D. R. Wallace, A. M. Gallo, “Software
    fault interactions and implications for software testing”, IEEE Trans. Software Engineering 30, 2004).
    """
    spoken: dict[str, list[str]] = {}
    for template, language in cases():
        spoken.setdefault(template, []).append(language)
    return [
        (template, language, way)
        for number, (template, found) in enumerate(spoken.items())
        for turn, language in enumerate(found)
        for way in (ways if len(found) < len(ways) else [ways[(number + turn) % len(ways)]])
    ]


def _written(language: str) -> tuple[str, ...]:
    """Hand-written pages other than the home page and those that introduce a section."""
    folder = ROOT / "docs" / language
    taken = {*sections(), "sources", "timeline", "bibliography", "a-to-z", "gaps", "translations", "index"}
    names = (path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.rglob("*.md")))
    return tuple(name for name in (re.sub(r"/index$", "", name) for name in names) if name not in taken)


@dataclass(frozen=True)
class Built:
    """A built site in a folder, and the address of that folder."""

    folder: Path
    base: str
    offline: bool = False

    def url(self, template: str, language: str) -> str:
        """The address of a page, as links spell it."""
        return self.address(self.file(template, language))

    def address(self, file: Path) -> str:
        """The address of a file of the site."""
        path = file.relative_to(self.folder).as_posix()
        return self.base + (path if self.offline else re.sub(r"(^|/)index\.html$", r"\1", path))

    def file(self, template: str, language: str) -> Path:
        """The file of a page, whatever dossier this is."""
        first = languages()[0]
        if template == "404":
            return self.folder / "404.html"
        if template == "home":
            return self.page("", language)
        if template.startswith("register "):
            return self.page(template.removeprefix("register "), language)
        if template.startswith("page of "):
            return self.page(fullest(self.folder, template.removeprefix("page of "), first), language)
        if template == "entry never named":
            return self.page(never_named(self.folder, first), language)
        return self.page(template, language)

    def page(self, path: str, language: str) -> Path:
        """The file of the page at a path, such as ``people/joe-biden``."""
        folder = self.folder if language == languages()[0] else self.folder / language
        beside = folder / f"{path}.html"
        return beside if path and beside.is_file() else folder / path / "index.html"

    def pages(self) -> tuple[Path, ...]:
        """Every page of the site."""
        return tuple(sorted(self.folder.rglob("*.html")))


def _entries(folder: Path, section: str, language: str) -> list[Path]:
    start = folder if language == languages()[0] else folder / language
    return sorted(start.glob(f"{section}/*/index.html"))


@cache
def fullest(folder: Path, section: str, language: str) -> str:
    """The path of the section's page with the most links."""
    pages = _entries(folder, section, language)
    assert pages, f"the section “{section}” has no pages"
    most = max(pages, key=lambda page: page.read_text(encoding="utf-8").count("<a "))
    return f"{section}/{most.parent.name}"


@cache
def never_named(folder: Path, language: str) -> str:
    """The path of an entry that the sources mean without naming it; else of the one with the fewest links."""
    pages = [page for section in sections() for page in _entries(folder, section, language)]
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    meant = [page for page in pages if "d-notice" in texts[page]]
    chosen = meant[0] if meant else min(pages, key=lambda page: texts[page].count("<a "))
    return f"{chosen.parent.parent.name}/{chosen.parent.name}"


def copy_project(to: Path) -> Path:
    """What a build reads, apart from the checkout, so that a build for tests leaves nothing behind there."""
    to.mkdir(parents=True)
    for name in ("data", "docs", "hooks", "locale", "seeds", "theme"):
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
            )
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


def build(root: Path, target: Path, *options: str, site_url: str = "") -> None:
    """Build the site under ``root``, as its publisher does."""
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "build", "--root", str(root), "--output", str(target), *options],
        env=os.environ | {"SITE_URL": site_url, "REPO_URL": REPOSITORY},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"the site could not be built:\n{done.stdout}{done.stderr}"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below ``PREFIX`` and shows its page for lost readers elsewhere."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """What browsers ask the host for by themselves, now and then, is no business of the site."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file for an address; one that is not there, if the address lies outside."""
        inside = unquote(urlsplit(path).path)
        if not inside.startswith(PREFIX):
            return str(Path(self.directory) / "outside-the-site")
        return super().translate_path("/" + inside.removeprefix(PREFIX))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page where there is none."""
        lost = Path(self.directory) / "404.html"
        if code != 404 or not lost.is_file():
            super().send_error(code, message, explain)
            return
        body = lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Nothing: the tests say what failed."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; the value is its address, which ends in a slash."""
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()
