"""Links of a finished site that lead to no file of it, found before anybody else finds them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from dossier.problems import Location, Problems

_LINK = re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src)=\"([^\"]*)\"")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\?|$")
"""Other schemes and hosts; the host's own root, of which a site knows nothing; the page itself."""


def dead_links(site: Path) -> Problems:
    """A problem for every page and relative address that leads nowhere, at its first place in the page."""
    problems = Problems()
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    known: dict[tuple[str, str], bool] = {}
    for name in sorted(name for name in files if name.endswith(".html")):
        html = (site / name).read_text(encoding="utf-8")
        folder = dirname(name)
        seen: set[str] = set()
        for match in _LINK.finditer(html):
            address = match[1]
            if address in seen or _ELSEWHERE.match(address):
                continue
            seen.add(address)
            if (folder, address) not in known:
                known[folder, address] = _leads(folder, address, files)
            if not known[folder, address]:
                where = Location(name, html.count("\n", 0, match.start()) + 1)
                problems.warn("dead-link", where, f"“{unescape(address)}” leads to no file of the site")
    return problems


def _leads(folder: str, address: str, files: set[str]) -> bool:
    path = unquote(re.split(r"[?#]", unescape(address), maxsplit=1)[0])
    target = normpath(join(folder, path))
    return target in files or (target + "/index.html").removeprefix("./") in files
