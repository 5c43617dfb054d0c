"""COinS: OpenURL ContextObjects in spans, by which reference managers find every work a page lists.

After ANSI/NISO Z39.88-2004 in its key/encoded-value form, with the Dublin Core format
(``info:ofi/fmt:kev:mtx:dc``), whose ``rft.type`` says Zotero's own item type; journal articles, books and
theses have formats of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from dossier.cite.parts import people
from dossier.exports.works import Work

_BOOKS: Mapping[str, str] = {
    "book": "book",
    "bookSection": "bookitem",
    "conferencePaper": "proceeding",
    "report": "report",
}
"""Zotero's type → the genre in the format of books."""

_FORMATS = {*_BOOKS, "journalArticle", "thesis"}
"""Types that have a format of their own, other than Dublin Core."""


def coins(work: Work) -> str:
    """The ContextObject, for the ``title`` of a ``span`` of the class ``Z3988``."""
    pairs = [("ctx_ver", "Z39.88-2004"), *_described(work), *_common(work)]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs if value)


def _described(work: Work) -> Iterator[tuple[str, str]]:
    """Format, genre and titles, which each format names in its own way."""
    type_ = work.genre.zotero
    if type_ == "journalArticle":
        yield from _format("journal", "article")
        yield from (("rft.atitle", work.title), ("rft.jtitle", work.container))
    elif type_ in _BOOKS:
        yield from _format("book", _BOOKS[type_])
        part = type_ in ("bookSection", "conferencePaper")
        yield from (
            (("rft.atitle", work.title), ("rft.btitle", work.container))
            if part
            else (("rft.btitle", work.title),)
        )
    elif type_ == "thesis":
        yield from _format("dissertation", "")
        yield from (("rft.title", work.title), ("rft.inst", work.field("publisher")))
    else:
        yield from _format("dc", "")
        yield from (("rft.type", type_), ("rft.title", work.title), ("rft.source", work.container))


def _format(name: str, genre: str) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{name}"
    yield "rft.genre", genre


def _common(work: Work) -> Iterator[tuple[str, str]]:
    author = "rft.creator" if work.genre.zotero not in _FORMATS else "rft.au"
    for family, given in people(work.reference):
        yield author, f"{family}, {given}" if given else family
    doi, url = work.field("doi"), work.field("url")
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", url
    yield "rft.publisher", work.field("publisher")
    yield "rft.place", work.field("location")
    yield "rft.date", work.field("date")
    yield "rft.volume", work.field("volume")
    yield "rft.issue", work.field("number")
    yield "rft.pages", work.field("pages")
    yield "rft.isbn", work.field("isbn")
    yield "rft.issn", work.field("issn")
    yield "rft.language", work.field("language")
