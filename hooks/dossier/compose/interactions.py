"""What entities did to or with one another, as claims say: of one claim, and between two entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.compose.view import View
from dossier.model import Claim, Interaction
from dossier.pages.claims import Contact, InteractionRow

OUT, IN, BOTH = "out", "in", "both"
_ARROWS = {OUT: "→", IN: "←", BOTH: "↔"}


def interaction_rows(claim: Claim, view: View) -> Iterator[InteractionRow]:
    """In the order of the record."""
    for one in claim.interactions:
        kind = view.dossier.interactions[one.kind]
        yield InteractionRow(
            label=view.words.pick(kind.label),
            by=tuple(view.link(id_) for id_ in one.by),
            to=tuple(view.link(id_) for id_ in one.to),
            mutual=kind.mutual,
        )


def contacts(entity: str, other: str, claims: Iterable[Claim], view: View) -> tuple[Contact, ...]:
    """What passed between the two, each kind and direction once, in the order of ``data/kinds.yml``."""
    found = {
        (one.kind, direction)
        for claim in claims
        for one in claim.interactions
        if (direction := _direction(one, entity, other, view))
    }
    kinds = view.dossier.interactions
    return tuple(
        Contact(view.words.pick(kinds[id_].label), direction)
        for id_ in kinds
        for direction in (OUT, IN, BOTH)
        if (id_, direction) in found
    )


def in_one_word(found: Iterable[Contact]) -> list[str]:
    """Each kind with one arrow; what went there and back has one of two heads."""
    directions: dict[str, set[str]] = {}
    for one in found:
        directions.setdefault(one.label, set()).add(one.direction)
    return [f"{_ARROWS.get(''.join(ways), '↔')} {label}" for label, ways in directions.items()]


def _direction(interaction: Interaction, entity: str, other: str, view: View) -> str:
    """Empty where the two do not stand on different sides."""
    out = entity in interaction.by and other in interaction.to
    if not out and not (other in interaction.by and entity in interaction.to):
        return ""
    return BOTH if view.dossier.interactions[interaction.kind].mutual else OUT if out else IN
