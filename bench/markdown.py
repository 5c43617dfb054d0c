"""The pages of a built site as Markdown, with headings, texts and links, for generators that read that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = {*_HEADINGS, "p", "li", "ol", "ul", "dl", "dt", "dd", "div", "section", "table", "tr", "figure"}
_BLOCKS |= {"blockquote", "aside", "header", "footer", "details", "summary", "figcaption", "article"}
_CELLS = {"td", "th"}
_LEFT_OUT = {"template", "svg", "script", "style", "nav", "form", "select", "button", "noscript"}
"""Pictures, controls and previews, which Markdown cannot say."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|{}])")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another page."""

    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Article:
    """A page as any generator could be given it."""

    language: str
    path: str
    """Within its language, without slashes around it; empty for the home page."""
    title: str
    parts: tuple[str | Link, ...]
    has_pages: bool
    """Whether others lie below it."""

    def file(self, index: str) -> str:
        """Its file within its language, where ``index`` names a folder's own page."""
        return join(self.path, f"{index}.md") if self.has_pages else f"{self.path}.md"

    def text(self, address: Callable[[str], str]) -> str:
        """Its Markdown; ``address`` says how to link to a page of the same language, by its path."""
        return "".join(
            f"[{part.words}]({address(part.to)})" if isinstance(part, Link) else part for part in self.parts
        )


def articles(site: Path, homes: Mapping[str, str]) -> list[Article]:
    """All pages of the languages, which are given with the addresses of their homes (``ru/``, or empty)."""
    found = []
    for language, home in homes.items():
        others = {one.rstrip("/") for one in homes.values() if one and one != home}
        top = site / home
        files = sorted(file for file in top.rglob("index.html"))
        own = [file for file in files if file.relative_to(top).parts[0] not in others]
        paths = {file.parent.relative_to(top).as_posix().removeprefix(".") for file in own}
        parents = {"", *(path.rpartition("/")[0] for path in paths)}
        for file in own:
            path = file.parent.relative_to(top).as_posix().removeprefix(".")
            reader = _Reader(path, paths)
            reader.feed(file.read_text(encoding="utf-8"))
            parts = tuple(_tidy(reader.parts))
            found.append(Article(language, path, reader.title, parts, path in parents))
    return found


class _Reader(HTMLParser):
    """Collects what stands in the page's ``<article>``."""

    def __init__(self, path: str, paths: set[str]) -> None:
        super().__init__()
        self.title = ""
        self.parts: list[str | Link] = []
        self._path, self._paths = path, paths
        self._inside = False
        self._left_out: list[str] = []
        self._link: tuple[str, list[str]] | None = None
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._in_title = self._in_title or (tag == "title" and not self.title)
        if tag == "article":
            self._inside = True
        elif tag in _LEFT_OUT:
            self._left_out.append(tag)
        elif tag in _BLOCKS:
            self._block(tag)
        elif tag in _CELLS:
            self._add(" ")
        elif tag == "a" and not self._left_out:
            to = self._target(dict(attrs).get("href") or "")
            self._link = (to, []) if to is not None else None

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif self._left_out and tag == self._left_out[-1]:
            self._left_out.pop()
        elif tag == "article":
            self._inside = False
        elif tag == "a" and self._link is not None:
            to, words = self._link
            self._link = None
            self._add(Link(" ".join("".join(words).split()), to))
        elif tag in _BLOCKS:
            self._add("\n\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += " ".join(data.split())
        text = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data))
        if self._link is not None:
            self._link[1].append(text)
        else:
            self._add(text)

    def _block(self, tag: str) -> None:
        self._add("\n\n" + (f"{_HEADINGS[tag]} " if tag in _HEADINGS else "- " if tag == "li" else ""))

    def _add(self, part: str | Link) -> None:
        if self._inside and not self._left_out:
            self.parts.append(part)

    def _target(self, href: str) -> str | None:
        """The path of the page that is linked to, if it is another of this language."""
        if not href or href.startswith("#") or ":" in href:
            return None
        path = normpath(join(self._path, href.partition("#")[0])).removeprefix(".").strip("/")
        return path if path in self._paths else None


def _tidy(parts: Sequence[str | Link]) -> Iterator[str | Link]:
    """The parts with no more empty lines than there must be, and no line that is indented by accident."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        yield _lines(text)
        yield part
        text = ""
    yield _lines(text) + "\n"


def _lines(text: str) -> str:
    return re.sub(r"\s*\n\s*", "\n\n", text)
