"""``data/entities.json``: every entity with its names, roles, facts and summary (``docs/…/exports.md``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.exports.addresses import Addresses, entity_path
from dossier.exports.document import document, known, locators
from dossier.exports.texts import Texts
from dossier.model import Basis, Entity, Fact, Field, Kind, LinkedDossier, Tenure

Item = dict[str, Any]

ENTITIES = "data/entities.json"


def entities_json(linked: LinkedDossier, addresses: Addresses) -> str:
    """Kinds and entities in the order of the site."""
    dossier, texts = linked.dossier, Texts(linked.dossier)
    mentions = {id_: len(found) for id_, found in linked.of_entity().items()}
    return document(
        dossier,
        ENTITIES,
        kinds=[_kind(kind) for kind in dossier.kinds.values()],
        entities=[
            _entity(entity, dossier.kinds[entity.kind], texts, addresses)
            | {"mentions": mentions.get(entity.id, 0)}
            for entity in dossier.entities.values()
        ],
    )


def _kind(kind: Kind) -> Item:
    return known(
        id=kind.id,
        section=kind.section,
        one=dict(kind.one),
        many=dict(kind.many),
        schema_org=kind.schema_org,
        ftm=kind.ftm,
        fields=[_field(field) for field in kind.fields],
    )


def _field(field: Field) -> Item:
    return known(id=field.id, type=field.type, label=dict(field.label), schema_org=field.schema_org)


def _entity(entity: Entity, kind: Kind, texts: Texts, addresses: Addresses) -> Item:
    types = {field.id: field.type for field in kind.fields}
    return known(
        id=entity.id,
        kind=entity.kind,
        names=dict(entity.names),
        aliases={language: list(found) for language, found in entity.aliases.items() if found},
        gender=entity.gender,
        roles=[_role(role) for role in entity.roles],
        facts=[_fact(fact, types[fact.field]) for fact in entity.facts],
        formerly=list(entity.formerly),
        pages=addresses.pages(texts.dossier, entity_path(texts.dossier, entity.id)),
        **texts.told("summary", entity.summary),
    )


def _role(role: Tenure) -> Item:
    said = {"office": role.office, "of": role.of, "from": role.start, "to": role.end}
    return {"title": dict(role.title)} | known(**said) | dict(_basis(role.basis))


def _fact(fact: Fact, type_: str) -> Item:
    """What is known of a field; “unknown” is what the record says, and no value."""
    value: Item = {"text": dict(fact.words)} if type_ == "text" and fact.words else {"value": fact.value}
    return {"field": fact.field} | value | dict(_basis(fact.basis))


def _basis(basis: Basis) -> Iterator[tuple[str, Any]]:
    if basis.cite:
        yield "cite", locators(basis.cite)
    if basis.background:
        yield "basis", "background"
