"""Which pages of the last build this one would make again byte for byte, so that they need not be made.

With each page it is kept what it was made from (:mod:`dossier.compose.reads`), a digest of all that, a digest
of its HTML, and what search finds on it. A page is taken over if what it was made from is the same, and if
the published site still holds the HTML that was made; in every other case it is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.build import Built, Place
from dossier.compose.reads import Read
from dossier.memo import Memo, digest
from dossier.search.documents import Document
from dossier.write.shell import Shell
from mkdocs_edge.ground import Ground


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a page as it was made."""

    html: bytes
    """A digest of it."""
    document: Document | None


class Renewal:
    """The pages of the last build, as far as they are still those of this one."""

    def __init__(
        self, built: Built, ground: Ground, shells: Mapping[Place, Shell], memo: Memo, published: Path
    ) -> None:
        self._built, self._ground, self._memo, self._published = built, ground, memo, published
        self._shells = {place: digest("shell", shell.html.encode()) for place, shell in shells.items()}

    def unchanged(self, place: Place) -> tuple[bytes, Document | None] | None:
        """The page's HTML and what search finds on it, if it would be made again as it is."""
        kept: Kept | None = self._ground.recalled(self._memo.get(self._name(place)))
        if kept is None:
            return None
        try:
            html = (self._published / self._built.site.file(*place)).read_bytes()
        except OSError:
            return None
        return (html, kept.document) if digest("html", html) == kept.html else None

    def packed(self, html: bytes, document: Document | None, reads: Iterable[Read]) -> bytes:
        """A page as it is remembered; independent of the process that made it."""
        return self._ground.kept(Kept(digest("html", html), document), reads)

    def remember(self, place: Place, entry: bytes) -> None:
        """Keep a page's entry for the next build."""
        self._memo.put(self._name(place), entry)

    def _name(self, place: Place) -> bytes:
        """By what is the same for all pages of a section, and by what only this one is made from."""
        language, path = place
        shell = self._shells[language, path.partition("/")[0]]
        given = self._ground.of(self._built.pages[language].draft(path).given)
        return digest("page", self._ground.common, shell, language.encode(), path.encode(), given)
