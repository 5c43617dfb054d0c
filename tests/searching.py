"""Reads the scripts of a search index back, as the search box does."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PUT = re.compile(r'dossierSearch\.put\("(\w+)",(.*)\)\n', re.DOTALL)


@dataclass(frozen=True)
class Read:
    """The values of an index by name, such as ``start`` and ``t0``."""

    values: Mapping[str, Any]

    @classmethod
    def of(cls, scripts: Mapping[str, str]) -> Read:
        values = {}
        for file, text in scripts.items():
            match = PUT.fullmatch(text)
            assert match, file
            assert file == f"{match[1]}.js"
            values[match[1]] = json.loads(match[2])
        return cls(values)

    @classmethod
    def folder(cls, folder: Path) -> Read:
        scripts = {
            path.name: path.read_text(encoding="utf-8")
            for path in folder.glob("*.js")
            if path.name != "search_index.js"
        }
        return cls.of(scripts)

    def shards(self, kind: str) -> Iterator[Any]:
        number = 0
        while f"{kind}{number}" in self.values:
            yield self.values[f"{kind}{number}"]
            number += 1

    @property
    def pages(self) -> list[list[str]]:
        """Address, title and mentioning pages, as written, of each page."""
        return [row for block in self.shards("p") for row in block]

    @property
    def addresses(self) -> list[str]:
        return [address for address, _, _ in self.pages]

    @property
    def texts(self) -> list[list[list[str]]]:
        """The sections of each page."""
        return [
            page for block in self.shards("x") for page in json.loads(zlib.decompress(b64decode(block), -15))
        ]

    @property
    def keys(self) -> dict[str, str]:
        """Key → what is known of it before its term is loaded."""
        lines = [line for shard in self.shards("k") for line in shard.split("\n")]
        return {line[: re.search("[+-]", line).start()]: line for line in lines}  # type: ignore[union-attr]

    @property
    def terms(self) -> dict[str, tuple[str, str]]:
        """Key → names and pages as written."""
        found = {}
        for shard in self.shards("t"):
            for line in shard.split("\n"):
                key, names, pages = line.split("|")
                found[key] = (names, pages)
        return found

    def named(self, key: str) -> set[str]:
        """Addresses of the entities that a key names."""
        names = self.terms.get(key, ("", ""))[0]
        return {self.addresses[int(name.split(".")[0], 36)] for name in names.split()}

    def holding(self, key: str) -> dict[str, int]:
        """Addresses of the pages that hold a key → weight."""
        return {self.addresses[page]: weight for page, weight in postings(self.terms[key][1])}


def postings(text: str) -> Iterator[tuple[int, int]]:
    page = 0
    for distance, weight in re.findall(r"([0-9a-z]+)([A-Z])", text):
        page += int(distance, 36)
        yield page, ord(weight) - ord("A") + 1
