"""Who is connected with whom: for one entity, and in the whole dossier."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.claims import ClaimLine, Contact
from dossier.pages.texts import Link


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """Another entity and the claims that bring the two together; ``id`` is the row's anchor."""

    id: str
    other: Link
    short: str
    """As much of its name as the picture has room for."""
    kind: str
    """What its kind is called."""
    count: int
    claims: tuple[ClaimLine, ...]
    """The first of them."""
    spoken: bool
    """Whether in all of these claims one of the two speaks and the other is spoken of."""
    contacts: tuple[Contact, ...] = ()
    said: str = ""
    """The contacts, as far as the picture has room."""


@dataclass(frozen=True, slots=True)
class Connections:
    """Whom an entity is connected with, the closest first; ``short`` is its own name in the picture."""

    short: str
    rows: tuple[ConnectionRow, ...]
    drawn: tuple[ConnectionRow, ...]
    """Those that a picture shows."""

    @property
    def met(self) -> bool:
        """Whether claims say of any of them what passed between the two."""
        return any(row.contacts for row in self.rows)


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An entity of the picture, in its row, and as much of its name as narrow and wide screens hold."""

    link: Link
    narrow: str
    wide: str
    row: int
    claims: int
    """How many connect it with others of the picture."""


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """The entities of a kind, one below the other; its name has the row above them."""

    title: str
    row: int
    nodes: tuple[NetworkNode, ...]


@dataclass(frozen=True, slots=True)
class NetworkPair:
    """Two entities, and how many claims and articles they share."""

    one: Link
    other: Link
    claims: int
    articles: int
    rows: tuple[int, int] | None
    """Where they stand in the picture, the upper first; None if one of them does not."""
    contacts: tuple[Contact, ...] = ()
    """Seen from ``one``."""


@dataclass(frozen=True, slots=True)
class NetworkBody:
    """Who is connected with whom in the whole dossier."""

    kinds: tuple[NetworkKind, ...]
    arcs: tuple[NetworkPair, ...]
    """The closest pairs of the picture."""
    pairs: tuple[NetworkPair, ...]
    """The closest first; those that no row of the table has room for are only counted."""
    others: int

    @property
    def met(self) -> bool:
        """Whether claims say of any pair what passed between the two."""
        return any(pair.contacts for pair in self.pairs)

    @property
    def height(self) -> int:
        """How many rows the picture has."""
        return sum(1 + len(kind.nodes) for kind in self.kinds)
