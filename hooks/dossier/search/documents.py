"""A page as the theme's search index wants it: address, title, and every name it may be looked up by."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.pages import EntityBody, Page


def document(page: Page, url: str, words: Iterable[str] = ()) -> dict[str, str]:
    """One entry of ``search_index.json``: title, and names in all languages with the description.

    The text is shown as HTML by the theme, so angle brackets and ampersands are escaped.
    """
    names = page.keywords if isinstance(page.body, EntityBody) else ()
    text = " · ".join([*names, page.description, *words])
    return {"location": url, "title": _escaped(page.title), "text": _escaped(text)}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
