"""Files that articles' texts were taken from: there, locked, and named by a record."""

from __future__ import annotations

from collections.abc import Collection

from dossier.check.context import Context
from dossier.check.source_record import SourceRecord
from dossier.checksums import LOCK_LIST, RECEIVED
from dossier.model import Received
from dossier.problems import did_you_mean
from dossier.raw import RawDossier


def received(record: SourceRecord, raw: RawDossier) -> Received | None:
    """What the article was taken from, if the record names it and its bytes are those that were accepted."""
    name = record.shaped.data.get("received")
    if name is None:
        return None
    problems = record.context.problems
    file = raw.received.get(name)
    if file is None:
        hint = did_you_mean(name, raw.received) or f"put the file into seeds/{RECEIVED}/"
        message = f"there is no file seeds/{RECEIVED}/{name}"
        problems.error("missing-article", record.where("received"), message, hint)
        return None
    accept = f"dossier lock {record.key}"
    locked = raw.hashes.get(f"{RECEIVED}/{name}")
    if file.sha256 and locked is None:
        hint = f"if it is as received, accept it:  {accept}"
        problems.error("not-locked", file.where, f"the file has no line in {LOCK_LIST}", hint)
    elif file.sha256 and locked and locked[0] != file.sha256:
        message = f"the file is not the one locked in {locked[1].file}:{locked[1].line}"
        hint = f"restore the file as received, or accept the change:  {accept}"
        problems.error("altered-source", file.where, message, hint)
    return Received(name, file.sha256)


def check_unnamed(raw: RawDossier, named: Collection[str], context: Context) -> None:
    """Every file that was received is named by a record; records that cannot be read may name any."""
    if any(record.node is None for record in raw.sources):
        return
    for name, file in raw.received.items():
        if name not in named and file.sha256:
            hint = f"write  received: {name}  in the record of its article"
            context.problems.error(
                "no-record", file.where, "no record says what was taken from the file", hint
            )
