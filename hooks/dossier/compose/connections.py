"""Whom an entity is connected with: by claims that are about both, or in which one speaks of the other."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.compose.claims import claim_line
from dossier.compose.interactions import contacts, in_one_word
from dossier.compose.view import View
from dossier.i18n.collation import sort_key
from dossier.lettering import breadth, shortened
from dossier.model import Claim, Entity
from dossier.pages.connections import ConnectionRow, Connections

DRAWN = 12
"""So many connections a picture shows; the table has all."""
TOLD = 5
"""So many claims of a connection the table tells; the rest is counted, and stands on the page."""
SIZE, ROOM = 14.0, 230.0
"""Of the picture's letters, and for a name in it, in pixels …"""
OWN, SMALL, LINE = 175.0, 12.0, 360.0
"""Room for the entity's own name; letters of what stands behind another's, and room for both."""


def connections(entity: Entity, view: View) -> Connections | None:
    """The closest first; None of an entity that stands alone."""
    shared: dict[str, list[Claim]] = {}
    for claim in view.index.claims_with.get(entity.id, ()):
        for other in dict.fromkeys((*claim.about, *claim.said_by)):
            if other != entity.id:
                shared.setdefault(other, []).append(claim)
    closest = sorted(shared, key=lambda id_: (-len(shared[id_]), sort_key(view.name(id_), view.language)))
    rows = tuple(_row(entity.id, other, shared[other], view) for other in closest)
    return Connections(shortened(view.name(entity.id), SIZE, OWN), rows, rows[:DRAWN]) if rows else None


def _row(entity: str, other: str, claims: Iterable[Claim], view: View) -> ConnectionRow:
    claims = tuple(claims)
    short = shortened(view.name(other), SIZE, ROOM)
    between = contacts(entity, other, claims, view)
    return ConnectionRow(
        id=f"with-{other}",
        other=view.link(other),
        kind=view.words.pick(view.kind_of(other).one),
        short=short,
        count=len(claims),
        claims=tuple(claim_line(claim, view, own_page=entity in claim.about) for claim in claims[:TOLD]),
        spoken=not any({entity, other} <= set(claim.about) for claim in claims),
        contacts=between,
        said=shortened(", ".join(in_one_word(between)), SMALL, LINE - breadth(short, SIZE)),
    )
