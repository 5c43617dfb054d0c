"""What an article has where a quotation should stand: its new place, or the text that looks most like it.

However long an article is, no more of it is looked at than the bounds here allow: a record may hold thousands
of quotations that all fail.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dossier.characters import skeleton
from dossier.check.differences import difference
from dossier.model import Paragraph

_MOST = 20_000
"""Characters of a paragraph that are looked at."""
_LONGEST = 200
"""Characters of a quotation that are compared, and of a text that are shown."""
_ENDS = 6
"""Characters at either end by which it is told where a resembling text begins and ends."""
_NEAR = 30
"""Characters by which a resembling text may be off at either end."""


def nearest(paragraphs: Sequence[Paragraph], number: int, quote: str) -> str:
    """A hint for a quote that does not stand in the paragraph of that number."""
    elsewhere = [str(one.number) for one in paragraphs if quote in one.text]
    if elsewhere:
        return f"these words stand in paragraph {' and '.join(elsewhere[:3])}"
    around = [one for one in paragraphs[max(0, number - 2) : number + 1] if one.number != number]
    named = [*paragraphs[number - 1 : number]]
    for one in (*named, *around):
        found = _alike(one.text[:_MOST], quote)
        if found:
            return _told(found, quote, one.number, number)
    for one, following in pairwise(sorted((*named, *around), key=lambda one: one.number)):
        if _alike(f"{one.text[-_MOST:]}\n\n{following.text[:_MOST]}", quote):
            return f"it begins in paragraph {one.number} and ends in the next; quote them apart"
    for one in (*named, *(one for one in paragraphs if _shares_half(one.text, quote))):
        found, part = _resembling(one.text[:_MOST], quote)
        if found:
            return _told(found, part, one.number, number)
    return "nothing there resembles these words; quote the article letter for letter"


def _told(found: str, quote: str, number: int, wanted: int) -> str:
    place = "" if number == wanted else f", in paragraph {number}"
    shown = found if len(found) <= _LONGEST + 2 * _NEAR else f"{found[:_LONGEST]}…"
    unlike = difference(found, quote)
    return f"nearest text{place}: “{shown}”{f'; {unlike}' if unlike else ''}"


def _alike(text: str, quote: str) -> str:
    """The piece of a text that cannot be told from the quote by eye."""
    look, words = skeleton(text), skeleton(quote).text.strip()
    start = look.text.find(words) if words else -1
    if start < 0:
        return ""
    return text[look.places[start] : look.places[start + len(words) - 1] + 1]


def _shares_half(text: str, quote: str) -> bool:
    """Whether one half of a quote, long enough to say something, stands in a text."""
    half = len(quote) // 2
    return half > _ENDS and (quote[:half] in text or quote[half:] in text)


def _resembling(text: str, quote: str) -> tuple[str, str]:
    """The piece of a text that resembles a part of the quote, and that part: where they begin to differ."""
    part = _where_it_fails(text, quote)
    look, words = skeleton(text), skeleton(part).text.strip()
    start = _beginning(look.text, words)
    if start < 0:
        return "", part
    start, end = _closest(look.text, words[:_ENDS], start), start + len(words) - _ENDS
    end = min(_closest(look.text, words[-_ENDS:], end) + _ENDS, len(look.text))
    end = max(start + 1, end)
    return _whole_words(text, look.places[start], look.places[end - 1] + 1).strip(), part


def _closest(text: str, piece: str, at: int) -> int:
    """Where the piece stands near an offset; the offset itself where it does not."""
    at = min(max(0, at), len(text) - 1)
    before = text.rfind(piece, max(0, at - _NEAR), at + len(piece))
    behind = text.find(piece, at, at + _NEAR)
    return min((one for one in (before, behind) if one >= 0), key=lambda one: abs(one - at), default=at)


def _where_it_fails(text: str, quote: str) -> str:
    """A short quote; of a longer one some words before and behind the first that the text lacks."""
    if len(quote) <= _LONGEST:
        return quote
    most = len(quote) + 1
    stands = bisect_left(range(1, most), True, key=lambda length: quote[:length] not in text)
    start = max(quote.rfind(" ", 0, max(0, stands - _LONGEST // 2)) + 1, stands - _LONGEST)
    end = quote.find(" ", stands + _LONGEST // 2)
    return quote[max(0, start) : min(end if end >= 0 else most, stands + _LONGEST)]


def _beginning(text: str, words: str) -> int:
    """Where the words would begin, to judge by the longest of their halves, quarters … that stands there.

    With one mistake a half is whole, with three a quarter. Negative where not even a twelfth is.
    """
    size = len(words)
    least = max(2, min(4, size // 3), size // 12)
    while (size := (size + 1) // 2) >= least:
        for start in range(0, len(words) - least + 1, size):
            at = text.find(words[start : start + size])
            if at >= 0:
                return max(0, at - start)
    return -1


def _whole_words(text: str, start: int, end: int) -> str:
    """The span, widened to where its first word begins and its last one ends."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    while start > first and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < last and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]
