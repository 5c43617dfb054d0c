"""Interactions: what a claim says its entities did to or with one another, each of them on one side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from dossier.check.source_record import SourceRecord
from dossier.model import Interaction

Path = tuple[str | int, ...]
BY, TO = "by", "to"


def interactions(record: SourceRecord, data: Mapping[str, Any], path: Path) -> Iterator[Interaction]:
    """Those of the claim at ``path``, which may only name whom it is about or who says it."""
    concerned = {*data["about"], *data.get("said_by", ())}
    for index, one in enumerate(data.get("interactions", ())):
        here = (*path, "interactions", index)
        named: list[str] = []
        for side in (BY, TO):
            for position, id_ in enumerate(one[side]):
                _check(record, id_, (*here, side, position), concerned, named)
                named.append(id_)
        yield Interaction(one["kind"], tuple(one[BY]), tuple(one[TO]))


def _check(
    record: SourceRecord, id_: str, path: Path, concerned: Collection[str], before: Collection[str]
) -> None:
    where, problems = record.where(*path), record.context.problems
    if not record.context.entity(id_, where):
        return
    if id_ in before:
        message = f"“{id_}” stands twice in one interaction"
        problems.error("twice-in-interaction", where, message, "name each entity once, on one side")
    elif id_ not in concerned:
        message = f"the claim is not about “{id_}”"
        problems.error("not-about", where, message, "add the id to  about , or name another entity")
