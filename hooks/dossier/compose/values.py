"""Whether what a page was made from is still the same: digests of what its look-ups give now.

A read is kept as the number of its table and key, so that of a page that looked up a thousand rows eight
kilobytes are remembered, and comparing them takes no Python for each.
"""

from __future__ import annotations

import io
import pickle
from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from dossier.compose.noted import Tables
from dossier.compose.reads import PRESENCE, WHOLE, Read
from dossier.memo import digest

_BYTES = 8
"""Of a number; that two of a million rows have the same one has a chance of 1 in 40 million."""
_ABSENT = digest("absent")


@dataclass(frozen=True, slots=True)
class Looked:
    """What a page looked up: numbers of rows, as unsigned 64-bit integers in order, and names of tables."""

    rows: bytes
    presence: bytes
    """Rows of which it only asked whether they are there."""
    whole: tuple[str, ...]
    """Tables that it went through."""


class Values:
    """Digests of what stands in the tables, each worked out once."""

    def __init__(self, of: Tables) -> None:
        self._tables = of
        self._numbers: dict[tuple[str, Hashable], int] = {}
        self._rows = _Rows(of)
        self._whole: dict[str, bytes] = {}

    def looked(self, reads: Iterable[Read]) -> Looked:
        """The same whatever order they were made in."""
        rows: list[int] = []
        presence: list[int] = []
        whole: list[str] = []
        for table, key, what in reads:
            if what == WHOLE:
                whole.append(table)
            else:
                (presence if what == PRESENCE else rows).append(self._number(table, key))
        return Looked(_packed(rows), _packed(presence), tuple(sorted(whole)))

    def of(self, looked: Looked) -> bytes:
        """One digest of all that these look-ups give now."""
        there = bytes(map(self._rows.known.__contains__, _numbers(looked.presence)))
        rows = map(self._rows.__getitem__, _numbers(looked.rows))
        return digest("reads", b"".join(rows), there, *map(self._of_whole, looked.whole))

    def _number(self, table: str, key: Hashable) -> int:
        if (table, key) not in self._numbers:
            self._numbers[table, key] = number(table, key)
        return self._numbers[table, key]

    def _of_whole(self, table: str) -> bytes:
        if table not in self._whole:
            rows = self._tables.get(table, {})
            self._whole[table] = digest("whole", *map(packed, rows.items()))
        return self._whole[table]


class _Rows(dict[int, bytes]):
    """Number of a row → a digest of what stands there, as long for a row that is not there."""

    def __init__(self, of: Tables) -> None:
        super().__init__()
        self.known: Mapping[int, Any] = {
            number(table, key): value for table, rows in of.items() for key, value in rows.items()
        }

    def __missing__(self, row: int) -> bytes:
        made = packed(self.known[row]) if row in self.known else _ABSENT
        self[row] = made
        return made


def number(table: str, key: Hashable) -> int:
    """The number of a row, the same in every process and build."""
    named = blake2b(f"{table}\0{key!r}".encode(), digest_size=_BYTES)
    return int.from_bytes(named.digest(), "little")


def packed(value: object) -> bytes:
    """A digest of a record by its contents, however often parts of it occur in it."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.fast = True  # without references from one part to another, which differ from build to build
    pickler.dispatch_table = _REDUCED
    pickler.dump(value)
    return digest("value", written.getvalue())


class _Reduced(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """Class → how a record of it is taken apart, at a tenth of what dataclasses' own way costs."""

    def __missing__(self, of: type) -> Callable[[Any], tuple[Any, ...]]:
        if not is_dataclass(of):
            raise KeyError(of)
        values = attrgetter(*(field.name for field in fields(of)), "__class__")
        self[of] = made = lambda record: (of, values(record))
        return made


_REDUCED = _Reduced()


def _packed(numbers: Iterable[int]) -> bytes:
    return array("Q", sorted(numbers)).tobytes()


def _numbers(rows: bytes) -> array[int]:
    return array("Q", rows)
