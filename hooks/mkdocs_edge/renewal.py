"""Which pages of the last build this one would make again byte for byte, so that they need not be made.

With each page it is kept what it was made from (:mod:`dossier.compose.reads`), a digest of all that, a digest
of its HTML, and what search finds on it. A page is taken over if what it was made from is the same, and if
the published site still holds the HTML that was made; in every other case it is made anew.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.build import Built, Place
from dossier.compose.noted import COMMON, Tables, tables
from dossier.compose.reads import PRESENCE, VALUE, Read
from dossier.memo import Memo, digest
from dossier.search.documents import Document
from dossier.unchanged import edition
from dossier.write.shell import Shell


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a page as it was made."""

    reads: tuple[Read, ...]
    made_from: bytes
    html: bytes
    """A digest of it."""
    document: Document | None


class Renewal:
    """The pages of the last build, as far as they are still those of this one."""

    def __init__(self, built: Built, shells: Mapping[Place, Shell], memo: Memo, published: Path) -> None:
        self._built, self._memo, self._published = built, memo, published
        self._values = Values(tables(built.index))
        settings = (getattr(built.index.dossier, name) for name in COMMON)
        newest = [cards.newest for cards in built.previews.values()]
        self._common = digest(
            "common", edition(), *map(packed, [*settings, built.site, built.spoken, newest])
        )
        self._shells = {place: digest("shell", shell.html.encode()) for place, shell in shells.items()}

    def unchanged(self, place: Place) -> tuple[bytes, Document | None] | None:
        """The page's HTML and what search finds on it, if it would be made again as it is."""
        name = self._name(place)
        known = self._memo.get(name) if name else None
        if known is None:
            return None
        kept: Kept = pickle.loads(zlib.decompress(known))  # noqa: S301  the memo is sealed
        if kept.made_from != self._values.of(kept.reads):
            return None
        try:
            html = (self._published / self._built.site.file(*place)).read_bytes()
        except OSError:
            return None
        return (html, kept.document) if digest("html", html) == kept.html else None

    def packed(self, html: bytes, document: Document | None, reads: Iterable[Read]) -> bytes:
        """A page as it is remembered; independent of the process that made it."""
        ordered = tuple(sorted(reads, key=repr))
        kept = Kept(ordered, self._values.of(ordered), digest("html", html), document)
        return zlib.compress(pickle.dumps(kept, protocol=5), level=1)

    def remember(self, place: Place, entry: bytes) -> None:
        """Keep a page's entry for the next build."""
        name = self._name(place)
        if name:
            self._memo.put(name, entry)

    def _name(self, place: Place) -> bytes | None:
        """By what is the same for all pages of a section, and by the page's neighbours."""
        language, path = place
        draft = self._built.pages[language].draft(path)
        if draft.given is None:
            return None
        shell = self._shells[language, path.partition("/")[0]]
        return digest("page", self._common, shell, language.encode(), path.encode(), packed(draft.given))


class Values:
    """Digests of what stands in the tables, each worked out once."""

    def __init__(self, of: Tables) -> None:
        self._tables = of
        self._known: dict[Read, bytes] = {}

    def of(self, reads: Iterable[Read]) -> bytes:
        """One digest of all that these look-ups give now."""
        return digest("reads", *map(self._of, reads))

    def _of(self, read: Read) -> bytes:
        if read not in self._known:
            self._known[read] = self._worked_out(*read)
        return self._known[read]

    def _worked_out(self, table: str, key: Any, what: str) -> bytes:
        rows = self._tables.get(table, {})
        if what == PRESENCE:
            return b"in" if key in rows else b"out"
        if what == VALUE:
            return packed(rows[key]) if key in rows else b""
        return digest("whole", *map(packed, rows.items()))


def packed(value: object) -> bytes:
    """A digest of a record by its contents, however often parts of it occur in it."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.fast = True  # without references from one part to another, which differ from build to build
    pickler.dump(value)
    return digest("value", written.getvalue())
