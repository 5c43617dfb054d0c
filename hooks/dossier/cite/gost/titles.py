"""Title, other information, responsibility, and the host document after them."""

from __future__ import annotations

from dossier.cite.dating import in_words
from dossier.cite.gost.convention import Convention
from dossier.cite.gost.names import PARTS, responsible, some
from dossier.cite.gost.terms import Terms
from dossier.cite.parts import first_known, known, people, titled, translation
from dossier.cite.runs import Runs, join, plain
from dossier.cite.vocabulary import EDITOR
from dossier.model import Reference

_HOSTS = {
    "newspaper": ("journaltitle",),
    "article": ("journaltitle",),
    "incollection": ("booktitle",),
    "inproceedings": ("booktitle", "eventtitle"),
    "interview": ("journaltitle", "booktitle", "publisher"),
    "broadcast": ("journaltitle", "publisher"),
    "legislation": ("journaltitle",),
    "manuscript": ("library",),
    "book": (),
    "collection": (),
    "proceedings": (),
    "report": (),
    "thesis": (),
}
"""Type → the fields that may name the host; of all others ``publisher`` does."""


def title_area(reference: Reference, convention: Convention, terms: Terms) -> Runs:
    """Title : subtitle : other information / responsibility // host."""
    electronic = reference.type in ("online", "post") or known(reference, "url")
    title = join(
        " ",
        [
            title_of(reference, convention),
            translation(reference, "title", convention.language),
            plain(convention.electronic if electronic else ""),
        ],
    )
    subtitle = titled(reference, "subtitle", convention.language)
    other = join(" : ", [title, subtitle, plain(_other(reference, terms))])
    if reference.type == "manuscript" and known(reference, "date"):
        other = join(", ", [other, plain(_dated(reference, convention.terms))])
    own = join(" / ", [other, plain(responsible(reference, terms))])
    return join(". " if convention.host_in_italics else " // ", [own, host_of(reference, convention, terms)])


def title_of(reference: Reference, convention: Convention) -> Runs:
    """The title as the source has it, or the words for a source without one."""
    return titled(reference, "title", convention.language) or plain(convention.untitled)


def host_of(reference: Reference, convention: Convention, terms: Terms) -> Runs:
    """The journal, book, site or archive that holds the source; empty where nobody knows it."""
    field = first_known(reference, _HOSTS.get(reference.type, ("publisher",)))
    host = titled(reference, field, convention.language, italic=convention.host_in_italics)
    if reference.type == "broadcast" and field == "journaltitle":
        return join(" / ", [host, plain(known(reference, "publisher"))])
    editors = people(reference, EDITOR) if reference.type in PARTS and host else []
    return join(" / ", [host, plain(f"{terms.editor} {some(editors, terms)}" if editors else "")])


def _dated(reference: Reference, terms: Terms) -> str:
    date = known(reference, "date")
    return in_words(date, terms.language, terms.about) if date else ""


def _other(reference: Reference, terms: Terms) -> str:
    """What kind of document it is, where that says something."""
    number, given = known(reference, "number"), known(reference, "type")
    numbered = f"{terms.number} {number}" if number else ""
    match reference.type:
        case "thesis":
            kinds = {"phdthesis": terms.doctoral, "mathesis": terms.masters, "": terms.thesis}
            return kinds.get(given, given)
        case "pressrelease":
            return terms.press_release
        case "interview":
            return terms.interview
        case "report":
            return " ".join(filter(None, (given, numbered)))
        case "legislation":
            dated = _dated(reference, terms)
            dated = f"{terms.dated} {dated}" if dated else ""
            return " ".join(filter(None, (given, dated, numbered)))
        case _:
            return ""
