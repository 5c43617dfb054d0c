"""Built pages as a browser reads them: links, ids, texts. By the standard library's parser alone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass(eq=False)
class Element:
    """A tag with its attributes and the text within it."""

    tag: str
    attributes: dict[str, str]
    around: Element | None
    """The element that it stands in."""
    _said: list[str]
    """The pieces of text of the whole page, those within from ``_start`` to ``_end``."""
    _start: int
    _end: int | None = None

    @property
    def text(self) -> str:
        return "".join(self._said[self._start : self._end])

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def inside(self) -> tuple[Element, ...]:
        """The elements around it, the outermost first."""
        return (*self.around.inside, self.around) if self.around else ()

    @property
    def language(self) -> str:
        """What language it says its words are in, or the nearest element around it does."""
        return self.get("lang") or (self.around.language if self.around else "")

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def end(self) -> None:
        """No further text stands within."""
        self._end = len(self._said)


class Reader(HTMLParser):
    """Every element of a page, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[tuple[Element, str]] = []
        """Pieces of text, each with the element that it stands in."""
        self._said: list[str] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        around = self._open[-1] if self._open else None
        attributes = {name: value or "" for name, value in attrs}
        found = Element(tag, attributes, around, self._said, len(self._said))
        self.elements.append(found)
        if tag in VOID:
            found.end()
        else:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        while any(element.tag == tag for element in reversed(self._open)):
            closed = self._open.pop()
            closed.end()
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        self._said.append(data)
        if self._open:
            self.texts.append((self._open[-1], data))


def _read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@lru_cache(maxsize=512)
def elements(html: str) -> tuple[Element, ...]:
    """The elements of a page or a piece of one."""
    return tuple(_read(html).elements)


def texts(html: str) -> list[tuple[Element, str]]:
    """The pieces of text of a page, each with the element that it stands in."""
    return _read(html).texts


def stripped(html: str) -> str:
    """The text of some HTML without its tags."""
    return elements(f"<body>{html}</body>")[0].text


@dataclass(frozen=True)
class Page:
    """A built page and where it stands."""

    file: str
    """From the site's root: ``ru/people/index.html``."""
    html: str

    @property
    def url(self) -> str:
        """The address under which a server shows it."""
        return self.file.removesuffix("index.html")

    def all(self, tag: str = "", class_: str = "") -> Iterator[Element]:
        """The elements of a tag, or with a class."""
        for element in elements(self.html):
            if (not tag or element.tag == tag) and (not class_ or class_ in element.classes):
                yield element

    def ids(self) -> list[str]:
        return [element.get("id") for element in self.all() if "id" in element.attributes]

    def links(self) -> Iterator[str]:
        """Whatever the page leads to or loads."""
        for element in self.all():
            for name in ("href", "src"):
                if element.tag != "base" and element.get(name):
                    yield element.get(name)

    def metas(self) -> dict[str, str]:
        return {element.get("name"): element.get("content") for element in self.all("meta")}


def pages(folder: Path) -> dict[str, Page]:
    """File → page, for every HTML file of a site."""
    found = sorted(path for path in folder.rglob("*.html"))
    return {
        name: Page(name, path.read_text(encoding="utf-8"))
        for path in found
        for name in [path.relative_to(folder).as_posix()]
    }


def target(page: Page, link: str, base: str = "/") -> tuple[str, str] | None:
    """The path and fragment that a link leads to when the site stands at ``base``; None outside of it."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    here = base + page.url
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path)))
        if parts.path
        else here
    )
    if parts.path.rpartition("/")[2] in ("", ".", "..") and parts.path:
        path = path.rstrip("/") + "/"
    return path, unquote(parts.fragment)
