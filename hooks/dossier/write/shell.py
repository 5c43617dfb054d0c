"""The theme around a page, rendered once for a language and section and filled for every page of it.

The theme prints places (``slot``) where the page's own title, description, address, contents and text
belong; filling them is string work, many times cheaper than rendering the theme again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from dossier.pages.page import Heading

SLUG = "dossier-slot-slug"
"""Stands for the last part of the address wherever the theme builds one, which escapes noncharacters."""


def slot(name: str) -> str:
    """A place that the theme prints between noncharacters, which no text may hold and no escaping changes."""
    return f"\ufdd0{name}\ufdd1"


TITLE, DESCRIPTION, HEAD, CONTENT = slot("title"), slot("description"), slot("head"), slot("content")
WINDOW = slot("window")
HEADING_ID, HEADING_TEXT = slot("heading-id"), slot("heading-text")


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered theme page with its places still open."""

    html: str

    def fill(
        self,
        *,
        slug: str,
        title: str,
        window: str,
        description: str,
        headings: Iterable[Heading],
        head: str,
        content: str,
    ) -> str:
        """The whole page. Texts are escaped here; ``head`` and ``content`` are HTML already.

        ``window`` is the title as a browser's window and search engines show it.
        """
        listed = tuple(headings)
        filled = _TOC_ITEM.sub(lambda match: _contents(match[0], listed), self.html)
        values = {
            SLUG: slug,
            TITLE: escape(title),
            WINDOW: escape(window),
            DESCRIPTION: escape(description),
            HEADING_ID: escape(listed[0].id) if listed else "",
            HEAD: head,
            CONTENT: content,
        }
        return _SLOTS.sub(lambda match: values[match[0]], filled)


_TOC_ITEM = re.compile(rf"<li\b(?:(?!<li\b).)*?{HEADING_TEXT}.*?</li>", re.DOTALL)
_SLOTS = re.compile(f"(?<=/){SLUG}(?=[/.])|{TITLE}|{WINDOW}|{DESCRIPTION}|{HEAD}|{CONTENT}|{HEADING_ID}")


def _contents(item: str, headings: tuple[Heading, ...]) -> str:
    """The theme's own list item, once for each heading."""
    return "".join(
        item.replace(HEADING_ID, escape(heading.id)).replace(HEADING_TEXT, escape(heading.text))
        for heading in headings
    )
