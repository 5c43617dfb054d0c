"""Follows every link of a site, from its home page, by http or from disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

from tests.browser.markup import Markup, parsed, resolved

LIMIT = 5_000
"""More addresses than a dossier has: a site that makes links without end stops here."""
OUTWARD = {"http", "https", "mailto"}
FILE_WITHIN = "data:application/"
"""How an address begins that is itself a file to save, and no page."""


@dataclass
class Crawl:
    """What was found on the way."""

    base: str
    pages: dict[str, Markup] = field(default_factory=dict)
    """Address → page."""
    problems: list[str] = field(default_factory=list)


def crawl(base: str, start: str) -> Crawl:
    """Fetch every address of the site that can be reached, once; note dead links and missing anchors."""
    found = Crawl(base)
    waiting = [(start, "the start")]
    seen = {start}
    wanted: list[tuple[str, str, str]] = []
    while waiting:
        address, origin = waiting.pop()
        assert len(seen) < LIMIT, f"the site has no end: {address}"
        text, problem = _fetch(address)
        if problem:
            found.problems.append(f"{_short(origin, base)} → {_short(address, base)}: {problem}")
        if text is None:
            continue
        page = found.pages[address] = parsed(text)
        for href in [*page.links(), *page.parts]:
            if urlsplit(href).scheme == "javascript":
                found.problems.append(f"{_short(address, base)}: a link that runs a script: {href}")
                continue
            if href.startswith(FILE_WITHIN):
                continue
            target, fragment = resolved(address, href)
            if not target.startswith(base):
                if _is_ours(target, base) or urlsplit(target).scheme not in OUTWARD:
                    found.problems.append(f"{_short(address, base)}: leads out of the site: {href!r}")
                continue
            if fragment:
                wanted.append((address, target, fragment))
            if target not in seen:
                seen.add(target)
                waiting.append((target, address))
    for origin, target, fragment in wanted:
        if target in found.pages and fragment not in found.pages[target].ids:
            found.problems.append(
                f"{_short(origin, base)} → {_short(target, base)}#{fragment}: no such anchor"
            )
    return found


def _is_ours(target: str, base: str) -> bool:
    """Whether an address is on the site's own host, or on the disk."""
    return urlsplit(target)[:2] == urlsplit(base)[:2]


def _short(address: str, base: str) -> str:
    return unquote(address.removeprefix(base)) or "the home page"


def _fetch(address: str) -> tuple[str | None, str]:
    """(the HTML, what is wrong); no HTML for pictures, styles and scripts."""
    if address.startswith("file:"):
        path = Path(unquote(urlsplit(address).path))
        if not path.is_file():
            return None, "a folder, which a disk does not open" if path.is_dir() else "no such file"
        return (path.read_text(encoding="utf-8"), "") if path.suffix == ".html" else (None, "")
    try:
        with urlopen(address, timeout=10) as answer:
            body = answer.read()
            moved = "" if answer.url == address else f"moved to {answer.url}"
            return (
                (body.decode("utf-8"), moved)
                if answer.headers.get_content_type() == "text/html"
                else (None, moved)
            )
    except HTTPError as error:
        return None, f"answer {error.code}"
