"""Which articles can be read in which language: the originals, and what is translated of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dossier.compose.index import Article
from dossier.compose.view import View
from dossier.i18n.coverage import State
from dossier.i18n.names import language_name
from dossier.pages.translations import ArticleCell, ArticleLanguages, ArticleRow

LISTED = 100
"""So many articles the table names, the newest; all are counted."""
ORIGINAL, WHOLE, PART, NONE = "original", "whole", "part", "none"
READABLE = (State.CURRENT, State.MACHINE)


def article_languages(view: View) -> ArticleLanguages:
    """For each article what of it a reader of each language of the site can read."""
    codes = view.dossier.settings.languages
    readable = Counter(
        (one.record, one.language)
        for one in view.index.coverage
        if one.is_paragraph and one.state in READABLE
    )
    rows = [_row(key, codes, readable, view) for key in [*view.index.articles][::-1]]
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


def _row(key: str, codes: Iterable[str], readable: Mapping[tuple[str, str], int], view: View) -> ArticleRow:
    article = view.index.articles[key]
    return ArticleRow(
        link=view.source_link(key),
        language=language_name(article.language, view.language),
        cells=tuple(_cell(article, code, readable.get((f"sources/{key}", code), 0)) for code in codes),
    )


def _cell(article: Article, code: str, done: int) -> ArticleCell:
    total = article.paragraphs
    if code == article.language:
        return ArticleCell(ORIGINAL, total, total)
    return ArticleCell(WHOLE if done == total else PART if done else NONE, done, total)
