"""A page as the theme's search index wants it: address, title, and every name it may be looked up by."""

from __future__ import annotations

from dossier.pages import EntityBody, Page

BOOST = 8
"""How much more an entity's own page counts than a page that merely mentions its name."""


def document(page: Page, location: str) -> dict[str, object]:
    """One entry of ``search_index.json``; ``location`` is counted from the language's home.

    The text holds the names in all languages and the description. The theme shows title and text as HTML,
    so what would be markup is escaped.
    """
    text = " · ".join([*page.keywords, page.description])
    boost = {"boost": BOOST} if isinstance(page.body, EntityBody) else {}
    return {"location": location, "title": _escaped(page.title), "text": _escaped(text), **boost}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
