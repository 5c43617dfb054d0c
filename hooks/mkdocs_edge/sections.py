"""The sections' own pages: those of the last build where they would come out the same, else made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.build import Built, Place
from dossier.memo import Memo, digest
from dossier.pages.page import Heading
from mkdocs_edge.ground import Ground


@dataclass(frozen=True, slots=True)
class Section:
    """A section's own page, as much of it as is put into the theme."""

    path: str
    title: str
    description: str
    headings: tuple[Heading, ...]
    head: str
    content: str
    """HTML, as the head is."""


class Sections:
    """Makes each once; without a memo, nothing is known from before."""

    def __init__(self, built: Built, ground: Ground, memo: Memo | None) -> None:
        self._built, self._ground, self._memo = built, ground, memo
        self._found: dict[Place, Section] = {}

    def of(self, language: str) -> Iterator[Section]:
        """All of a language, in their order."""
        return (self._one((language, path)) for path in self._built.pages[language].indexes())

    def _one(self, place: Place) -> Section:
        if place not in self._found:
            self._found[place] = self._known(place) or self._made(place)
        return self._found[place]

    def _known(self, place: Place) -> Section | None:
        """The last build's page, if it would be made again as it is."""
        if self._memo is None:
            return None
        found: Section | None = self._ground.recalled(self._memo.get(self._name(place)))
        return found

    def _made(self, place: Place) -> Section:
        with self._built.index.reads.scope() as reads:
            page = self._built.pages[place[0]][place[1]]
            head, content = self._built.head(page), self._built.fragment(page)
        made = Section(page.path, page.title, page.description, page.headings, head, content)
        if self._memo:
            self._memo.put(self._name(place), self._ground.kept(made, reads))
        return made

    def _name(self, place: Place) -> bytes:
        given = self._ground.of(self._built.pages[place[0]].draft(place[1]).given)
        return digest("section", self._ground.common, place[0].encode(), place[1].encode(), given)
