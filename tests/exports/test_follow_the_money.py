"""Entities for FollowTheMoney, read back by its own library."""

from __future__ import annotations

import json
from typing import Any

import pytest
from followthemoney import model
from followthemoney.schema import Schema

from dossier.exports.calendar import iso_dates
from dossier.exports.follow_the_money import SCHEMATA
from tests.exports.dossiers import NAMES, URL, composed, files

dossiers = pytest.mark.parametrize("name", NAMES)


def lines(name: str, url: str = "") -> list[dict[str, Any]]:
    return [json.loads(line) for line in files(name, url)["data/ftm.jsonl"].splitlines()]


def schema_of(name: str) -> Schema:
    found = model.get(name)
    assert found
    return found


def proxies(name: str, url: str = "") -> dict[str, Any]:
    """Id → the entity as the library holds it."""
    return {line["id"]: model.get_proxy(line, cleaned=True) for line in lines(name, url)}


def stated(proxy: Any) -> dict[str, list[str]]:
    return {key: sorted(values) for key, values in proxy.to_dict()["properties"].items()}


@dossiers
@pytest.mark.parametrize("url", ["", URL], ids=["nowhere", "on the web"])
def test_the_library_finds_every_entity_valid(name: str, url: str) -> None:
    """Schemata, properties, types of values; what it does not know, it would drop in silence."""
    for line in lines(name, url):
        schema = schema_of(line["schema"])
        assert not schema.abstract
        assert set(line["properties"]) <= set(schema.properties)
        for key, values in line["properties"].items():
            assert all(schema.properties[key].type.validate(value) for value in values), (
                line["id"],
                key,
                values,
            )
        schema.validate(line)


@dossiers
def test_nothing_is_lost_on_the_way(name: str) -> None:
    found = proxies(name)
    assert len(found) == len(lines(name))
    for line in lines(name):
        assert stated(found[line["id"]]) == {key: sorted(v) for key, v in line["properties"].items()}


@dossiers
def test_links_lead_to_entities_that_fit(name: str) -> None:
    found = proxies(name)
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert found[value].schema.is_a(prop.range)


@dossiers
def test_entities_are_those_of_kinds_that_the_model_knows(name: str) -> None:
    dossier = composed(name).index.dossier
    found = proxies(name)
    told = {id_: one for id_, one in dossier.entities.items() if dossier.kinds[one.kind].ftm}
    assert {id_ for id_ in found if id_.startswith("entity-")} == {f"entity-{id_}" for id_ in told}
    for id_, entity in told.items():
        proxy = found[f"entity-{id_}"]
        assert proxy.schema.name == dossier.kinds[entity.kind].ftm
        assert set(proxy.get("name")) == set(entity.names.values())
        assert set(proxy.get("alias")) == {one for group in entity.aliases.values() for one in group}
        offices = [
            one
            for one in found.values()
            if one.schema.name == "Occupancy" and one.first("holder") == proxy.id
        ]
        if entity.roles and proxy.schema.name == "Person":
            assert [
                (set(found[one.first("post")].get("name")), one.get("startDate"), one.get("endDate"))
                for one in offices
            ] == [
                (set(role.title.values()), iso_dates(role.start)[:1], iso_dates(role.end)[-1:])
                for role in entity.roles
            ]


@dossiers
def test_articles_are_documents_of_whom_they_mention(name: str) -> None:
    made = composed(name)
    dossier, found = made.index.dossier, proxies(name)
    for key, source in dossier.sources.items():
        proxy = found[f"source-{key}"]
        assert proxy.get("bodyText") == [source.text]
        assert proxy.get("publishedAt") == iso_dates(source.date)[:1]
    told = {
        (one.first("document"), one.first("entity"))
        for one in found.values()
        if one.schema.name == "Documentation"
    }
    assert told == {
        (f"source-{one.source}", f"entity-{one.entity}")
        for one in made.linked.mentions
        if dossier.kinds[dossier.entities[one.entity].kind].ftm
    }


def test_what_passed_between_two_is_a_link_with_its_date_and_its_article() -> None:
    told = {
        (
            one.first("subject"),
            one.first("object"),
            one.first("role"),
            one.first("date"),
            one.first("recordId"),
        )
        for one in proxies("interactions").values()
        if one.schema.name == "UnknownLink"
    }
    assert told == {
        ("entity-anna", "entity-boris", "Invitation", "2030-02", "anna-invited-two"),
        ("entity-anna", "entity-clara", "Invitation", "2030-02", "anna-invited-two"),
        ("entity-boris", "entity-anna", "Meeting", "2030-02-02", "boris-met-anna"),
        ("entity-boris", "entity-anna", "Invitation", "2030-02", "boris-invited-anna"),
    }


def test_dates_of_what_lasts() -> None:
    sale = proxies("harsh")["entity-sale"]
    said = {key: sale.get(key) for key in ("startDate", "endDate", "date")}
    assert said == {"startDate": ["2031-02"], "endDate": ["2031-03-02", "2031-04"], "date": []}


def test_a_schema_of_a_kind_is_a_thing_of_the_model() -> None:
    """Each has what every entity here says of itself, and is none of what articles and links are."""
    for name in SCHEMATA:
        schema = schema_of(name)
        assert not schema.abstract
        assert schema.is_a("Thing")
        assert not schema.is_a("Document")
        assert {"name", "alias", "summary", "sourceUrl"} <= set(schema.properties)


@pytest.mark.parametrize(
    ("date", "dates"),
    [
        ("2025-10-25", ["2025-10-25"]),
        ("2025-10/2026", ["2025-10", "2026"]),
        ("2025-10-XX", ["2025-10"]),
        ("2025~", []),
        ("2025-21", []),
        ("2025/..", []),
        ("202X", []),
        ("unknown", []),
    ],
)
def test_a_date_is_a_date_or_none(date: str, dates: list[str]) -> None:
    assert iso_dates(date) == dates
