"""Claims: sound statements about registered entities, each resting on locked quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.check.context import Context
from dossier.check.source_record import SourceRecord
from dossier.model import Claim, Source


def claims(record: SourceRecord) -> Iterable[Claim]:
    """The claims of a record."""
    for index, data in record.list("claims"):
        path = ("claims", index)
        record.context.texts(data["text"], record.shaped, *path, "text")
        for part in ("about", "said_by"):
            for position, id_ in enumerate(data[part]):
                record.context.entity(id_, record.where(*path, part, position))
        evidence = [record.quote(e, *path, "evidence", i) for i, e in enumerate(data["evidence"])]
        yield Claim(
            id=data["id"],
            source=record.key,
            about=tuple(dict.fromkeys(data["about"])),
            date=data["date"],
            said_by=tuple(data["said_by"]),
            status=data["status"],
            text=data["text"],
            evidence=tuple(quote for quote in evidence if quote),
            where=record.where(*path),
            dated_by=data.get("dated_by", ""),
        )


def check_claim_ids(sources: Mapping[str, Source], context: Context) -> None:
    """A claim's id is unique in the dossier."""
    first: dict[str, Claim] = {}
    for source in sources.values():
        for claim in source.claims:
            if claim.id in first:
                message = f"the claim “{claim.id}” already stands in {first[claim.id].where}"
                context.problems.error("duplicate-id", claim.where, message, "rename one")
            first.setdefault(claim.id, claim)
