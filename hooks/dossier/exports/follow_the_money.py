"""``data/ftm.jsonl``: entities for FollowTheMoney, the model of Aleph and OpenSanctions, one a line.

Schemata and properties are those of followthemoney 3.8 (https://followthemoney.tech/explorer/). Its library
drops what it does not know without a word, so nothing is written here but what stands in its model.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product

from dossier.exports.addresses import Addresses, entity_path, source_path
from dossier.exports.calendar import iso_dates
from dossier.exports.sources_json import titles
from dossier.exports.texts import Texts
from dossier.model import UNKNOWN, Claim, Dossier, Entity, Fact, LinkedDossier, Source

FTM = "data/ftm.jsonl"

_LASTING = ("Event", "Trip", "Project", "CallForTenders")
"""Schemata of what begins and ends."""
SCHEMATA = (
    *("Person", "Organization", "Company", "PublicBody", "LegalEntity", *_LASTING, "Address", "CourtCase"),
    *("Contract", "License", "Position", "Asset", "RealEstate", "Security", "BankAccount", "CryptoWallet"),
    *("Vehicle", "Vessel", "Airplane", "UserAccount"),
)
"""Those that a kind of entity can be; each has a name, a summary and an address on the web."""
_GENDERS = {"m": "male", "f": "female"}

Properties = dict[str, list[str]]


def ftm_lines(linked: LinkedDossier, addresses: Addresses) -> Iterator[str]:
    """Entities whose kind names a schema; what links them; the articles, and whom they mention."""
    dossier, texts = linked.dossier, Texts(linked.dossier)
    told = {id_: one for id_, one in dossier.entities.items() if dossier.kinds[one.kind].ftm}
    for entity in told.values():
        yield _entity(entity, texts, addresses)
        yield from _roles(entity, dossier)
        yield from _links(entity, dossier, told)
    for claim in dossier.claims():
        yield from _interactions(claim, texts, told)
    for source in dossier.sources.values():
        yield _article(source, dossier, addresses)
    named = dict.fromkeys((one.source, one.entity) for one in linked.mentions if one.entity in told)
    for key, id_ in named:
        yield _line(
            f"mention-{key}-{id_}", "Documentation", document=[f"source-{key}"], entity=[f"entity-{id_}"]
        )


def _line(id_: str, schema: str, **properties: list[str]) -> str:
    """An entity as the library writes it, without properties that hold nothing and values said twice."""
    stated = {
        name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()
    }
    held = {name: values for name, values in stated.items() if values}
    return json.dumps({"id": id_, "schema": schema, "properties": held}, ensure_ascii=False)


def _entity(entity: Entity, texts: Texts, addresses: Addresses) -> str:
    dossier = texts.dossier
    kind = dossier.kinds[entity.kind]
    properties: Properties = {
        "name": list(entity.names.values()),
        "alias": [alias for aliases in entity.aliases.values() for alias in aliases],
        "summary": list(texts.plain(entity.summary).values()),
        "sourceUrl": _on_the_web(addresses.pages(dossier, entity_path(dossier, entity.id)), addresses),
    }
    if kind.ftm == "Person":
        properties["gender"] = [_GENDERS.get(entity.gender, "")]
    if kind.ftm in _LASTING:
        properties |= _when(entity, dossier)
    return _line(f"entity-{entity.id}", kind.ftm, **properties)


def _on_the_web(pages: Mapping[str, str], addresses: Addresses) -> list[str]:
    """Addresses here are whole ones or none."""
    return list(pages.values()) if addresses.site_url else []


def _when(entity: Entity, dossier: Dossier) -> Properties:
    """The dates of the fields that schema.org calls the beginning or the end."""
    fields = {field.id: field.schema_org for field in dossier.kinds[entity.kind].fields}
    found: Properties = {"startDate": [], "endDate": [], "date": []}
    for fact in entity.facts:
        dates = iso_dates(fact.value) if fields[fact.field] in found else []
        if len(dates) == 2:
            found["startDate"].append(dates[0])
            found["endDate"].append(dates[1])
        elif dates:
            found["date" if fields[fact.field] == "startDate" else "endDate"].append(dates[0])
    return found


def _roles(entity: Entity, dossier: Dossier) -> Iterator[str]:
    """A person's offices: the position, and that it was held from then until then."""
    if dossier.kinds[entity.kind].ftm != "Person":
        return
    for number, role in enumerate(entity.roles, 1):
        id_ = f"role-{entity.id}-{number}"
        yield _line(f"{id_}-position", "Position", name=list(role.title.values()))
        yield _line(
            id_,
            "Occupancy",
            holder=[f"entity-{entity.id}"],
            post=[f"{id_}-position"],
            startDate=iso_dates(role.start)[:1],
            endDate=iso_dates(role.end)[-1:],
        )


def _links(entity: Entity, dossier: Dossier, told: Mapping[str, Entity]) -> Iterator[str]:
    """Facts that name another entity; what the field is called is the role of that entity."""
    labels = {field.id: field for field in dossier.kinds[entity.kind].fields if field.type == "entity"}
    facts: list[Fact] = [fact for fact in entity.facts if fact.field in labels and fact.value in told]
    for number, fact in enumerate(facts, 1):
        yield _line(
            f"fact-{entity.id}-{number}",
            "UnknownLink",
            subject=[f"entity-{entity.id}"],
            object=[f"entity-{fact.value}"],
            role=list(labels[fact.field].label.values()),
        )


def _interactions(claim: Claim, texts: Texts, told: Mapping[str, Entity]) -> Iterator[str]:
    """What the claim says that some did to or with others, each two of them linked."""
    for number, one in enumerate(claim.interactions, 1):
        dates = iso_dates(claim.date)
        for by, to in product(one.by, one.to):
            if by in told and to in told:
                yield _line(
                    f"claim-{claim.id}-{number}-{by}-{to}",
                    "UnknownLink",
                    subject=[f"entity-{by}"],
                    object=[f"entity-{to}"],
                    role=list(texts.dossier.interactions[one.kind].label.values()),
                    date=dates if len(dates) == 1 else [],
                    startDate=dates[:1] if len(dates) == 2 else [],
                    endDate=dates[1:],
                    recordId=[claim.id],
                    summary=list(texts.plain(claim.text).values()),
                )


def _article(source: Source, dossier: Dossier, addresses: Addresses) -> str:
    reference = dossier.references[source.key]
    url, publisher = (reference.fields.get(name, UNKNOWN) for name in ("url", "publisher"))
    named = titles(source, dossier)
    return _line(
        f"source-{source.key}",
        "Article",
        title=[named.get(source.language, "")],
        name=list(named.values()),
        author=[
            f"{given} {family}".strip()
            for family, given in reference.persons.get("author", ())
            if family != UNKNOWN
        ],
        publisher=[publisher if publisher != UNKNOWN else ""],
        publishedAt=iso_dates(source.date)[:1],
        fileName=[source.file],
        bodyText=[source.text],
        sourceUrl=[url]
        if url != UNKNOWN
        else _on_the_web(addresses.pages(dossier, source_path(source.key)), addresses),
    )
