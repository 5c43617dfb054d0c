"""The quotation lock: a quote stands in its paragraph letter for letter, once or numbered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.check.nearest import nearest
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
        hint = f"it has {len(paragraphs)}; {nearest(paragraphs, number, text)}"
        problems.error("unknown-paragraph", where, message, hint)
        return None
    starts = occurrences(paragraphs[number - 1].text, text)
    if not starts:
        message = f"paragraph {number} does not contain “{text}”"
        problems.error("quote-not-found", where, message, nearest(paragraphs, number, text))
        return None
    if nth is None and len(starts) > 1:
        message = f"“{text}” stands {len(starts)} times in paragraph {number}"
        problems.error("quote-ambiguous", where, message, "quote more words, or add  nth: 1")
        return None
    if nth is not None and len(starts) == 1:
        message = f"“{text}” stands only once in paragraph {number}, so that nth has nothing to number"
        problems.error("quote-renumbered", where, message, "if this is the one meant, leave  nth  out")
        return None
    if nth is not None and nth > len(starts):
        message = f"“{text}” stands only {len(starts)} times in paragraph {number}"
        problems.error("quote-not-found", where, message, f"nth can be 1 to {len(starts)}")
        return None
    start = starts[(nth or 1) - 1]
    return Quote(source, number, start, start + len(text), text)
