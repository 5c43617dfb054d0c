"""Dates as an article says them, what it leaves open, and claims dated by its words."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.check.source_record import SourceRecord
from dossier.dates import is_date, is_finer, overlap
from dossier.model import UNKNOWN, Gap, SaidDate
from dossier.problems import did_you_mean

REMARKS = ("notes", "dates", "gaps")
"""Parts of a record that share one room of ids, because each id is an anchor on the article's page."""


def said_dates(record: SourceRecord, published: str) -> Iterable[SaidDate]:
    """How the article says dates; what is read by the date of publication needs one."""
    first = _first_uses(record)
    for index, data in record.list("dates"):
        path = ("dates", index)
        quote = record.quote(data, *path)
        text = record.context.text(data.get("text", {}), record.shaped, *path, "text")
        _check_id(data["id"], record, path, first[data["id"]])
        if data["basis"] == "publication" and published == UNKNOWN:
            message = "nobody knows when the article was published, so no date can be read by it"
            hint = "say  basis: context,  or  means: unknown"
            record.context.problems.error("no-date", record.where(*path, "basis"), message, hint)
        if quote:
            where = record.where(*path)
            yield SaidDate(data["id"], quote, data["means"], data["basis"], where, text)


def gaps(record: SourceRecord) -> Iterable[Gap]:
    """What the article leaves open."""
    first = _first_uses(record)
    for index, data in record.list("gaps"):
        path = ("gaps", index)
        quote = record.quote(data, *path)
        text = record.context.text(data["text"], record.shaped, *path, "text")
        _check_id(data["id"], record, path, first[data["id"]])
        for position, id_ in enumerate(data.get("about", ())):
            record.context.entity(id_, record.where(*path, "about", position))
        if quote:
            about = tuple(dict.fromkeys(data.get("about", ())))
            yield Gap(data["id"], quote, data["missing"], text, record.where(*path), about)


def _first_uses(record: SourceRecord) -> dict[str, tuple[str, int]]:
    """Where each id of a remark stands first: its part and position."""
    found: dict[str, tuple[str, int]] = {}
    for part in REMARKS:
        for position, data in record.list(part):
            found.setdefault(data["id"], (part, position))
    return found


def _check_id(id_: str, record: SourceRecord, here: tuple[str, int], first: tuple[str, int]) -> None:
    if first != here:
        message = f"the id “{id_}” is also that of {record.where(*first, 'id')}"
        hint = "notes, dates and gaps of one article have ids of their own; rename one"
        record.context.problems.error("duplicate-id", record.where(*here, "id"), message, hint)


def check_dating(record: SourceRecord, dates: Iterable[SaidDate]) -> None:
    """A claim dated by the article's words says no more than they bear, and nothing else."""
    said = {one.id: one for one in dates}
    written = {data["id"] for _, data in record.list("dates")}
    problems = record.context.problems
    for index, data in record.list("claims"):
        id_, date = data.get("dated_by", ""), data["date"]
        where = record.where("claims", index, "date")
        if id_ and id_ not in written:
            hint = did_you_mean(id_, written) or "name the id of an entry under  dates:  in this file"
            place = record.where("claims", index, "dated_by")
            problems.error("unknown-date", place, f"there is no date “{id_}” in this record", hint)
        if id_ not in said or not (is_date(date) and is_date(said[id_].means)):
            continue
        words, means = said[id_].quote.text, said[id_].means
        if not overlap(date, means):
            message = f"the claim is dated {date}, and “{words}” means {means}"
            problems.error("disagreement", where, message, "correct one of them, or name other words")
        elif is_finer(date, means):
            message = f"the claim is dated {date}, finer than “{words}”, which means {means}"
            problems.warn("date-too-fine", where, message, f"write  date: {means}  or a wider one")
