"""How a quotation stands in an article's translation, where it can be told which words render it.

Translations are made paragraph by paragraph. Within one, the sentences of original and translation are
taken to follow one another if there are equally many, and if each is about as long as its counterpart: long
sentences are translated by long ones (Gale and Church, “A Program for Aligning Sentences in Bilingual
Corpora”, 1993). Short of that nothing is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.compose.contexts import sentences
from dossier.compose.view import View
from dossier.i18n.coverage import State, paragraph_state
from dossier.model import Quote

RATIO = 2.0
"""A sentence and its translation differ in length by this factor at most."""
SLACK = 20
"""Characters by which short ones may differ in any case."""


def rendering(quote: Quote, view: View) -> str:
    """The sentences of the reader's language that render a quotation.

    Empty where it is in that language already, and where no person has translated the paragraph as it stands.
    """
    translation = view.dossier.translations.get((view.language, quote.source))
    if translation is None:
        return ""
    paragraph = view.index.paragraphs[quote.source, quote.paragraph]
    translated = next((one for one in translation.paragraphs if one.number == quote.paragraph), None)
    if translated is None or paragraph_state(translated, paragraph) is not State.CURRENT:
        return ""
    return aligned(paragraph, quote.start, quote.end, translated.text)


def aligned(original: str, start: int, end: int, translated: str) -> str:
    """The sentences of ``translated`` that stand where ``original`` has those between two offsets."""
    theirs, ours = sentences(original), sentences(translated)
    if len(theirs) != len(ours) or not all(map(_alike, theirs, ours)):
        return ""
    chosen = [two for one, two in zip(theirs, ours, strict=True) if one[0] < end and start < one[1]]
    return translated[chosen[0][0] : chosen[-1][1]].strip() if chosen else ""


def _alike(one: Sequence[int], other: Sequence[int]) -> bool:
    lengths = sorted((one[1] - one[0], other[1] - other[0]))
    return lengths[1] <= lengths[0] * RATIO + SLACK
