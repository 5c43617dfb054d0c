"""Titles in their own script: whole publications in italics, parts of them in quotation marks."""

from __future__ import annotations

from dataclasses import replace

from dossier.cite.parts import is_supplied, known, own_language, short_title, told, translation
from dossier.cite.runs import CLOSING, Run, Runs, join, plain, text_of
from dossier.i18n.interface import Interface
from dossier.model import Reference

WHOLE = ("book", "collection", "proceedings", "report")
"""Types that are publications of their own."""
_UNMARKED = ("legislation", "manuscript")
"""Acts and archival documents, whose titles stand as they are."""


def titled(reference: Reference, words: Interface) -> Runs:
    """The title with its subtitle, and its translation in brackets."""
    title = ": ".join(filter(None, (known(reference, "title"), known(reference, "subtitle"))))
    return join(" ", [_marked(reference, title, words), translation(reference, "title", words.language)])


def shortened(reference: Reference, words: Interface) -> Runs:
    """A short title; of one in another language, its translation, which the full note has given."""
    translated = text_of(translation(reference, "title", words.language))
    if translated and not known(reference, "shorttitle"):
        return plain(short_title(reference, translated))
    return _marked(reference, short_title(reference, known(reference, "title")), words)


def host(reference: Reference, field: str, words: Interface) -> Runs:
    """A journal, newspaper, book or programme, with its name in the reader's language."""
    name = Run(known(reference, field), italic=True, language=_foreign(reference, words))
    return join(" ", [(name,) if name.text else (), translation(reference, field, words.language)])


def name(reference: Reference, field: str, words: Interface) -> Runs:
    """A name of something as the reader's language has it."""
    return plain(told(reference, field, words.language))


def _marked(reference: Reference, title: str, words: Interface) -> Runs:
    if not title:
        return plain(f"[{words.say('untitled')}]")
    run = Run(title, language=_foreign(reference, words))
    if is_supplied(title) or reference.type in _UNMARKED:
        return (run,)
    if reference.type in WHOLE:
        return (replace(run, italic=True),)
    left, _, right = words.quoted("\0").partition("\0")
    inner = title.replace("“", "‘").replace("”", "’") if right == CLOSING else title
    return (Run(left), replace(run, text=inner), Run(right))


def _foreign(reference: Reference, words: Interface) -> str:
    own = own_language(reference)
    return "" if own == words.language else own
