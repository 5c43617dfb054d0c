"""Which articles can be read in which language: the originals, and what is translated of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.compose.view import View
from dossier.i18n.coverage import State, paragraph_state
from dossier.i18n.names import language_name
from dossier.model import Source
from dossier.pages.translations import ArticleCell, ArticleLanguages, ArticleRow

LISTED = 100
"""So many articles the table names, the newest; all are counted."""
ORIGINAL, WHOLE, PART, NONE = "original", "whole", "part", "none"
READABLE = (State.CURRENT, State.MACHINE)


def article_languages(view: View) -> ArticleLanguages:
    """For each article what of it a reader of each language of the site can read."""
    codes = view.dossier.settings.languages
    rows = [_row(source, codes, view) for source in [*view.dossier.sources.values()][::-1]]
    counts = tuple(
        tuple(Counter(row.cells[place].kind for row in rows)[kind] for kind in (ORIGINAL, WHOLE, PART, NONE))
        for place in range(len(codes))
    )
    return ArticleLanguages(
        codes=tuple(codes),
        names=tuple(view.dossier.settings.language_names[code] for code in codes),
        counts=counts,
        rows=tuple(rows[:LISTED]),
        others=len(rows[LISTED:]),
    )


def _row(source: Source, codes: Iterable[str], view: View) -> ArticleRow:
    return ArticleRow(
        link=view.source_link(source.key),
        language=language_name(source.language, view.language),
        cells=tuple(_cell(source, code, view) for code in codes),
    )


def _cell(source: Source, code: str, view: View) -> ArticleCell:
    total = len(source.paragraphs)
    if code == source.language:
        return ArticleCell(ORIGINAL, total, total)
    found = view.dossier.translations.get((code, source.key))
    written = {one.number: one for one in found.paragraphs} if found else {}
    states = [paragraph_state(written.get(one.number), one.text) for one in source.paragraphs]
    done = sum(state in READABLE for state in states)
    return ArticleCell(WHOLE if done == total else PART if done else NONE, done, total)
