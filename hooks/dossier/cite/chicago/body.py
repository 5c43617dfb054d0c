"""What follows the title of a source, type by type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.cite.chicago.imprint import about_book, dated, edited, in_year, numbered, published
from dossier.cite.chicago.names import by
from dossier.cite.chicago.titles import WHOLE, host, name
from dossier.cite.parts import known, ranged, told
from dossier.cite.runs import Run, Runs, join, plain
from dossier.cite.vocabulary import EDITOR, INTERVIEWER
from dossier.i18n.interface import Interface
from dossier.model import Reference


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of an entry; in a note, words after a comma, or in parentheses."""

    runs: Runs
    enclosed: bool = False


def body(reference: Reference, words: Interface, *, noted: bool) -> Iterator[Part]:
    """The parts of a note, or of an entry, between title and address."""
    date = dated(reference, words)
    match reference.type:
        case "article" if known(reference, "volume") or known(reference, "number"):
            yield Part(_journal(reference, words, noted=noted))
        case "newspaper" | "article":
            yield Part(join(", ", [_hosted(reference, "journaltitle", words), date]))
        case "incollection":
            yield from _chapter(reference, words, noted=noted)
        case "inproceedings" if known(reference, "booktitle"):
            yield from _chapter(reference, words, noted=noted)
        case "inproceedings":
            yield Part(
                join(", ", [_paper(reference, words), name(reference, "venue", words), date]), enclosed=True
            )
        case "thesis":
            kind = _thesis(reference, words)
            university = name(reference, "publisher", words)
            yield Part(join(", ", [kind, university, in_year(reference, words)]), enclosed=True)
        case "interview":
            asked = by(reference, INTERVIEWER, words)
            yield Part(
                plain(words.say("interview by {names}", names=asked) if asked else words.say("interview"))
            )
            hosts = [host(reference, "journaltitle", words), name(reference, "publisher", words)]
            yield Part(join(", ", [*hosts, date]))
        case "broadcast":
            programme = host(reference, "journaltitle", words)
            yield Part(join(", ", [programme, name(reference, "publisher", words), _timed(reference, date)]))
        case "legislation":
            kind = plain(told(reference, "type", words.language))
            yield Part(join(", ", [join(" ", [kind, numbered(reference, "number", words)]), date]))
            yield Part(
                join(", ", [host(reference, "journaltitle", words), numbered(reference, "issue", words)])
            )
        case "manuscript":
            yield Part(date)
            yield Part(
                join(", ", [name(reference, field, words) for field in ("shelfmark", "library", "location")])
            )
        case whole if whole in WHOLE:
            yield from _book(reference, words, noted=noted)
        case _:
            yield Part(plain(words.say("press release") if reference.type == "pressrelease" else ""))
            yield Part(join(", ", [_hosted(reference, "publisher", words), _timed(reference, date)]))


def _hosted(reference: Reference, field: str, words: Interface) -> Runs:
    """The newspaper in italics, or the site as it is; n.p. where nobody knows it."""
    found = name(reference, field, words) if field == "publisher" else host(reference, field, words)
    return found or plain(words.say("n.p."))


def _journal(reference: Reference, words: Interface, *, noted: bool) -> Runs:
    """*Journal* 12, no. 3 (2020): 40–60; a note has the paragraph instead of the pages."""
    volume = join(" ", [_hosted(reference, "journaltitle", words), plain(known(reference, "volume"))])
    number = join(", ", [volume, numbered(reference, "number", words)])
    year = (Run(" ("), *in_year(reference, words), Run(")"))
    pages = plain("" if noted else ranged(known(reference, "pages")))
    return join(": ", [(*number, *year), pages])


def _chapter(reference: Reference, words: Interface, *, noted: bool) -> Iterator[Part]:
    """“in *Book*, ed. Ada Reed (Harbour Press, 2020)”."""
    volume = known(reference, "volume")
    yield Part(
        join(
            ", ",
            [
                join(" ", [plain(words.say("in")), _hosted(reference, "booktitle", words)]),
                plain(words.say("vol. {n}", n=volume) if volume else ""),
                edited(by(reference, EDITOR, words), words, noted=noted),
            ],
        )
    )
    yield Part(published(reference, words), enclosed=True)


def _book(reference: Reference, words: Interface, *, noted: bool) -> Iterator[Part]:
    yield from map(Part, about_book(reference, words, noted=noted))
    yield Part(published(reference, words), enclosed=True)


def _paper(reference: Reference, words: Interface) -> Runs:
    event = told(reference, "eventtitle", words.language)
    return plain(words.say("paper presented at {event}", event=event) if event else words.say("paper"))


def _thesis(reference: Reference, words: Interface) -> Runs:
    kind = told(reference, "type", words.language)
    kinds = {
        "phdthesis": words.say("PhD diss."),
        "mathesis": words.say("master’s thesis"),
        "": words.say("thesis"),
    }
    return plain(kinds.get(kind, kind))


def _timed(reference: Reference, date: Runs) -> Runs:
    return join(", ", [date, plain(known(reference, "time") if known(reference, "date") else "")])
