"""An article's paragraphs: the blocks between blank lines, after the date header of a seed.

A leaf: imports only the model and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.dates import is_date
from dossier.model import Paragraph

_HEADER = re.compile(r"\ufeff?[ \t]*date[ \t]+(\d{4}-\d{2}-\d{2})(?=\s|$)[ \t]*", re.ASCII)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def header_date(text: str) -> str:
    """The date of a leading `` date YYYY-MM-DD `` header, or an empty string."""
    match = _header(text)
    return match[1] if match else ""


def _header(text: str) -> re.Match[str] | None:
    """The header; one with an impossible date is text like any other."""
    match = _HEADER.match(text)
    return match if match and is_date(match[1]) else None


def split(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs, numbered from 1, without the white space around them; offsets in code points."""
    header = _header(text)
    begin = header.end() if header else int(text.startswith("\ufeff"))
    return tuple(
        Paragraph(number, start, text[start:end])
        for number, (start, end) in enumerate(_blocks(text, begin), 1)
    )


def _blocks(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends; line by line, so that no article takes longer than it is long."""
    start = end = begin
    for line in _LINE.finditer(text, begin):
        words = line[0].strip()
        if words:
            left = line.end() - len(line[0].lstrip())
            start, end = (start if end > start else left), left + len(words)
        elif end > start:
            yield start, end
            start = end


@lru_cache(maxsize=64)
def occurrences(text: str, quote: str) -> tuple[int, ...]:
    """Where a quote begins, overlapping occurrences included, in order."""
    found, start = [], text.find(quote)
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return tuple(found)
