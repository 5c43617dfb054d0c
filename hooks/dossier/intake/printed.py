"""An article out of the text of a PDF: pages parted by form feeds, as pdftotext (Poppler) writes them.

Print breaks words at the ends of lines, numbers its pages and heads them alike. What is put together or left
out on a guess is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from dossier.intake.characters import printed_text, welcome
from dossier.intake.taken import TEXT_ALONE, Taken, Untaken

FORM_FEED = "\f"
_EDGE = 2
"""Lines at the top and at the foot of a page that may be its running heads."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|стр(?:аница|\.)?|с\.|стор(?:інка|\.)?|seite|strona|str\.)\s*)?"
    r"\d{1,3}(?:\s*(?:/|of|из|із|з|von|z)\s*\d{1,3})?\W*",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:;][»”“’\"')\]]*$")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GOES_ON = re.compile(r"([^\W\d_]+)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_LONG = 0.7
"""A line this much as long as most is full, so that its paragraph may go on."""


def take_printed(data: bytes) -> Taken:
    """The article of such a text; Untaken where it has none."""
    texts, told = zip(*(welcome(page) for page in printed_text(data).split(FORM_FEED)), strict=True)
    pages = [_lines(page.translate(_LIGATURES)) for page in texts]
    dropped = _running([page for page in pages if any(page)])
    blocks = _blocks([_without(page, dropped) for page in pages])
    if not blocks:
        raise Untaken("the file has no text but what stands at the edges of its pages", TEXT_ALONE)
    words = {word for block in blocks for line in block for word in _WORD.findall(line.casefold())}
    joined: list[str] = []
    paragraphs = [_joined(block, words, joined) for block in blocks]
    remarks = [one for found in told for one in found]
    remarks += [f"left out at the edge of a page: {line}" for line in dropped.values()]
    remarks += [f"put together at the end of a line: {word}" for word in dict.fromkeys(joined)]
    return Taken(paragraphs, (), remarks)


def _blocks(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each paragraph, which may go on on the next page."""
    full = _LONG * median([len(line) for page in pages for line in page if line] or [0])
    blocks: list[list[str]] = []
    for page in pages:
        found = list(_paragraphs(page, full))
        if blocks and found and _continues(blocks[-1], found[0], full):
            blocks[-1] += found.pop(0)
        blocks += found
    return blocks


def _lines(page: str) -> list[str]:
    """The lines of a page, none of them blank but for those between others."""
    return [line.rstrip() for line in page.splitlines()]


def _alike(line: str) -> str:
    """What running heads of all pages have in common."""
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line]
    return [*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]]


def _running(pages: Sequence[Sequence[str]]) -> dict[str, str]:
    """Lines at the edges of a third of the pages, of two at least, and page numbers.

    As they are compared → as first met.
    """
    found: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for page in pages:
        edges = {_alike(line): line.strip() for line in reversed(_edges(page))}
        counted.update(edges.keys())
        found = edges | found
    least = max(2, len(pages) / 3)
    return {
        alike: line
        for alike, line in found.items()
        if counted[alike] >= least or _PAGE_NUMBER.fullmatch(line)
    }


def _without(page: Sequence[str], dropped: dict[str, str]) -> list[str]:
    """The page without its running heads; the same words further inside are text."""
    lines = list(page)
    for step in (1, -1):
        at = 0 if step == 1 else -1
        for _ in range(_EDGE):
            while lines and not lines[at]:
                del lines[at]
            if not lines or _alike(lines[at]) not in dropped:
                break
            del lines[at]
    return lines


def _paragraphs(page: Sequence[str], full: float) -> Iterator[list[str]]:
    """Blocks between blank lines; where a page has none, those that end in a line that is not full."""
    parted = any(not line for line in page)
    block: list[str] = []
    for line in page:
        if block and not parted and len(block[-1]) < full and _ENDS.search(block[-1]):
            yield block
            block = []
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _continues(before: Sequence[str], after: Sequence[str], full: float) -> bool:
    """Whether a paragraph goes on on the next page."""
    if _ENDS.search(before[-1]):
        return False
    return after[0][:1].islower() or len(before[-1]) >= full


def _joined(lines: Sequence[str], words: set[str], told: list[str]) -> str:
    """A paragraph's lines as one; a hyphen stays where the text has it elsewhere."""
    parts = [lines[0]]
    for line in lines[1:]:
        broken, goes_on = _BROKEN.search(parts[-1]), _GOES_ON.match(line)
        if not (broken and goes_on and line[0].islower()):
            parts += [" ", line]
            continue
        parted, whole = f"{broken[1]}-{goes_on[1]}", broken[1] + goes_on[1]
        is_compound = parted.casefold() in words and whole.casefold() not in words
        told.append(parted if is_compound else whole)
        parts[-1] = parts[-1][:-1]
        parts += ["-", line] if is_compound else [line]
    return " ".join("".join(parts).replace("\u00ad", "").split())
