"""What a reference is to other programs: its type in their words, and what of it they ask for.

The names are those of CSL 1.0.2 (appendix III, types), of the RIS format of 2011 and of Zotero's item types,
which its translators take from Dublin Core and OpenURL as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.cite.parts import known
from dossier.model import Reference


@dataclass(frozen=True, slots=True)
class Genre:
    """A type of works, as CSL, RIS and Zotero call it."""

    csl: str
    ris: str
    zotero: str
    note: str = ""
    """What the type is called in words, where none of these has one of its own for it."""
    outlet: bool = False
    """Whether whoever publishes it is what it appears in, such as a news site."""


NEWS = Genre("article-newspaper", "NEWS", "newspaperArticle", outlet=True)

GENRES: Mapping[str, Genre] = {
    "online": Genre("webpage", "ELEC", "webpage", outlet=True),
    "newspaper": NEWS,
    "article": Genre("article-journal", "JOUR", "journalArticle"),
    "book": Genre("book", "BOOK", "book"),
    "collection": Genre("book", "EDBOOK", "book"),
    "incollection": Genre("chapter", "CHAP", "bookSection"),
    "proceedings": Genre("book", "CONF", "book"),
    "inproceedings": Genre("paper-conference", "CPAPER", "conferencePaper"),
    "report": Genre("report", "RPRT", "report"),
    "thesis": Genre("thesis", "THES", "thesis"),
    "post": Genre("post", "BLOG", "forumPost", outlet=True),
    "pressrelease": Genre("report", "RPRT", "report", "Press release"),
    "interview": Genre("interview", "PCOMM", "interview", "Interview"),
    "broadcast": Genre("broadcast", "MPCT", "tvBroadcast", "Broadcast", outlet=True),
    "legislation": Genre("legislation", "STAT", "statute"),
    "manuscript": Genre("manuscript", "MANSCPT", "manuscript"),
    "misc": Genre("document", "GEN", "document"),
}
"""Type of entry → what it is elsewhere."""

_THESES = {"phdthesis": "PhD thesis", "mathesis": "Master’s thesis"}


@dataclass(frozen=True, slots=True)
class Work:
    """A reference and its type; empty texts are what nobody knows."""

    reference: Reference
    genre: Genre

    def field(self, name: str) -> str:
        """A field's text on one line."""
        return " ".join(known(self.reference, name).split())

    @property
    def title(self) -> str:
        """Title and subtitle; a supplied one keeps its brackets."""
        return ": ".join(part for part in (self.field("title"), self.field("subtitle")) if part)

    @property
    def container(self) -> str:
        """The newspaper, journal, book or site that it appears in."""
        found = self.field("journaltitle") or self.field("booktitle")
        return found or (self.field("publisher") if self.genre.outlet else "")

    @property
    def kind(self) -> str:
        """What sort of its type it is, in words: “PhD thesis”."""
        stated = self.field("type")
        return _THESES.get(stated, stated) or self.genre.note


def work_of(reference: Reference, *, article: bool = False) -> Work:
    """The work that a reference describes.

    An ``article`` of the dossier is news, even if its entry says no more than that it was found online.
    """
    plain = GENRES.get(reference.type, GENRES["misc"])
    return Work(reference, NEWS if article and reference.type == "online" else plain)
