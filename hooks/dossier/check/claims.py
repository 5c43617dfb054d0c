"""Claims: sound statements about registered entities, each resting on locked quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier import dates
from dossier.check.context import Context
from dossier.check.interactions import interactions
from dossier.check.source_record import SourceRecord
from dossier.model import Change, Claim, Evidence, Source

Path = tuple[str | int, ...]
EXPECTED = "expected"
COME_TO_PASS = ("fulfilled", "unfulfilled")
"""What becomes only of something that was expected."""


def claims(record: SourceRecord, published: str) -> Iterable[Claim]:
    """The claims of the record of an article that was published on a date."""
    for index, data in record.list("claims"):
        path = ("claims", index)
        text = record.context.text(data["text"], record.shaped, *path, "text")
        for position, id_ in enumerate(data["about"]):
            record.context.entity(id_, record.where(*path, "about", position))
        said_by = _speakers(record, data, path)
        _check_changes(record, data, path, published)
        yield Claim(
            id=data["id"],
            source=record.key,
            about=tuple(dict.fromkeys(data["about"])),
            date=data["date"],
            said_by=said_by,
            status=data["status"],
            text=text,
            evidence=_evidence(record, data, path, said_by),
            where=record.where(*path),
            dated_by=data.get("dated_by", ""),
            changes=tuple(_changes(record, data, path)),
            contradicts=tuple(dict.fromkeys(data.get("contradicts", ()))),
            supersedes=tuple(dict.fromkeys(data.get("supersedes", ()))),
            interactions=tuple(interactions(record, data, path)),
            formerly=tuple(data.get("formerly", ())),
        )


def _speakers(record: SourceRecord, data: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    """Who says it, the nearest to the words first, each of them registered."""
    said_by = data.get("said_by", ())
    for position, id_ in enumerate(said_by):
        where = record.where(*path, "said_by", position)
        if record.context.entity(id_, where) and id_ in said_by[:position]:
            message = f"“{id_}” stands twice in the chain of speakers"
            record.context.problems.error("bad-chain", where, message, "name each speaker once")
    return tuple(said_by)


def _evidence(
    record: SourceRecord, data: Mapping[str, Any], path: Path, said_by: tuple[str, ...]
) -> tuple[Evidence, ...]:
    """The locked quotations; one that names no speakers of its own has those given here."""
    found = []
    for position, span in enumerate(data.get("evidence", ())):
        here = (*path, "evidence", position)
        own = _speakers(record, span, here) if "said_by" in span else said_by
        quote = record.quote(span, *here)
        if quote:
            found.append(Evidence(quote.source, quote.paragraph, quote.start, quote.end, quote.text, own))
    return tuple(found)


def _changes(record: SourceRecord, data: Mapping[str, Any], path: Path) -> Iterable[Change]:
    """What became of the claim."""
    for index, change in enumerate(data.get("changes", ())):
        here = (*path, "changes", index)
        yield Change(
            date=change["date"],
            status=change["status"],
            text=record.context.text(change["text"], record.shaped, *here, "text"),
            evidence=_evidence(record, change, here, ()),
            where=record.where(*here),
        )


def _check_changes(record: SourceRecord, data: Mapping[str, Any], path: Path, published: str) -> None:
    """Changes ascend from the article's date; only what was expected comes about."""
    latest, before = published, "the article"
    statuses = [data["status"]]
    for index, change in enumerate(data.get("changes", ())):
        here, date = (*path, "changes", index), change["date"]
        if dates.is_calendar_date(date) and dates.is_calendar_date(latest):
            if dates.last_day(date) < dates.first_day(latest):
                message = f"the change of {date} stands after {before}, of {latest}"
                hint = "changes stand oldest first, and none is older than the article"
                record.context.problems.error("bad-order", record.where(*here, "date"), message, hint)
            elif dates.first_day(date) > dates.first_day(latest):
                latest, before = date, "a change"
        if change["status"] in COME_TO_PASS and EXPECTED not in statuses:
            message = f"“{change['status']}” is said of a claim that was never “{EXPECTED}”"
            hint = "write  confirmed  or  denied  of what was reported"
            record.context.problems.error("never-expected", record.where(*here, "status"), message, hint)
        statuses.append(change["status"])


def check_claim_ids(sources: Mapping[str, Source], context: Context) -> None:
    """A claim's id is unique in the dossier."""
    first: dict[str, Claim] = {}
    for source in sources.values():
        for claim in source.claims:
            if claim.id in first:
                message = f"the claim “{claim.id}” already stands in {first[claim.id].where}"
                context.problems.error("duplicate-id", claim.where, message, "rename one")
            first.setdefault(claim.id, claim)
