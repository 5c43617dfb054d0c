"""What was worked out before: results of pure functions, under digests of all that they depend on.

A memo is handed to a stage, which asks it before it works something out. Where memos come from and go to is
for :mod:`~dossier.cache`; without one, everything is worked out anew and comes out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

DIGEST_SIZE = 16


def digest(what: str, *parts: bytes) -> bytes:
    """Names a result by what it is and what it depends on; no two lists of parts run into one another."""
    made = blake2b(what.encode(), digest_size=DIGEST_SIZE)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()


@dataclass(slots=True)
class Memo:
    """Results known from before, and those that were asked for in this run."""

    known: Mapping[bytes, bytes] = field(default_factory=dict)
    made: dict[bytes, bytes] = field(default_factory=dict)
    """What was not known."""
    used: set[bytes] = field(default_factory=set)

    def get(self, name: bytes) -> bytes | None:
        """The result of that digest, if it is known."""
        self.used.add(name)
        return self.known.get(name) if name in self.known else self.made.get(name)

    def put(self, name: bytes, result: bytes) -> None:
        """Remember a result."""
        self.made[name] = result

    def recall(self, name: bytes, make: Callable[[], bytes]) -> bytes:
        """The result of that digest, made if it is not known."""
        result = self.get(name)
        if result is None:
            result = make()
            self.put(name, result)
        return result

    def keep(self, names: Iterable[bytes]) -> None:
        """Count results as used that may be asked for in another run."""
        self.used.update(names)

    def kept(self) -> dict[bytes, bytes]:
        """All results that were used, for the next run."""
        return {name: one for name, one in (*self.known.items(), *self.made.items()) if name in self.used}
