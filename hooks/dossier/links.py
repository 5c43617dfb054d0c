"""Links of a finished site that lead to no file of it, found before anybody else finds them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from dossier.problems import Location, Problems

_LINK = re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src)=\"([^\"]*)\"")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\?|$")
"""Other schemes and hosts; the host's own root, of which a site knows nothing; the page itself."""


def dead_links(site: Path, files: Collection[str], pages: Iterable[str]) -> Problems:
    """A problem for each of these pages and relative address that leads to none of the site's files.

    It stands at the address's first place in the page.
    """
    problems = Problems()
    known: dict[tuple[str, str], bool] = {}

    def leads(folder: str, address: str) -> bool:
        if _ELSEWHERE.match(address):
            return True
        while address.startswith("../") and folder:  # pages side by side share most of what they lead to
            folder, address = dirname(folder), address[3:]
        if (folder, address) not in known:
            known[folder, address] = _leads(folder, address, files)
        return known[folder, address]

    for name in pages:
        html, folder = (site / name).read_text(encoding="utf-8"), dirname(name)
        dead = {address for address in _maybe(html) if not leads(folder, address)}
        for match in _LINK.finditer(html) if dead else ():
            if match[1] in dead:
                dead.remove(match[1])
                where = Location(name, html.count("\n", 0, match.start()) + 1)
                problems.warn("dead-link", where, f"“{unescape(match[1])}” leads to no file of the site")
    return problems


def _maybe(html: str) -> set[str]:
    """Addresses, and texts that look like one; most pages hold none that leads nowhere."""
    return {part.partition('"')[0] for mark in ('href="', 'src="') for part in html.split(mark)[1:]}


def _leads(folder: str, address: str, files: Collection[str]) -> bool:
    path = unquote(re.split(r"[?#]", unescape(address), maxsplit=1)[0])
    target = normpath(join(folder, path))
    return target in files or (target + "/index.html").removeprefix("./") in files
