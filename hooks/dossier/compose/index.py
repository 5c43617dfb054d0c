"""What is said where: look-ups over the whole dossier, made once and used by every language."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dossier import markup
from dossier.compose.relations import Relations, relations
from dossier.dates import sort_key
from dossier.model import Claim, Dossier, Gap, LinkedDossier, Locator, Mention


@dataclass(frozen=True, slots=True)
class Index:
    """Claims, mentions and citations by what they are about."""

    dossier: Dossier
    claims_by_date: tuple[Claim, ...]
    claims_about: Mapping[str, tuple[Claim, ...]]
    """Entity id → its claims by date."""
    claims_resting_on: Mapping[Locator, tuple[Claim, ...]]
    relations: Relations
    mentions_of: Mapping[str, tuple[Mention, ...]]
    mentions_in: Mapping[tuple[str, int], tuple[Mention, ...]]
    gaps_about: Mapping[str, tuple[tuple[str, Gap], ...]]
    """Entity id → source keys and gaps that concern it."""
    cited_by: Mapping[Locator, tuple[str, ...]]
    """Paragraph → ids of the entities whose summary, roles or facts cite it."""


def make_index(linked: LinkedDossier) -> Index:
    """Look everything up once."""
    dossier = linked.dossier
    claims = sorted(dossier.claims(), key=lambda claim: (sort_key(claim.date), claim.source, claim.where))
    return Index(
        dossier=dossier,
        claims_by_date=tuple(claims),
        claims_about=_grouped((id_, claim) for claim in claims for id_ in claim.about),
        claims_resting_on=_grouped(
            (Locator(quote.source, quote.paragraph), claim)
            for claim in claims
            for quote in claim.quotations()
        ),
        relations=relations(claims),
        mentions_of={id_: tuple(found) for id_, found in linked.of_entity().items()},
        mentions_in={place: tuple(found) for place, found in linked.of_paragraph().items()},
        gaps_about=_grouped(
            (id_, (source.key, gap))
            for source in dossier.sources.values()
            for gap in source.gaps
            for id_ in gap.about
        ),
        cited_by=_grouped((locator, entity) for entity, locator in _citations(dossier)),
    )


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: dict[Key, dict[int, Value]] = {}
    for key, value in pairs:
        found.setdefault(key, {}).setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}


def _citations(dossier: Dossier) -> Iterable[tuple[str, Locator]]:
    """Every (entity, paragraph) its page cites, whatever the language."""
    for entity in dossier.entities.values():
        bases = [*(role.basis for role in entity.roles), *(fact.basis for fact in entity.facts)]
        cited = dict.fromkeys(locator for basis in bases for locator in basis.cite)
        for text in entity.summary.values():
            for inline in markup.walk(markup.parse(text)):
                if isinstance(inline, markup.Citation):
                    cited |= dict.fromkeys(inline.locators)
        for locator in cited:
            yield entity.id, locator
