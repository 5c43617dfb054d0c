"""Which kind of file an article comes in, and its text."""

from __future__ import annotations

import re

from dossier.intake.printed import FORM_FEED, take_printed
from dossier.intake.taken import TEXT_ALONE, Taken, Untaken
from dossier.intake.web_page import take_page

TEXT, PAGE, PRINTED = "text", "html", "pdf-text"
FORMS = (TEXT, PAGE, PRINTED)
_LARGEST_HEAD = 1000
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|\?xml|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN = {
    b"%PDF-": ("this is a PDF", "take its text first, for example with  pdftotext article.pdf"),
    b"PK\x03\x04": ("this is a document of an office program, or an archive", TEXT_ALONE),
    b"\xd0\xcf\x11\xe0": ("this is a document of an office program", TEXT_ALONE),
    b"{\\rtf": ("this is a document in RTF", TEXT_ALONE),
    b"From: <Saved by": ("this is a web archive (MHTML)", "save the page as HTML alone"),
}
"""First bytes of files that hold an article in a form that is not read → what they are, and a hint."""


def form_of(data: bytes) -> str:
    """The kind of file by its first bytes, or by form feeds between pages; Untaken if it holds no text."""
    for begin, (is_what, hint) in _FOREIGN.items():
        if data.startswith(begin):
            raise Untaken(is_what, hint)
    if _PAGE.match(data[:_LARGEST_HEAD]):
        return PAGE
    return PRINTED if FORM_FEED.encode() in data else TEXT


def take(data: bytes, form: str, language: str) -> Taken:
    """What is in a web page, or in the text of a PDF; Untaken where that is nothing."""
    return take_page(data, language) if form == PAGE else take_printed(data)
