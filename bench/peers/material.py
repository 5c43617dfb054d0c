"""Material for MkDocs with static-i18n: what this generator itself stands on.

The pages are not in its navigation, which would make each page name every other and the build quadratic.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.markdown import Article
from bench.peers.peer import OUTPUT, Peer, languages, put


def write(root: Path, articles: Sequence[Article]) -> None:
    """A folder for each language."""
    codes = languages(articles)
    offered = [{"locale": code, "name": code, "default": code == codes[0]} for code in codes]
    # The plugin's own search option looks at every page for every page.
    i18n = {"docs_structure": "folder", "reconfigure_search": False, "languages": offered}
    settings = {
        "site_name": "Bench",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": i18n}],
        "nav": ["index.md"],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
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


PEER = Peer(
    "Material + static-i18n",
    sys.executable,
    ("-m", "mkdocs", "build", "--quiet", "--site-dir", OUTPUT),
    write,
)
