"""The quotation lock: a quote stands in its paragraph letter for letter, once or numbered."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from typing import Any

from dossier.model import Paragraph, Quote
from dossier.paragraphs import occurrences
from dossier.problems import Location, Problems


def lock(
    source: str,
    paragraphs: tuple[Paragraph, ...],
    span: Mapping[str, Any],
    where: Location,
    problems: Problems,
) -> Quote | None:
    """The span that ``p``, ``quote`` and ``nth`` name, or None and a problem."""
    number, text, nth = span["p"], span["quote"], span.get("nth")
    if number > len(paragraphs):
        message = f"“{source}” has no paragraph {number}"
        problems.error("unknown-paragraph", where, message, f"it has {len(paragraphs)}")
        return None
    starts = occurrences(paragraphs[number - 1].text, text)
    if not starts:
        message = f"paragraph {number} does not contain “{text}”"
        problems.error("quote-not-found", where, message, _nearest(paragraphs, number, text))
        return None
    if nth is None and len(starts) > 1:
        message = f"“{text}” stands {len(starts)} times in paragraph {number}"
        problems.error("quote-ambiguous", where, message, "quote more words, or add  nth: 1")
        return None
    if nth is not None and nth > len(starts):
        message = f"“{text}” stands only {len(starts)} times in paragraph {number}"
        problems.error("quote-not-found", where, message, f"nth can be 1 to {len(starts)}")
        return None
    start = starts[(nth or 1) - 1]
    return Quote(source, number, start, start + len(text), text)


def _nearest(paragraphs: tuple[Paragraph, ...], number: int, quote: str) -> str:
    """Where the quote stands instead, or the text that looks most like it."""
    elsewhere = [p.number for p in paragraphs if quote in p.text]
    if elsewhere:
        return f"it stands in paragraph {elsewhere[0]}"
    text = paragraphs[number - 1].text
    width = min(len(quote), 200)
    matcher = difflib.SequenceMatcher(None, text[:20_000], quote[:width], autojunk=False)
    match = matcher.find_longest_match()
    start = max(0, match.a - match.b)
    near = _whole_words(text, start, start + width)
    if match.size < min(4, width):
        return "quote it letter for letter"
    return f"nearest text: “{near}”{_difference(text[:20_000], match, quote[:width])}"


def _difference(text: str, match: difflib.Match, quote: str) -> str:
    """What differs first beside the stretch that agrees, by its number in Unicode: it may look the same."""
    if match.b:
        return _first(text[: match.a][::-1], quote[: match.b][::-1])
    return _first(text[match.a + match.size :], quote[match.b + match.size :])


def _first(there: str, here: str) -> str:
    """The first characters of what the article and the quotation have; one may have a character more."""
    if not there or not here:
        return ""
    if there[1:2] == here[:1]:
        return f"; the article has {_named(there[0])} more"
    if here[1:2] == there[:1]:
        return f"; the quotation has {_named(here[0])} more"
    return f"; the article has {_named(there[0])} where the quotation has {_named(here[0])}"


def _named(char: str) -> str:
    name = unicodedata.name(char, "control character").lower()
    return f"U+{ord(char):04X} {name}"


def _whole_words(text: str, start: int, end: int) -> str:
    """The span, widened to where its first word begins and its last one ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]
