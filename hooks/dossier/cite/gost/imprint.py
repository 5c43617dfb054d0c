"""Place, publisher, date, numbers, pages and addresses, as far as a source of its type has them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.dating import dotted, year, year_first
from dossier.cite.gost.convention import Convention
from dossier.cite.gost.terms import Terms, numbered_edition
from dossier.cite.gost.titles import host_of
from dossier.cite.parts import doi, known, link, ranged
from dossier.cite.runs import Run, Runs, capital, join, plain
from dossier.model import Reference


def imprint(reference: Reference, convention: Convention, terms: Terms) -> Iterator[Runs]:
    """Where, by whom and when it was published."""
    match reference.type:
        case "book" | "collection" | "proceedings" | "report" | "incollection":
            yield from _placed(reference, convention, terms, "location", "publisher")
        case "inproceedings" if known(reference, "booktitle"):
            yield from _placed(reference, convention, terms, "location", "publisher")
        case "thesis":
            yield from _placed(reference, convention, terms, "location")
        case "inproceedings":
            yield plain(known(reference, "venue"))
            yield _dated(reference, convention)
        case "manuscript":
            yield plain(ranged(known(reference, "shelfmark")))
        case "legislation":
            in_gazette = known(reference, "journaltitle") and known(reference, "issue")
            yield plain(_year(reference, convention) if in_gazette else "")
        case "article" if known(reference, "volume") or known(reference, "number"):
            yield plain(_year(reference, convention) or convention.no_year)
        case _:
            is_missing = not host_of(reference, convention, terms)
            yield capital(plain(convention.no_publisher if is_missing else ""))
            yield _issued(reference, convention, terms)


def extent(reference: Reference, terms: Terms) -> Iterator[Runs]:
    """Volume, number, pages, series."""
    volume, number, issue = (known(reference, field) for field in ("volume", "number", "issue"))
    is_journal = reference.type == "article"
    numbers = [
        f"{terms.volume} {volume}" if volume else "",
        f"{terms.number} {number}" if number and is_journal else "",
        f"{terms.issue if is_journal else terms.number} {issue}" if issue else "",
    ]
    yield capital(join(", ", map(plain, numbers)))
    pages = known(reference, "pages")
    yield plain(f"{terms.pages} {ranged(pages)}" if pages[:1].isdigit() else pages)
    series = known(reference, "series")
    yield plain(f"({series})" if series else "")


def addresses(reference: Reference, convention: Convention) -> Iterator[Runs]:
    """DOI, address with the day of access, archived copy."""
    if number := doi(reference):
        yield Run("DOI: "), Run(number, url=f"https://doi.org/{number}")
    for label, field, word, when in (
        ("URL", "url", convention.accessed, "urldate"),
        (convention.archived, "archiveurl", convention.archived_on, "archivedate"),
    ):
        url, date = known(reference, field), known(reference, when)
        dated = plain(f" ({word}: {dotted(date, convention.language)})" if date else "")
        yield (Run(f"{label}: "), *link(url), *dated) if url else ()


def _placed(reference: Reference, convention: Convention, terms: Terms, *fields: str) -> Iterator[Runs]:
    """Edition; «М. : Проспект, 2006», what nobody knows in brackets, in one pair where it is all of it."""
    yield plain(numbered_edition(known(reference, "edition"), terms))
    unknown = {"location": convention.no_place, "publisher": convention.no_publisher}
    if any(known(reference, field) for field in fields):
        where = " : ".join(known(reference, field) or unknown[field] for field in fields)
    else:
        where = f"[{' : '.join(unknown[field][1:-1] for field in fields)}]"
    yield capital(plain(f"{where}, {_year(reference, convention) or convention.no_year}"))


def _year(reference: Reference, convention: Convention) -> str:
    date = known(reference, "date")
    return year(date, convention.language, convention.terms.about) if date else ""


def _dated(reference: Reference, convention: Convention) -> Runs:
    """The date in the reader's language, as ГОСТ 7.1 lets single elements be."""
    date = known(reference, "date")
    said = year_first(date, convention.language, convention.terms.about) if date else convention.no_date
    return capital(plain(said))


def _issued(reference: Reference, convention: Convention, terms: Terms) -> Runs:
    """The date, with its hour, and the number of a newspaper: «2025. 28 окт. (№ 87)»."""
    time, number = known(reference, "time"), known(reference, "number")
    hour = f", {time}" if time and known(reference, "date") else ""
    numbered = f" ({terms.number} {number})" if number else ""
    return (*_dated(reference, convention), *plain(hour + numbered))
