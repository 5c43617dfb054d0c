"""Notes after The Chicago Manual of Style, 18th edition, for English readers.

The title stays in its script, with a translation in brackets; n.p. stands for an unknown publisher.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.parts import known, own_language, people, translated_title
from dossier.cite.runs import Run
from dossier.i18n.dates import say_date
from dossier.model import Reference

LANGUAGE = "en"


def note(reference: Reference, paragraph: int = 0) -> Iterator[Run]:
    """The reference as a note, with the paragraph where one is meant."""
    names = [f"{given} {family}".strip() for family, given in people(reference)]
    if names:
        yield Run(_joined(names) + ", ")
    title, own = known(reference, "title"), own_language(reference)
    supplied = title.startswith("[")
    yield Run(title if supplied else f"“{title}”", language="" if own == LANGUAGE else own)
    translated = translated_title(reference, LANGUAGE)
    if translated and own != LANGUAGE:
        yield Run(f" [{translated}]")
    yield Run(f", {known(reference, 'publisher') or 'n.p.'}")
    date = known(reference, "date")
    yield Run(f", {say_date(date, LANGUAGE) if date else 'n.d.'}")
    if paragraph:
        yield Run(f", para. {paragraph}")
    url = known(reference, "url")
    if url:
        yield Run(", ")
        yield Run(url, url=url)
    # “n.d.” brings its own full stop.
    yield Run("." if date or paragraph or url else "")


def _joined(names: list[str]) -> str:
    if len(names) > 3:
        return f"{names[0]} et al."
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
