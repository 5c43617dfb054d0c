"""What a page's HTML says without a browser: its links, its anchors, its language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin


class Anchor(NamedTuple):
    """A link as it stands in a page."""

    href: str
    classes: frozenset[str]
    rel: frozenset[str]
    hreflang: str


@dataclass
class Markup(HTMLParser):
    """A parsed page."""

    html: str
    language: str = ""
    anchors: list[Anchor] = field(default_factory=list)
    """The ``a`` elements with an address."""
    parts: list[str] = field(default_factory=list)
    """Addresses of what the page consists of: styles, scripts, pictures, alternates."""
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what is wanted from one element."""
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            classes = frozenset(values.get("class", "").split())
            rel = frozenset(values.get("rel", "").split())
            self.anchors.append(Anchor(values["href"], classes, rel, values.get("hreflang", "")))
        if tag == "link" and "href" in values:
            self.parts.append(values["href"])
        if tag in {"script", "img", "source", "iframe", "embed"} and "src" in values:
            self.parts.append(values["src"])

    def links(self, css_class: str = "", rel: str = "") -> list[str]:
        """Addresses of the links with a class or a relation, in the page's order."""
        return [
            anchor.href
            for anchor in self.anchors
            if (not css_class or css_class in anchor.classes) and (not rel or rel in anchor.rel)
        ]

    def alternates(self) -> dict[str, str]:
        """Language → address, as the language switch has them."""
        return {one.hreflang: one.href for one in self.anchors if "md-select__link" in one.classes}


@cache
def parsed(html: str) -> Markup:
    """The page, parsed once."""
    return Markup(html)


def resolved(page: str, href: str) -> tuple[str, str]:
    """The whole address that a link on a page leads to, and the fragment, both as a browser takes them."""
    address, fragment = urldefrag(urljoin(page, href))
    # What stands after «:~:» chooses words to highlight, and is no part of the anchor.
    return address, unquote(fragment.split(":~:")[0])
