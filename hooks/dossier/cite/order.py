"""The order of a bibliography."""

from __future__ import annotations

import re

from dossier.cite.parts import known, own_language
from dossier.cite.styles import Style
from dossier.i18n.collation import sort_key
from dossier.i18n.interface import Interface
from dossier.model import Reference

_ARTICLE = re.compile(r"(?:a|an|the) ", re.IGNORECASE)

Collated = tuple[tuple[int, ...], str]


def filing_key(
    reference: Reference, style: Style, words: Interface
) -> tuple[Collated, tuple[Collated, ...], Collated, str]:
    """First author or else title, further authors, title, date, by the alphabet of the reader's language.

    An English article at the beginning of an English title does not count.
    """
    names = [sort_key(name, words.language) for name in style.filed_under(reference, words)]
    title = known(reference, "title")
    if own_language(reference) == "en":
        title = _ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title
    filed = sort_key(title, words.language)
    head, *further = names or [filed]
    return head, tuple(further), filed, known(reference, "date")
