"""What editors wrote beside an article: credits, relays, decisions on names, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.check.source_record import SourceRecord
from dossier.model import Credit, Note, Override, Relay
from dossier.problems import Location

NOBODY = "none"
"""What a mention says where its words name nobody."""


def credited(record: SourceRecord) -> Iterable[Credit]:
    """Who is credited in the text."""
    for index, data in record.list("credits"):
        quote = record.quote(data, "credits", index)
        if quote:
            yield Credit(quote, data["role"], data["name"])


def relayed(record: SourceRecord) -> Iterable[Relay]:
    """Whom the article passes on."""
    for index, data in record.list("relays"):
        quote = record.quote(data, "relays", index)
        if quote and record.context.entity(data["entity"], record.where("relays", index, "entity")):
            yield Relay(quote, data["entity"])


def decided(record: SourceRecord) -> Iterable[Override]:
    """Decisions on names."""
    for index, data in record.list("mentions"):
        path = ("mentions", index)
        quote = record.quote(data, *path)
        named = [*([data["entity"]] if "entity" in data else []), *data.get("entities", [])]
        if len(named) != len(set(named)) or not named or ("entity" in data and "entities" in data):
            hint = "write  entity: id,  entity: none  or  entities: [id, id]"
            message = "a mention names one entity, several different ones, or none"
            record.context.problems.error("bad-mention", record.where(*path), message, hint)
        ids = tuple(id_ for id_ in named if id_ != NOBODY)
        known = [record.context.entity(id_, _place_of(id_, data, record, path)) for id_ in ids]
        if ids and "as" not in data:
            hint = "add  as: name  (or role, adjective, description, metonym, sic, meant)"
            record.context.problems.error("missing-key", record.where(*path), "the mention has no “as”", hint)
        elif quote and all(known):
            yield Override(quote, ids, data.get("as", ""), record.where(*path))


def _place_of(
    id_: str, data: Mapping[str, Any], record: SourceRecord, path: tuple[str | int, ...]
) -> Location:
    """Where a mention names an entity."""
    listed = data.get("entities", [])
    return record.where(*path, *(("entities", listed.index(id_)) if id_ in listed else ("entity",)))


def noted(record: SourceRecord) -> Iterable[Note]:
    """Remarks on spans; their ids are unique in the record."""
    seen: set[str] = set()
    for index, data in record.list("notes"):
        path = ("notes", index)
        quote = record.quote(data, *path)
        text = record.context.text(data["text"], record.shaped, *path, "text")
        if data["id"] in seen:
            message = f"the note “{data['id']}” stands here twice"
            record.context.problems.error("duplicate-id", record.where(*path, "id"), message, "rename one")
        seen.add(data["id"])
        if quote:
            yield Note(
                id=data["id"],
                quote=quote,
                kind=data["kind"],
                text=text,
                where=record.where(*path),
                reading=data.get("reading", ""),
                background="basis" in data,
            )
