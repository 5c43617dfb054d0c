"""Editions, editors, publishers, dates and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.chicago.names import by, is_edited
from dossier.cite.chicago.titles import name
from dossier.cite.dating import month_first, year
from dossier.cite.parts import doi, known, link, ordinal, told
from dossier.cite.runs import Run, Runs, join, plain
from dossier.cite.vocabulary import EDITOR, TRANSLATOR
from dossier.i18n.interface import Interface
from dossier.model import Reference


def about_book(reference: Reference, words: Interface, *, noted: bool) -> Iterator[Runs]:
    """Editors and translators beside an author, edition, volume, the number of a report."""
    yield edited("" if is_edited(reference) else by(reference, EDITOR, words), words, noted=noted)
    translators = by(reference, TRANSLATOR, words)
    if translators:
        say = words.say
        short = say("trans. {names}", names=translators)
        yield plain(short if noted else say("translated by {names}", names=translators))
    yield _edition(known(reference, "edition"), words)
    volume = known(reference, "volume")
    yield plain(words.say("vol. {n}", n=volume) if volume else "")
    if reference.type == "report":
        yield join(
            " ", [plain(told(reference, "type", words.language)), numbered(reference, "number", words)]
        )


def edited(names: str, words: Interface, *, noted: bool) -> Runs:
    """“ed. Ada Reed” in a note, “edited by Ada Reed” in an entry."""
    if not names:
        return ()
    return plain(
        words.say("ed. {names}", names=names) if noted else words.say("edited by {names}", names=names)
    )


def _edition(edition: str, words: Interface) -> Runs:
    if not edition.isdecimal():
        return plain(edition)
    return plain(words.say("{n} ed.", n=ordinal(int(edition)) if words.language == "en" else edition))


def numbered(reference: Reference, field: str, words: Interface) -> Runs:
    """“no. 12”."""
    number = known(reference, field)
    return plain(words.say("no. {n}", n=number) if number else "")


def published(reference: Reference, words: Interface) -> Runs:
    """Publisher and year; the place is no longer given. Of a report, the whole date."""
    publisher = name(reference, "publisher", words) or plain(words.say("n.p."))
    when = dated(reference, words) if reference.type == "report" else in_year(reference, words)
    return join(", ", [publisher, when])


def dated(reference: Reference, words: Interface) -> Runs:
    """The date, or n.d."""
    date = known(reference, "date")
    return plain(month_first(date, words.language, words.say("ca.")) if date else words.say("n.d."))


def in_year(reference: Reference, words: Interface) -> Runs:
    """The year, or n.d."""
    date = known(reference, "date")
    return plain(year(date, words.language, words.say("ca.")) if date else words.say("n.d."))


def addresses(reference: Reference, words: Interface) -> Iterator[Runs]:
    """The day of access, the DOI or else the address, an archived copy."""
    accessed, saved = known(reference, "urldate"), known(reference, "archivedate")
    url, copy, number = known(reference, "url"), known(reference, "archiveurl"), doi(reference)
    if url and accessed and not number:
        yield plain(words.say("accessed {date}", date=month_first(accessed, words.language)))
    yield link(f"https://doi.org/{number}" if number else url)
    if copy:
        date = month_first(saved, words.language) if saved else ""
        said = words.say("archived {date}, at", date=date) if date else words.say("archived at")
        yield Run(f"{said} "), *link(copy)
