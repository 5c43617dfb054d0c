"""The lock list of the articles, in the format of ``sha256sum`` (GNU coreutils, which can check it too).

A leaf: imports nothing of ours.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LOCK_LIST = "seeds/SHA256SUMS"
RECEIVED = "received"
"""The folder in ``seeds/`` of files that articles' texts were taken from, as they were received."""

_ENTRY = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


class Entry(NamedTuple):
    """What a line of the list says."""

    sha256: str
    name: str
    """File in ``seeds/``."""


def entries(text: str) -> list[Entry | None]:
    """The entry of each line, None where a line is none; nothing but a line feed ends a line."""
    return [_entry(line) for line in text.split("\n")]


def _entry(line: str) -> Entry | None:
    match = _ENTRY.fullmatch(line.removesuffix("\r"))
    return Entry(match[1], match[2]) if match else None


def with_entry(text: str, entry: Entry) -> str:
    """The list with the article's checksum changed or its line added, every other byte being as it was."""
    lines = text.split("\n")
    for place, before in enumerate(entries(text)):
        if before and before.name == entry.name:
            lines[place] = entry.sha256 + lines[place][len(entry.sha256) :]
            return "\n".join(lines)
    end = "\n" if text and not text.endswith("\n") else ""
    return f"{text}{end}{entry.sha256}  {entry.name}\n"
