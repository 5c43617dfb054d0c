"""What the pages of a build stand on: digests of the tables that they look things up in, and of the rest."""

from __future__ import annotations

from functools import cached_property

from dossier.build import Built
from dossier.compose.noted import COMMON, tables
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

    @staticmethod
    def of(given: object) -> bytes:
        """A digest of what a page is made from beside the tables."""
        return packed(given)
