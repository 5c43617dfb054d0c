"""A formatted reference: runs of text without markup, and how they are put together.

Each convention says which marks stand between the parts of a reference. What is missing takes its mark along,
and a full stop is never doubled: that is decided here, once, for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_STOPS = tuple(".!?…")
_TIED = re.compile(r"(\b[^\W\d_]\.|\b[^\W\d_]{1,4}\.(?= \d)|№) (?=\w)")
"""One-letter abbreviations before a word, longer ones before a number, and the space after them."""
CLOSING = "”"
"""A closing quotation mark that stands as a run of its own takes a following comma or full stop inside."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters, perhaps in italics, perhaps a link; ``language`` where it is not the page's."""

    text: str
    italic: bool = False
    url: str = ""
    language: str = ""


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """Words of the convention itself; nothing for an empty text."""
    return (Run(text),) if text else ()


def text_of(runs: Iterable[Run]) -> str:
    """The characters alone."""
    return "".join(run.text for run in runs)


def join(mark: str, parts: Iterable[Runs]) -> Runs:
    """The parts that are not empty, with the mark between them."""
    made: Runs = ()
    for part in parts:
        if text_of(part):
            made = _followed(made, mark) + part if made else part
    return made


def closed(runs: Runs) -> Runs:
    """A whole reference: with a full stop at the end, and no line broken within «И. П.» or «№ 4»."""
    return tuple(replace(run, text=_TIED.sub("\\1\u00a0", run.text)) for run in _followed(runs, "."))


def capital(runs: Runs) -> Runs:
    """With a capital letter at the beginning, or after a bracket there."""
    if not runs:
        return runs
    first, *rest = runs
    at = 1 if first.text.startswith("[") else 0
    text = first.text[:at] + first.text[at : at + 1].upper() + first.text[at + 1 :]
    return (replace(first, text=text), *rest)


def _followed(runs: Runs, mark: str) -> Runs:
    """A mark after some text: no second full stop, and inside of a quotation mark that wants it there."""
    quoted = bool(runs) and runs[-1].text == CLOSING
    before = text_of(runs[:-1] if quoted else runs)
    if mark[:1] == "." and before.endswith(_STOPS):
        mark = mark[1:]
    if quoted and mark[:1] in (",", "."):
        return _filled([*runs[:-1], Run(mark[:1]), runs[-1], Run(mark[1:])])
    return _filled([*runs, Run(mark)])


def _filled(runs: Iterable[Run]) -> Runs:
    return tuple(run for run in runs if run.text)
