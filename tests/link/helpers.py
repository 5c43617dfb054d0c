"""Dossiers made in memory for the tests of linking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dossier.model import (
    Basis,
    Dossier,
    Entity,
    Fact,
    Kind,
    Override,
    Paragraph,
    Quote,
    Settings,
    Source,
    Tenure,
)
from dossier.problems import Location

WHERE = Location("data/test.yml")
BACKGROUND = Basis(background=True)
KINDS = {
    "person": Kind("person", "people", {}, {}, names="person"),
    "place": Kind("place", "places", {}, {}, schema_org="Place"),
    "organisation": Kind("organisation", "organisations", {}, {}, schema_org="Organization"),
    "product": Kind("product", "products", {}, {}, schema_org="Product"),
    "summit": Kind("summit", "summits", {}, {}, schema_org="Event"),
    "thing": Kind("thing", "things", {}, {}),
    "theme": Kind("theme", "themes", {}, {}, names="term"),
}
OFFICES = {
    "president": {"en": "president", "ru": "президент", "uk": "президент"},
    "foreign-minister": {
        "en": "minister of foreign affairs",
        "ru": "министр иностранных дел",
        "uk": "міністр закордонних справ",
    },
    "special-envoy": {"en": "special envoy", "ru": "специальный посланник", "uk": "спеціальний посланник"},
}


def entity(id_: str, record: Mapping[str, Any]) -> Entity:
    """An entity as a registry snippet describes it: kind, names, aliases, gender, roles, facts."""
    aliases = {language: tuple(names) for language, names in record.get("aliases", {}).items()}
    facts = tuple(
        Fact(field, value, {}, BACKGROUND, WHERE) for field, value in record.get("facts", {}).items()
    )
    roles = tuple(_tenure(role) for role in record.get("roles", ()))
    return Entity(
        id_, record["kind"], record["names"], WHERE, aliases, record.get("gender", ""), roles, facts
    )


def _tenure(role: Mapping[str, str]) -> Tenure:
    start, end = role.get("from", ""), role.get("to", "")
    return Tenure({}, role["office"], role["of"], start, end, BACKGROUND, WHERE)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The blocks between blank lines, with their offsets."""
    blocks = re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    return tuple(Paragraph(number, block.start(), block.group()) for number, block in enumerate(blocks, 1))


def source(
    key: str,
    text: str | Sequence[str],
    language: str,
    overrides: Iterable[Mapping[str, Any]] = (),
    date: str = "2025-06-01",
) -> Source:
    """An article; a list of texts is taken for its paragraphs as they are."""
    parts = paragraphs(text) if isinstance(text, str) else tuple(_numbered(text))
    made = tuple(_override(key, parts, record) for record in overrides)
    return Source(key, f"{key}.txt", language, date, "", "", parts, WHERE, overrides=made)


def _numbered(texts: Iterable[str]) -> Iterable[Paragraph]:
    at = 0
    for number, text in enumerate(texts, 1):
        yield Paragraph(number, at, text)
        at += len(text) + 2


def _override(key: str, parts: Sequence[Paragraph], record: Mapping[str, Any]) -> Override:
    number, words = int(record.get("p", "1")), record["quote"]
    start = parts[number - 1].text.index(words)
    named = record.get("entities") or [record["entity"]]
    return Override(
        Quote(key, number, start, start + len(words), words),
        () if named == ["none"] else tuple(named),
        record.get("as", "name"),
        WHERE,
    )


def dossier(entities: Iterable[Entity], sources: Iterable[Source]) -> Dossier:
    """A dossier of entities and articles, with nothing else in it."""
    return Dossier(
        settings=Settings(("en", "ru", "uk"), {}, {}, "", ""),
        kinds=KINDS,
        offices=OFFICES,
        entities={one.id: one for one in entities},
        sources={one.key: one for one in sources},
        references={},
        messages={},
    )
