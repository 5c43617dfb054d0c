"""What a bibliography may say: types of entries, their fields, the persons in them.

The names are those of biblatex (manual 3.20, 2.1 “Entry types” and 2.2 “Entry fields”), whose aliases for
older names are read too. Where biblatex has no type for what a dossier cites, such as a post, there is one
here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

AUTHOR, EDITOR, TRANSLATOR, INTERVIEWER = ROLES = ("author", "editor", "translator", "interviewer")
"""In what capacity persons and organisations are named."""

TYPES: Mapping[str, tuple[str, ...]] = {
    "online": ("publisher", "url"),
    "newspaper": ("journaltitle",),
    "article": ("journaltitle",),
    "book": ("publisher",),
    "collection": ("publisher",),
    "incollection": ("booktitle", "publisher"),
    "proceedings": ("publisher",),
    "inproceedings": (),
    "report": ("publisher",),
    "thesis": ("publisher",),
    "post": ("publisher", "url"),
    "pressrelease": ("publisher", "url"),
    "interview": (),
    "broadcast": ("publisher",),
    "legislation": (),
    "manuscript": ("library",),
    "misc": ("publisher", "url"),
}
"""Type → the fields that an entry of it gives beside ``COMMON``, if only as ``unknown``."""

COMMON = ("title", "author", "date")
"""What every entry gives, if only as ``unknown``; an editor may stand for the author."""

TYPE_ALIASES: Mapping[str, str] = {
    "booklet": "book",
    "conference": "inproceedings",
    "dataset": "misc",
    "electronic": "online",
    "inbook": "incollection",
    "manual": "book",
    "mastersthesis": "thesis",
    "mvbook": "book",
    "mvcollection": "collection",
    "phdthesis": "thesis",
    "software": "misc",
    "techreport": "report",
    "unpublished": "manuscript",
    "www": "online",
}
"""Other names of types → ours."""
THESES: Mapping[str, str] = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
"""An alias that also says which ``type`` of thesis it is, by the key that biblatex has for it."""

FIELD_ALIASES: Mapping[str, str] = {
    "address": "location",
    "institution": "publisher",
    "journal": "journaltitle",
    "organization": "publisher",
    "school": "publisher",
}
"""Other names of fields → ours."""

_FIELDS = """
    title subtitle shorttitle booktitle journaltitle eventtitle venue publisher location library shelfmark
    date time volume number issue pages edition series type handle url urldate archiveurl archivedate doi isbn
    issn language
"""
FIELDS = frozenset(_FIELDS.split())
"""Every field that is put to use."""
TRANSLATED = frozenset({"title", "booktitle", "journaltitle", "eventtitle", "publisher", "type", *ROLES})
"""Fields that may be given in other languages too, as ``title_en``."""
_UNUSED = """
    abstract addendum annotation annote chapter crossref entrysubtype eprint eprinttype file howpublished
    keywords langid month note pagetotal timestamp titleaddon year
"""
UNUSED = frozenset(_UNUSED.split())
"""Fields that other programs write, and of which nothing here is made."""
DATES = ("date", "urldate", "archivedate")
ADDRESSES = ("url", "archiveurl")
VERBATIM = frozenset({*DATES, *ADDRESSES, "doi", "handle"})
"""Fields whose values are no LaTeX (biblatex manual, 2.2.1: date, uri, verbatim)."""

_TRANSLATION = re.compile(r"([a-z]+)_([a-z]{2,3}(?:-[a-z0-9]{2,8})*)")


def base(field: str) -> str:
    """``title`` of ``title_en``; the field itself where it is no translation."""
    match = _TRANSLATION.fullmatch(field)
    return match[1] if match and match[1] in TRANSLATED else field


def names_persons(field: str) -> bool:
    """Whether a field is a list of persons: ``author``, ``editor_en``."""
    return base(field) in ROLES


def is_known(field: str) -> bool:
    """Whether a field has a meaning, or is left alone on purpose."""
    return base(field) in FIELDS | UNUSED or names_persons(field)


STYLES = ("chicago", "gost", "dstu")
"""The citation styles there are; :mod:`dossier.cite.styles` holds them."""
DEFAULT_STYLES: Mapping[str, str] = {"en": "chicago", "ru": "gost", "uk": "dstu"}
"""Language → the style that its readers expect; in every other language it is Chicago."""
