"""Records to paste: a line for a source's ``mentions``, the beginning of an entity's file.

Strings are written as JSON, which YAML 1.2 reads as they are.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence

from dossier.model import Kind, Paragraph
from dossier.paragraphs import occurrences


def mention_stub(paragraph: Paragraph, start: int, end: int, entity: str, manner: str = "name") -> str:
    """The decision that a span names an entity, numbered where the words occur several times."""
    quote = paragraph.text[start:end]
    starts = occurrences(paragraph.text, quote)
    nth = f"nth: {bisect_left(starts, start) + 1}, " if len(starts) > 1 else ""
    kept = f"p: {paragraph.number}, quote: {_text(quote)}, {nth}"
    return f"- {{{kept}entity: none}}" if entity == "none" else f"- {{{kept}entity: {entity}, as: {manner}}}"


def entity_stub(id_: str, kind: Kind, name: str, language: str, languages: Sequence[str]) -> str:
    """A file for an entity of which one name is known; what is missing stays empty, and fails a check."""
    names = dict.fromkeys(languages, "") | {language: name}
    lines = [f"# data/{kind.section}/{id_}.yml", "names:"]
    lines += (f"  {code}: {_text(words)}" if words else f"  {code}:" for code, words in names.items())
    lines += ["gender:   # m or f"] if kind.names == "person" else []
    lines += ["summary:", *(f"  {code}:" for code in languages)]
    return "\n".join(lines)


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
