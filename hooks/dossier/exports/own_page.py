"""A page of the dossier as a reference of its own, for readers who cite it.

It has no author, since the site names none, and no date: what is known of a page changes with every
source, so the reader adds the day of reading, which each style asks for anyway.
"""

from __future__ import annotations

from dossier.cite.styles import style_of
from dossier.exports.references import enclosed
from dossier.exports.works import work_of
from dossier.i18n.interface import Interface
from dossier.model import Reference, Settings
from dossier.pages.page import Page
from dossier.pages.references import Cited
from dossier.problems import Location


def page_reference(page: Page, site_name: str, url: str) -> Reference:
    """The page as an online work; an empty ``url`` is one that nobody has said."""
    fields = {
        "title": page.cited_as or page.title,
        "publisher": site_name,
        "url": url,
        "language": page.language,
    }
    key = f"{page.path.replace('/', '-')}-{page.language}"
    return Reference(
        key, "online", {name: value for name, value in fields.items() if value}, {}, Location("")
    )


def cited(page: Page, settings: Settings, url: str, words: Interface) -> Cited:
    """How the page is cited in its own language, and as files."""
    reference = page_reference(page, settings.site_names[page.language], url)
    note = style_of(page.language, settings.citations).note(reference, words, 0)
    return Cited(note, enclosed([work_of(reference)], reference.key))
