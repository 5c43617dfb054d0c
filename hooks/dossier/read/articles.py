"""Articles as bytes, the files that they were taken from, and the list that locks both."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dossier.checksums import LOCK_LIST, RECEIVED, entries
from dossier.problems import Location, Problems
from dossier.raw import RawArticle, RawReceived
from dossier.read.records import children
from dossier.read.text import decode, read_bytes, stands

MAX_ARTICLE = 2_000_000
MAX_RECEIVED = 20_000_000
MAX_LOCK_LIST = 20_000_000
"""Ten thousand articles need some one and a half million bytes."""


def read_articles(root: Path, problems: Problems) -> dict[str, RawArticle]:
    """File name in ``seeds/`` → article."""
    articles = {}
    for path in children(root, "seeds", problems):
        name = path.relative_to(root).as_posix()
        if name == LOCK_LIST or (path.name == RECEIVED and path.is_dir()):
            continue
        data = read_bytes(path, name, MAX_ARTICLE, problems)
        if data is None:
            articles[path.name] = RawArticle(Location(name), "", None)
        else:
            digest = hashlib.sha256(data).hexdigest()
            articles[path.name] = RawArticle(Location(name), digest, decode(data, name, problems))
    return articles


def read_received(root: Path, problems: Problems) -> dict[str, RawReceived]:
    """File name in ``seeds/received/`` → the file, of which only its bytes count."""
    found = {}
    folder = f"seeds/{RECEIVED}"
    # A folder that may not be looked into is told where its articles are read.
    there = stands(root / folder) and (root / folder).is_dir()
    for path in children(root, folder, problems) if there else ():
        name = path.relative_to(root).as_posix()
        data = read_bytes(path, name, MAX_RECEIVED, problems)
        digest = "" if data is None else hashlib.sha256(data).hexdigest()
        found[path.name] = RawReceived(Location(name), digest)
    return found


def read_lock_list(root: Path, problems: Problems) -> dict[str, tuple[str, Location]]:
    """File in ``seeds/`` → the SHA-256 it is locked to, and where that is written."""
    path = root / LOCK_LIST
    if not stands(path):
        return {}
    data = read_bytes(path, LOCK_LIST, MAX_LOCK_LIST, problems)
    text = (decode(data, LOCK_LIST, problems) if data is not None else None) or ""
    found: dict[str, tuple[str, Location]] = {}
    for number, (line, entry) in enumerate(zip(text.split("\n"), entries(text), strict=True), 1):
        where = Location(LOCK_LIST, number)
        if entry is None and line.strip():
            hint = "delete it; then  dossier lock  writes the line of an article"
            problems.error("hash-list", where, "this line is not a SHA-256 and a file name", hint)
        elif entry is not None and entry.name in found:
            message = f"“{entry.name}” already stands in line {found[entry.name][1].line}"
            problems.error("hash-list", where, message, "keep the one that the article had when received")
        elif entry is not None:
            found[entry.name] = (entry.sha256, where)
    return found
