"""References after ДСТУ 8302:2015, for Ukrainian readers.

[Б. в.] stands for an unknown publisher, [б. д.] for an unknown date.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.parts import MOST_AUTHORS, dotted, inverted, known, opening, people
from dossier.cite.runs import Run
from dossier.model import Reference

LANGUAGE = "uk"


def note(reference: Reference, paragraph: int = 0) -> Iterator[Run]:
    """The reference, with the paragraph where one is meant."""
    names = [inverted(family, given) for family, given in people(reference)]
    yield from opening(reference, names, LANGUAGE)
    if len(names) > MOST_AUTHORS:
        yield Run(f" / {names[0]} та ін")
    yield Run(". ")
    yield Run(known(reference, "publisher") or "[Б. в.]", italic=bool(known(reference, "publisher")))
    date = known(reference, "date")
    yield Run(f". {dotted(date) if date else '[б. д.]'}.")
    if paragraph:
        yield Run(f" Абз. {paragraph}.")
    url = known(reference, "url")
    if url:
        yield Run(" URL: ")
        yield Run(url, url=url)
        accessed = known(reference, "urldate")
        yield Run(f" (дата звернення: {dotted(accessed)})." if accessed else ".")
