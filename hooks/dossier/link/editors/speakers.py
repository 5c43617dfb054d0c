"""Who is likely to have said what stands between quotation marks; for editors to look at.

A guess by closeness: in the sentence around the quotation, behind it before in front of it, the name next to
a verb of saying («сказал», “according to”). Where no such word stands, nobody is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dossier.link.language import language
from dossier.model import Mention

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"(?<=[^\W\d_]{2}|\d[\d»”“\")]|[^\W\d_][»”“\")])[.!?…](?=\s|$)")
"""The end of a sentence; a letter alone before a full stop is an initial."""
_FURTHEST = 200
"""Characters between a quotation and the name of who said it."""


def likely_speaker(
    text: str, quotation: Span, quotations: Collection[Span], named: Sequence[Mention], code: str
) -> str:
    """The entity that a paragraph in a language says this of, among those that it names; empty if unclear."""
    speaking = tuple(language(code).speaking)
    for begin, end in (_behind(text, quotation, quotations), _before(text, quotation, quotations)):
        words = [
            (begin + word.start(), begin + word.end())
            for word in _WORD.finditer(text[begin:end].casefold().replace("ё", "е"))
            if speaking and word[0].startswith(speaking)
        ]
        near = [
            (max(mention.start - last, first - mention.end), mention.start, mention.entity)
            for first, last in words
            for mention in named
            if begin <= mention.start and mention.end <= end
        ]
        if near:
            return min(near)[2]
    return ""


def _behind(text: str, quotation: Span, quotations: Collection[Span]) -> Span:
    """From the quotation to the end of its sentence or to the next quotation."""
    begin = quotation[1] + 1
    end = min([first - 1 for first, _ in quotations if first > begin], default=len(text))
    end = min(end, begin + _FURTHEST)
    stop = re.compile(r"\s*[.!?…]").match(text, begin, end) or _END.search(text, begin, end)
    return begin, stop.start() if stop else end


def _before(text: str, quotation: Span, quotations: Collection[Span]) -> Span:
    """From the beginning of the quotation's sentence, or from the quotation before it."""
    end = quotation[0] - 1
    begin = max([last + 1 for _, last in quotations if last < end], default=0)
    begin = max(begin, end - _FURTHEST)
    stops = [stop.end() for stop in _END.finditer(text, begin, end)]
    return (stops[-1] if stops else begin), end
