"""A page as the theme's search index wants it: address, title, text, and the names it is looked up by."""

from __future__ import annotations

from dossier.pages import EntityBody, Page


def document(page: Page, location: str) -> dict[str, object]:
    """One entry of ``search_index.json``; ``location`` is counted from the language's home.

    An entity's names in all languages are its tags, which the theme weighs above every title, so its own page
    comes before those that merely mention it; as text they also show in the result. The theme shows title
    and text as HTML, so what would be markup is escaped.
    """
    text = " · ".join([*page.keywords, page.description])
    tags = {"tags": [_escaped(name) for name in page.keywords]} if isinstance(page.body, EntityBody) else {}
    return {"location": location, "title": _escaped(page.title), "text": _escaped(text), **tags}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
