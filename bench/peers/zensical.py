"""Zensical, which Material's authors write anew. It has no languages yet, so all pages are one site's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bench.markdown import Article
from bench.peers.material import write_pages
from bench.peers.peer import Peer, put


def write(root: Path, articles: Sequence[Article]) -> None:
    """A folder for each language, and a home above them."""
    settings = {"site_name": "Bench", "nav": ["index.md"], "theme": {"name": "material", "font": False}}
    put(root / "mkdocs.yml", json.dumps(settings))
    put(root / "docs" / "index.md", "# Bench\n")
    write_pages(root / "docs", articles)


PEER = Peer("Zensical", "zensical", ("build", "--clean"), write)
