"""The forms of a reference: a full note, a shortened one, an entry of a bibliography."""

from __future__ import annotations

from dossier.cite.chicago.body import body
from dossier.cite.chicago.imprint import addresses
from dossier.cite.chicago.names import heads, listed, noted, together
from dossier.cite.chicago.titles import shortened, titled
from dossier.cite.runs import Run, Runs, capital, closed, join, plain
from dossier.i18n.interface import Interface
from dossier.model import Reference


def note(reference: Reference, words: Interface, paragraph: int = 0) -> Runs:
    """A full note: commas between its parts, and parentheses around where a book was published."""
    made = join(", ", [noted(reference, words), titled(reference, words)])
    for part in body(reference, words, noted=True):
        if part.enclosed and part.runs:
            made = (*made, Run(" ("), *part.runs, Run(")"))
        else:
            made = join(", ", [made, part.runs])
    return closed(join(", ", [made, _pinpoint(words, paragraph), *addresses(reference, words)]))


def entry(reference: Reference, words: Interface) -> Runs:
    """An entry of a bibliography: full stops between its parts."""
    parts = [part.runs for part in body(reference, words, noted=False)]
    sentences = [*parts, *addresses(reference, words)]
    head = [listed(reference, words), titled(reference, words)]
    return closed(join(". ", [*head, *(runs if _is_address(runs) else capital(runs) for runs in sentences)]))


def short(reference: Reference, words: Interface, paragraph: int = 0) -> Runs:
    """A shortened note: also where others write “ibid.”, of family names, short title, paragraph."""
    names = plain(together([family for family, _ in heads(reference, words)], words))
    return closed(join(", ", [names, shortened(reference, words), _pinpoint(words, paragraph)]))


def _is_address(runs: Runs) -> bool:
    return bool(runs and runs[0].url)


def _pinpoint(words: Interface, paragraph: int) -> Runs:
    return plain(words.say("para. {n}", n=paragraph) if paragraph else "")
