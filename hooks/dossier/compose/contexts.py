"""Keyword in context: the sentence around each mention, grouped by source, the newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.compose.view import View
from dossier.model import Mention
from dossier.pages import ContextGroup, ContextRow, Target

WIDTH = 140
"""At most so many characters on either side of a mention."""
# A full stop after a single letter is an initial’s, not a sentence’s.
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?…][»”\"')]*\s+(?=[\W\d_]*[^\W\d_])")


def contexts(mentions: Iterable[Mention], view: View) -> tuple[ContextGroup, ...]:
    """The mentions with the words around them."""
    by_source: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_source.setdefault(mention.source, []).append(mention)
    keys = sorted(by_source, key=lambda key: (view.dossier.sources[key].date, key), reverse=True)
    return tuple(_group(key, by_source[key], view) for key in keys)


def _group(key: str, mentions: list[Mention], view: View) -> ContextGroup:
    source = view.dossier.sources[key]
    return ContextGroup(
        source=view.source_link(key),
        date_words=view.words.date(source.date),
        language=source.language,
        rows=tuple(_row(mention, source.paragraph(mention.paragraph).text) for mention in mentions),
    )


def _row(mention: Mention, text: str) -> ContextRow:
    return ContextRow(
        before=before(text, mention.start),
        surface=mention.surface,
        after=after(text, mention.end),
        manner=mention.manner,
        paragraph=mention.paragraph,
        target=Target(f"sources/{mention.source}", f"p{mention.paragraph}"),
    )


def before(text: str, start: int) -> str:
    """The words of the sentence before an offset, cut at a word with an ellipsis where it is long."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    begin = ends[-1] if ends else 0
    if start - begin <= WIDTH:
        return text[begin:start]
    cut = text.find(" ", start - WIDTH, start)
    return "… " + text[cut + 1 if cut >= 0 else start - WIDTH : start]


def after(text: str, end: int) -> str:
    """The words of the sentence after an offset."""
    match = _SENTENCE_END.search(text, end)
    finish = len(text[: match.end()].rstrip()) if match else len(text)
    if finish - end <= WIDTH:
        return text[end:finish]
    cut = text.rfind(" ", end, end + WIDTH)
    return text[end : cut if cut > end else end + WIDTH] + " …"
