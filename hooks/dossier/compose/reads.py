"""What a page is made from: every look-up in the dossier while it is composed and rendered.

Pages look things up in tables, so a page stays the same as long as what it looked up does. Whoever asks
whether something is in a table depends on that alone, whoever goes through a table depends on all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

VALUE, PRESENCE, WHOLE = "value", "presence", "whole"
Read = tuple[str, Hashable, str]
"""A table, a key, and what of it was asked for."""
ROW = ""
"""The key of what is no table but a row of things, which is read as a whole."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Reads:
    """Notes what is read while somebody asks for it, and nothing at other times."""

    def __init__(self) -> None:
        self._scopes: list[set[Read]] = []

    def note(self, table: str, key: Hashable, what: str) -> None:
        """Something was read."""
        if self._scopes:
            self._scopes[-1].add((table, key, what))

    def add(self, reads: Iterable[Read]) -> None:
        """What was read earlier, and is used again."""
        if self._scopes:
            self._scopes[-1].update(reads)

    @contextmanager
    def scope(self) -> Iterator[set[Read]]:
        """What is read within it, which counts as read around it too."""
        found: set[Read] = set()
        self._scopes.append(found)
        try:
            yield found
        finally:
            self._scopes.pop()
            self.add(found)

    def cached(self, make: Callable[..., Value]) -> Callable[..., Value]:
        """A function whose results are kept; whoever uses one has read what it was made from."""
        known: dict[tuple[Hashable, ...], tuple[Value, set[Read]]] = {}

        def of(*arguments: Hashable) -> Value:
            if arguments not in known:
                with self.scope() as found:
                    value = make(*arguments)
                known[arguments] = value, found
            value, found = known[arguments]
            self.add(found)
            return value

        return of


class Table(Mapping[Key, Value]):
    """A table that tells what is read of it."""

    def __init__(self, name: str, of: Mapping[Key, Value], reads: Reads) -> None:
        self._name, self._of, self._reads = name, of, reads

    def __getitem__(self, key: Key) -> Value:
        self._reads.note(self._name, key, VALUE)
        return self._of[key]

    def __contains__(self, key: object) -> bool:
        self._reads.note(self._name, key, PRESENCE)
        return key in self._of

    def __iter__(self) -> Iterator[Key]:
        self._reads.note(self._name, ROW, WHOLE)
        return iter(self._of)

    def __len__(self) -> int:
        self._reads.note(self._name, ROW, WHOLE)
        return len(self._of)


class Row(Sequence[Value]):
    """A row of things that tells when it is read."""

    def __init__(self, name: str, of: Sequence[Value], reads: Reads) -> None:
        self._name, self._of, self._reads = name, of, reads

    def __getitem__(self, place: Any) -> Any:
        self._reads.note(self._name, ROW, WHOLE)
        return self._of[place]

    def __iter__(self) -> Iterator[Value]:
        self._reads.note(self._name, ROW, WHOLE)
        return iter(self._of)

    def __len__(self) -> int:
        self._reads.note(self._name, ROW, WHOLE)
        return len(self._of)
