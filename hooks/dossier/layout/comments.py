"""Comments of a YAML text, which its parser leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its ``#`` on; ``line`` and ``column`` count from 0.

    ``alone`` says that nothing else stands in its line.
    """

    text: str
    line: int
    column: int
    alone: bool


_COMMENT = re.compile("#.*")
_SIGN = re.compile(r"[|>][-+0-9]*[ \t]+(?=#)")
Place = tuple[int, int]


def comments(lines: Sequence[str], tokens: Iterable[yaml.Token]) -> Iterator[Comment]:
    """All comments, in order: what begins with ``#`` between two tokens, or behind the sign of a block."""
    last: Place = (0, 0)
    for token in tokens:
        start = (token.start_mark.line, token.start_mark.column)
        if start > last:
            yield from _between(lines, last, start)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            sign = _SIGN.match(lines[start[0]], start[1])
            if sign:
                yield from _between(lines, (start[0], sign.end()), (start[0], len(lines[start[0]])))
        last = max(last, (token.end_mark.line, token.end_mark.column))


def _between(lines: Sequence[str], start: Place, end: Place) -> Iterator[Comment]:
    for number in range(start[0], min(end[0] + 1, len(lines))):
        line = lines[number]
        first = start[1] if number == start[0] else 0
        match = _COMMENT.search(line, first, end[1] if number == end[0] else len(line))
        if match:
            yield Comment(match[0].rstrip(), number, match.start(), not line[: match.start()].strip())
