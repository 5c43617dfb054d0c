"""Material for MkDocs with static-i18n: what this generator itself stands on.

As they come, each page names every other in its navigation, and the plugin looks at every page for every page
to tidy up its search. Tuned, neither is done.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.markdown import Article
from bench.peers.peer import OUTPUT, Peer, languages, put


def write(root: Path, articles: Sequence[Article], *, tuned: bool = False) -> None:
    """A folder for each language."""
    codes = languages(articles)
    offered = [{"locale": code, "name": code, "default": code == codes[0]} for code in codes]
    i18n: dict[str, Any] = {"docs_structure": "folder", "languages": offered}
    settings: dict[str, Any] = {
        "site_name": "Bench",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": i18n}],
    }
    if tuned:
        i18n["reconfigure_search"] = False
        settings |= {"nav": ["index.md"], "validation": {"nav": {"omitted_files": "ignore"}}}
    put(root / "mkdocs.yml", json.dumps(settings))
    write_pages(root / "docs", articles)


def write_pages(docs: Path, articles: Sequence[Article]) -> None:
    """The pages, linked to one another by their files."""
    files = {(one.language, one.path): one.file("index") for one in articles}
    for one in articles:
        up = "../" * files[one.language, one.path].count("/")
        text = one.text(lambda to, one=one, up=up: up + files[one.language, to])  # type: ignore[misc]
        put(
            docs / one.language / files[one.language, one.path],
            f"---\ntitle: {json.dumps(one.title)}\n---\n{text}",
        )


_BUILD = ("-m", "mkdocs", "build", "--quiet", "--site-dir", OUTPUT)
PEER = Peer("Material + static-i18n", sys.executable, _BUILD, write)
TUNED = Peer(f"{PEER.name}, tuned", sys.executable, _BUILD, partial(write, tuned=True))
