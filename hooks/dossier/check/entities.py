"""Entities, from the folders of ``data/`` that belong to a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.check.context import Context
from dossier.check.drafts import completed
from dossier.check.places import check_coordinates, check_country
from dossier.check.schema import entity_schema
from dossier.check.shape import Shape, Shaped
from dossier.dates import first_day, is_date, last_day
from dossier.model import UNKNOWN, Entity, Fact, Field, Kind, Tenure, Words
from dossier.problems import Location
from dossier.raw import RawRecord


def check_entities(
    kinds: Mapping[str, Kind],
    folders: Mapping[str, tuple[RawRecord, ...]],
    offices: Iterable[str],
    context: Context,
) -> dict[str, Entity]:
    """Sound entities by id, kind by kind in the site's order."""
    offices = tuple(offices)
    entities: dict[str, Entity] = {}
    # Of two kinds with one folder, which is a problem of kinds.yml, the records belong to the first.
    owners = {kind.section: kind.id for kind in reversed(list(kinds.values()))}
    for kind in kinds.values():
        if owners[kind.section] != kind.id:
            continue
        shape = Shape(entity_schema(kind, context.languages, offices))
        for record in folders.get(kind.section, ()):
            if record.node is None:
                continue
            node = completed(record.node, context.languages, context.problems)
            shaped = shape.check(node, context.problems)
            if shaped:
                entities[record.id] = _entity(record, kind, shaped, context)
    return entities


def _entity(record: RawRecord, kind: Kind, shaped: Shaped, context: Context) -> Entity:
    data = shaped.data
    return Entity(
        id=record.id,
        kind=kind.id,
        names=data["names"],
        where=record.where,
        aliases={language: tuple(names) for language, names in data.get("aliases", {}).items()},
        gender=data.get("gender", ""),
        roles=tuple(
            _tenure(role, index, shaped, context) for index, role in enumerate(data.get("roles", []))
        ),
        facts=tuple(_facts(kind, shaped, context)),
        summary=context.text(data["summary"], shaped, "summary", cited=True),
        formerly=tuple(data.get("formerly", ())),
        version=record.version,
    )


def _tenure(role: Mapping[str, Any], index: int, shaped: Shaped, context: Context) -> Tenure:
    where = shaped.where("roles", index)
    if "of" in role:
        context.entity(role["of"], shaped.where("roles", index, "of"))
    _check_term(role, index, shaped, context)
    return Tenure(
        title=role["title"],
        office=role.get("office", ""),
        of=role.get("of", ""),
        start=role.get("from", ""),
        end=role.get("to", ""),
        basis=context.basis(role, shaped, "roles", index),
        where=where,
    )


def _check_term(role: Mapping[str, Any], index: int, shaped: Shaped, context: Context) -> None:
    start, end = role.get("from", UNKNOWN), role.get("to", UNKNOWN)
    if is_date(start) and is_date(end) and first_day(start) > last_day(end):
        hint = "exchange the two dates, or correct one"
        context.problems.error(
            "bad-date", shaped.where("roles", index, "to"), "the role ends before it begins", hint
        )


def _facts(kind: Kind, shaped: Shaped, context: Context) -> Iterable[Fact]:
    written = shaped.data.get("facts", {})
    for field in kind.fields:
        for index, fact in enumerate(written.get(field.id, [])):
            path = ("facts", field.id, index)
            value: str | Words | list[str] = fact["value"]
            basis = context.basis(fact, shaped, *path)
            words: Words = value if isinstance(value, Mapping) else {}
            if isinstance(value, list):
                value = check_coordinates(value, shaped, (*path, "value"), context)
            elif isinstance(value, str) and value != UNKNOWN:
                _check_value(field, value, shaped.where(*path, "value"), context)
            yield Fact(field.id, value if isinstance(value, str) else "", words, basis, shaped.where(*path))


def _check_value(field: Field, value: str, where: Location, context: Context) -> None:
    if field.type == "url":
        context.url(value, where)
    elif field.type == "country":
        check_country(value, where, context)
    elif field.type == "entity" and context.entity(value, where):
        kind = context.kinds_of[value]
        if field.of and kind and kind not in field.of:
            message = f"“{value}” is a {kind}, and this field takes: {', '.join(field.of)}"
            context.problems.error(
                "wrong-kind", where, message, "name another entity, or widen the field in kinds.yml"
            )
