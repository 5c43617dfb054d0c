"""Keyword in context: the sentence around each mention, grouped by source, the newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from dossier.compose.view import View
from dossier.model import Mention
from dossier.pages.entities import ContextGroup, ContextRow
from dossier.pages.texts import Target

WIDTH = 140
"""At most so many characters on either side of a mention."""
# A full stop after a single letter is an initial’s, not a sentence’s.
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?…][»”\"')]*\s+(?=[\W\d_]*[^\W\d_])")


def contexts(mentions: Iterable[Mention], view: View) -> tuple[ContextGroup, ...]:
    """The mentions with the words around them."""
    by_source: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_source.setdefault(mention.source, []).append(mention)
    keys = sorted(by_source, key=lambda key: (view.index.articles[key].date, key), reverse=True)
    return tuple(_group(key, by_source[key], view) for key in keys)


def _group(key: str, mentions: list[Mention], view: View) -> ContextGroup:
    article = view.index.articles[key]
    return ContextGroup(
        source=view.source_link(key),
        date_words=view.words.date(article.date),
        language=article.language,
        rows=tuple(_row(mention, view) for mention in mentions),
    )


def _row(mention: Mention, view: View) -> ContextRow:
    text = view.index.paragraphs[mention.source, mention.paragraph]
    return ContextRow(
        before=before(text, mention.start),
        surface=mention.surface,
        after=after(text, mention.end),
        manner=mention.manner,
        paragraph=mention.paragraph,
        target=Target(f"sources/{mention.source}", f"p{mention.paragraph}"),
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, the space behind it included."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(pairwise([0, *ends, len(text)]))


def before(text: str, start: int) -> str:
    """The words of the sentence before an offset, cut at a word with an ellipsis where it is long."""
    edge = max(0, start - WIDTH)
    # One character more, so that a sentence that begins with the mention is seen to begin.
    ends = [match.end() for match in _SENTENCE_END.finditer(text, edge, start + 1)]
    if ends or not edge:
        return text[ends[-1] if ends else 0 : start]
    cut = text.find(" ", edge, start)
    return "… " + text[cut + 1 if cut >= 0 else edge : start]


def after(text: str, end: int) -> str:
    """The words of the sentence after an offset."""
    edge = min(len(text), end + WIDTH)
    match = _SENTENCE_END.search(text, end, edge)
    if match or edge == len(text):
        return text[end : match.end() if match else edge].rstrip()
    cut = text.rfind(" ", end, edge)
    return text[end : cut if cut > end else edge] + " …"
