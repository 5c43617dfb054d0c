"""Ids that records had before: each leads to one record, and to none where another stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from dossier.check.schema import is_id
from dossier.model import Entity, Kind, Source
from dossier.problems import Location, Problems
from dossier.raw import RawPage

_HINT = "delete it under formerly; an id leads to one record"


def check_formerly(
    kinds: Mapping[str, Kind],
    entities: Mapping[str, Entity],
    sources: Mapping[str, Source],
    pages: Iterable[RawPage],
    problems: Problems,
) -> None:
    """Problems of ids that are taken: by a record, as the former id of another, by a hand-written page."""
    claims = [claim for source in sources.values() for claim in source.claims]
    _check(((one.id, one.formerly, one.where) for one in entities.values()), "entity", problems)
    _check(((one.key, one.formerly, one.where) for one in sources.values()), "source", problems)
    _check(((one.id, one.formerly, one.where) for one in claims), "claim", problems)
    addresses = {
        f"{kinds[one.kind].section}/{former}": one.where
        for one in entities.values()
        for former in one.formerly
    } | {f"sources/{former}": one.where for one in sources.values() for former in one.formerly}
    for page in pages:
        address = page.where.file.split("/", 2)[2].removesuffix(".md").removesuffix("/index").casefold()
        if address in addresses:
            message = f"the page would stand where {addresses[address].file} stood before"
            problems.error("taken-address", page.where, message, "rename it")


def _check(records: Iterable[tuple[str, tuple[str, ...], Location]], what: str, problems: Problems) -> None:
    """Ids, former ids and places of all records of a sort."""
    records = list(records)
    present = {id_: where for id_, _, where in records}
    former: dict[str, Location] = {}
    for id_, where in chain.from_iterable(((one, where) for one in ids) for _, ids, where in records):
        taken = present.get(id_) or former.get(id_)
        if taken is not None:
            message = f"the former id “{id_}” belongs to a {what} already, in {taken}"
            problems.error("duplicate-id", where, message, _HINT)
        elif not is_id(id_):
            problems.error("bad-id", where, f"“{id_}” cannot have been an id", _HINT)
        former.setdefault(id_, where)
