"""Other generators of static sites, given the same pages as Markdown; one module for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from bench.markdown import Article
from bench.peers import eleventy, hugo, material, zensical
from bench.peers.peer import OUTPUT, Peer
from bench.process import Taken, run

PEERS: tuple[Peer, ...] = (material.PEER, material.TUNED, hugo.PEER, eleventy.PEER, zensical.PEER)
_PLACES = ("bin", "node_modules/.bin")
"""Where programs lie in a folder that Python's or Node's packages were installed into."""


def program(peer: Peer, installed: Path | None) -> str | None:
    """A peer's program, of that folder or of the PATH; None where it is not installed."""
    places = [str((installed / place).resolve()) for place in _PLACES] if installed else []
    return shutil.which(peer.program, path=os.pathsep.join([*places, os.environ.get("PATH", "")]))


def build(peer: Peer, found: str, root: Path, articles: Sequence[Article]) -> tuple[Taken, Path]:
    """Write the pages as the peer has them into a new folder, and build them; its site."""
    root.mkdir()
    peer.write(root, articles)
    taken, _ = run([found, *peer.arguments], root)
    return taken, root / OUTPUT
