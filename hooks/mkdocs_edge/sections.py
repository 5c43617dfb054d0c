"""The sections' own pages: those of the last build where they would come out the same, else made anew."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass

from dossier.build import Built, Place
from dossier.compose.reads import Read
from dossier.compose.values import Looked
from dossier.memo import Memo, digest
from dossier.pages.page import Page
from mkdocs_edge.ground import Ground


@dataclass(frozen=True, slots=True)
class Kept:
    """A section's page as it was made."""

    looked: Looked
    made_from: bytes
    page: Page
    html: str
    """Its content, without the theme."""


class Sections:
    """Composes and renders each once; without a memo, nothing is known from before."""

    def __init__(self, built: Built, ground: Ground, memo: Memo | None) -> None:
        self._built, self._ground, self._memo = built, ground, memo
        self._pages: dict[Place, Page] = {}
        self._html: dict[Place, str] = {}
        self._reads: dict[Place, set[Read]] = {}

    def pages(self, language: str) -> list[Page]:
        """All of a language, in their order."""
        return [self._page((language, path)) for path in self._built.pages[language].indexes()]

    def fragment(self, page: Page) -> str:
        """The page's content, as it stands at its own address."""
        place = (page.language, page.path)
        if place not in self._html:
            with self._built.index.reads.scope() as reads:
                self._html[place] = self._built.fragment(page)
            self._remember(place, page, reads)
        return self._html[place]

    def _page(self, place: Place) -> Page:
        if place not in self._pages and not self._is_known(place):
            with self._built.index.reads.scope() as self._reads[place]:
                self._pages[place] = self._built.pages[place[0]][place[1]]
        return self._pages[place]

    def _is_known(self, place: Place) -> bool:
        """Whether the last build's page will do, which is then taken over."""
        entry = self._memo.get(self._name(place)) if self._memo else None
        if entry is None:
            return False
        kept: Kept = pickle.loads(zlib.decompress(entry))  # noqa: S301  the memo is sealed
        if kept.made_from != self._ground.values.of(kept.looked):
            return False
        self._pages[place], self._html[place] = kept.page, kept.html
        return True

    def _remember(self, place: Place, page: Page, reads: set[Read]) -> None:
        if self._memo is None:
            return
        looked = self._ground.values.looked(self._reads[place] | reads)
        kept = Kept(looked, self._ground.values.of(looked), page, self._html[place])
        self._memo.put(self._name(place), zlib.compress(pickle.dumps(kept, protocol=5), level=1))

    def _name(self, place: Place) -> bytes:
        given = self._ground.of(self._built.pages[place[0]].draft(place[1]).given)
        return digest("section", self._ground.common, place[0].encode(), place[1].encode(), given)
