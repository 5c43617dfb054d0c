"""What the pages of a build stand on: digests of the tables that they look things up in, and of the rest."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from dossier.build import Built
from dossier.compose.noted import COMMON, tables
from dossier.compose.reads import Read
from dossier.compose.values import Values, packed
from dossier.memo import digest
from dossier.unchanged import edition


class Ground:
    """Each worked out when it is first asked for."""

    def __init__(self, built: Built) -> None:
        self._built = built

    @cached_property
    def values(self) -> Values:
        """What the tables hold."""
        return Values(tables(self._built.index))

    @cached_property
    def common(self) -> bytes:
        """A digest of what every page depends on: the program, the settings, the day of the newest source."""
        dossier = self._built.index.dossier
        settings = (getattr(dossier, name) for name in COMMON)
        newest = [cards.newest for cards in self._built.previews.values()]
        parts = [*settings, self._built.site, self._built.spoken, newest]
        return digest("common", edition(), *map(packed, parts))

    def kept(self, value: object, reads: Iterable[Read]) -> bytes:
        """A value as a memo keeps it, with a digest of what the look-ups that it was made by give."""
        looked = self.values.looked(reads)
        return zlib.compress(pickle.dumps((looked, self.values.of(looked), value), protocol=5), level=1)

    def recalled(self, entry: bytes | None) -> Any:
        """The value of an entry, if these look-ups still give the same; else None."""
        if entry is None:
            return None
        looked, made_from, value = pickle.loads(zlib.decompress(entry))  # noqa: S301  the memo is sealed
        return value if made_from == self.values.of(looked) else None

    @staticmethod
    def of(given: object) -> bytes:
        """A digest of what a page is made from beside the tables."""
        return packed(given)
