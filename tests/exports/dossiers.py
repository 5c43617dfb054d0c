"""Dossiers composed for tests of exports: the project's and those of other teams."""

from __future__ import annotations

import json
import posixpath
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from dossier.build import Built, build
from tests.dossiers import PROJECT, assemble

NAMES = ("project", "harsh", "accounts", "companies", "translated", "minimal")
URL = "https://dossier.example/d/"


@lru_cache(maxsize=1)
def _folder() -> Path:
    return Path(mkdtemp(prefix="dossiers-"))


@lru_cache(maxsize=32)
def composed(name: str, site_url: str = "", *, offline: bool = False) -> Built:
    """The dossier ``tests/sites/<name>`` or the project's own."""
    root = PROJECT if name == "project" else _folder() / name
    if not root.exists():
        assemble(name, root)
    made, problems = build(root, site_url=site_url, offline=offline)
    assert made, problems.found
    return made


@lru_cache(maxsize=32)
def files(name: str, site_url: str = "", *, offline: bool = False) -> dict[str, str]:
    """Its data files and feeds."""
    return dict(composed(name, site_url, offline=offline).files())


def read(name: str, file: str, site_url: str = "") -> Any:
    """A JSON file of ``data/``."""
    return json.loads(files(name, site_url)[f"data/{file}"])


def resolved(file: str, link: str) -> str:
    """Where a relative link of a file leads, from the site's root and without its fragment."""
    path = link.partition("#")[0]
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)).removeprefix(".")
    return f"{found}/" if found and path.endswith("/") else found
