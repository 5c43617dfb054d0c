"""References after ГОСТ Р 7.0.5–2008, for Russian readers.

[Б. и.] stands for an unknown publisher, [б. д.] for an unknown date; online items say «Электронный ресурс»
and give the address after «URL:».
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.parts import MOST_AUTHORS, dotted, inverted, known, opening, people
from dossier.cite.runs import Run
from dossier.model import Reference

LANGUAGE = "ru"


def note(reference: Reference, paragraph: int = 0) -> Iterator[Run]:
    """The reference, with the paragraph where one is meant."""
    names = [inverted(family, given) for family, given in people(reference)]
    yield from opening(reference, names, LANGUAGE)
    yield Run(" [Электронный ресурс]")
    if len(names) > MOST_AUTHORS:
        yield Run(f" / {names[0]} [и др.]")
    yield Run(f" // {known(reference, 'publisher') or '[Б. и.]'}")
    date = known(reference, "date")
    yield Run(f". {dotted(date) if date else '[б. д.]'}.")
    if paragraph:
        yield Run(f" Абз. {paragraph}.")
    url = known(reference, "url")
    if url:
        yield Run(" URL: ")
        yield Run(url, url=url)
        accessed = known(reference, "urldate")
        yield Run(f" (дата обращения: {dotted(accessed)})." if accessed else ".")
