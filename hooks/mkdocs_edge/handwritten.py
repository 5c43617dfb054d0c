"""Hand-written pages: their HTML is cleaned, titles are escaped, macros' pieces put in their places."""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import count

import nh3
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_edge.files import section_pages
from mkdocs_edge.state import State

_TOP = "page-title"
_NUMBERS = count(1)
_ATTRIBUTES = {"*": {"class", "id", "lang", "dir", "title", "aria-label", "role"}} | {
    tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()
}
_ATTRIBUTES["a"] = {"href", "hreflang", "title"}
_ATTRIBUTES["img"] = {"src", "alt", "width", "height", "loading"}
_TAGS = nh3.ALLOWED_TAGS | {"section", "figure", "figcaption", "details", "summary", "mark", "time"}


def prepare(markdown: str, page: MkDocsPage, state: State, language: str) -> str:
    """Escape what the theme prints as it is, on every page through the navigation: title and description."""
    section = section_pages(state, language).get(page.file.url)
    if section is not None:
        page.meta.setdefault("title", section.title)
        page.meta.setdefault("description", section.description)
        # Its table names everything; what the search box should find is the entries' own pages.
        page.meta["search"] = {"exclude": True}
    for field in ("title", "description"):
        if field in page.meta:
            page.meta[field] = escaped(str(page.meta[field]))
    return markdown


def escaped(text: str) -> str:
    """The text as HTML, whether or not somebody has escaped it before."""
    return escape(unescape(text))


def complete(html: str, page: MkDocsPage, state: State, language: str) -> str:
    """The cleaned page with the macros' pieces; a section's page goes on with its register or timeline."""
    page.title = escaped(str(page.title))
    html = _with_pieces(_cleaned(html), state)
    section = section_pages(state, language).get(page.file.url)
    if section is None:
        return html
    if "<h1" not in html:
        # With an id, so that the link that skips the navigation has somewhere to lead.
        html = f'<h1 id="{_TOP}">{page.title}</h1>' + html
        page.toc = TableOfContents([AnchorLink(str(page.title), _TOP, 1), *page.toc])
    listed = [AnchorLink(escape(heading.text), heading.id, 2) for heading in section.headings]
    next(iter(page.toc)).children.extend(listed)
    return html + section.content


def keep(state: State, html: str) -> str:
    """A placeholder for a macro's HTML, which Markdown cannot touch and no page can hold."""
    name = f"\ufdd0{next(_NUMBERS)}\ufdd1"
    state.pieces[name] = html
    return name


def _cleaned(html: str) -> str:
    """Hand-written HTML without scripts, styles, frames and addresses other than http, https, mailto."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_own_pictures,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """No picture from another host, however its address is written."""
    foreign = re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", value, re.IGNORECASE)
    return None if tag == "img" and attribute == "src" and foreign else value


_PIECE = re.compile("<p>\\s*(\ufdd0\\d+\ufdd1)\\s*</p>|(\ufdd0\\d+\ufdd1)")


def _with_pieces(html: str, state: State) -> str:
    """The macros' HTML in its places; a piece that is a paragraph of its own replaces the paragraph."""
    return _PIECE.sub(lambda match: _placed(match, state), html)


def _placed(match: re.Match[str], state: State) -> str:
    piece = state.pieces[match[1] or match[2]]
    return f"<p>{piece}</p>" if match[1] and piece.startswith("<a ") else piece
