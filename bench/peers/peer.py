"""What is to be known of another generator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.markdown import Article

OUTPUT = "site"
"""The folder that each is told to write."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator of static sites."""

    name: str
    program: str
    arguments: tuple[str, ...]
    write: Callable[[Path, Sequence[Article]], None]
    """Writes its configuration, its theme if it has none of its own, and the pages."""


def put(path: Path, text: str) -> None:
    """A file with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def languages(articles: Sequence[Article]) -> list[str]:
    """The languages in the order of their pages; the first is the default."""
    return list(dict.fromkeys(one.language for one in articles))
