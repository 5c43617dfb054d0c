"""``dossier lock``: the one way to accept an article whose bytes are new or have changed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dossier.checksums import LOCK_LIST, RECEIVED, Entry, with_entry
from dossier.commands.telling import announce, tell
from dossier.paragraphs import split
from dossier.problems import Problems, did_you_mean
from dossier.raw import Mapping, RawDossier, RawRecord, Scalar
from dossier.report import printable, report
from dossier.write.files import replace_file

HELP = "accept an article that is new or has changed, and list all that this unsettles"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("source", metavar="SOURCE", help="the source’s key")
    parser.add_argument("--dry-run", action="store_true", help="only list; write nothing")


def run(root: Path, options: argparse.Namespace) -> int:
    """List what the article's text unsettles, then lock the article as it is; 1 if anything is unsettled."""
    from dossier.memo import Memo
    from dossier.read.project import read

    raw, problems = read(root, Memo())
    if raw is None:
        return tell(problems)
    record = next((one for one in raw.sources if one.id == options.source), None)
    if record is None:
        near = did_you_mean(options.source, [one.id for one in raw.sources])
        announce(f"there is no source “{options.source}”{f'; {near}' if near else ''}")
        return 2
    name, received = _named(record, "file"), _named(record, "received")
    in_the_way = _in_the_way(raw, record, name, received, problems)
    if in_the_way.found:
        return tell(in_the_way)
    files = [Entry(raw.articles[name].sha256, name)]
    files += [Entry(raw.received[received].sha256, f"{RECEIVED}/{received}")] if received else []
    changed = [one for one in files if raw.hashes.get(one.name, ("", None))[0] != one.sha256]
    if not changed:
        announce(f"seeds/{name} is locked as it is; there is nothing to accept")
        return 0
    for one in changed:
        before = raw.hashes.get(one.name, ("", None))[0]
        announce(f"seeds/{one.name}: {before or 'not locked'} → {one.sha256}")
    broken = _told(raw, record.id, raw.articles[name].text or "") if files[0] in changed else 0
    return _accepted(root / LOCK_LIST, changed, broken, dry=options.dry_run)


def _named(record: RawRecord, key: str) -> str:
    file = record.node.items.get(key) if isinstance(record.node, Mapping) else None
    return file.text if isinstance(file, Scalar) else ""


def _in_the_way(raw: RawDossier, record: RawRecord, name: str, received: str, problems: Problems) -> Problems:
    """What is to be mended first: a record, article or list that cannot be read, or belongs to others too."""
    concerned = {record.where.file, LOCK_LIST, f"seeds/{name}", f"seeds/{RECEIVED}/{received}"}
    found = Problems([one for one in problems.found if one.where.file in concerned])
    others = [one for one in raw.sources if one is not record and name and _named(one, "file") == name]
    if found.found:
        return found
    if name not in raw.articles:
        message = f"there is no file seeds/{name}" if name else "the record names no article"
        hint = did_you_mean(name, raw.articles) or "write  file:  with the name of a file in seeds/"
        found.error("missing-article", record.where, message, hint)
    elif not split(raw.articles[name].text or ""):
        found.error(
            "empty", raw.articles[name].where, "the article has no text", "put it into seeds/ as received"
        )
    elif received and received not in raw.received:
        message = f"there is no file seeds/{RECEIVED}/{received}"
        hint = did_you_mean(received, raw.received) or f"put the file into seeds/{RECEIVED}/"
        found.error("missing-article", record.where, message, hint)
    elif others:
        message = f"seeds/{name} also belongs to “{others[0].id}”"
        found.error("duplicate-article", record.where, message, "one article, one record")
    return found


def _told(raw: RawDossier, key: str, text: str) -> int:
    """Print what no longer stands, then what nobody can tell but a reader; how much is broken."""
    from dossier.check.unsettled import by_file, unsettled

    found = unsettled(raw, key, text)
    for label, problem in sorted(found.broken, key=lambda one: one[1].where):
        print(f"{printable(label)}\n  {report([problem])}")
    for heading, places in (
        ("Cited without a quotation; read whether the paragraphs still say it:", found.unquoted),
        ("Numbered among several; read whether the number still means these words:", found.numbered),
        ("Translated from another text; read whether the translations still fit:", found.stale),
    ):
        if places:
            print(heading)
            print("\n".join(f"  {printable(line)}" for line in by_file(places)))
    return len(found.broken)


def _accepted(path: Path, changed: Sequence[Entry], broken: int, *, dry: bool) -> int:
    if not dry:
        try:
            _write(path, changed)
        except OSError as error:
            announce(f"{LOCK_LIST} could not be written: {error.strerror}")
            return 2
    done = "nothing was written" if dry else f"{LOCK_LIST} now holds it"
    open_ = f"{broken} quotations no longer stand; mend them, or the build stops" if broken else ""
    announce("; ".join(filter(None, [done, open_ or "every quotation still stands"])))
    return 1 if broken else 0


def _write(path: Path, changed: Sequence[Entry]) -> None:
    """Put the entries into the list; a list that somebody made read-only is left alone, whoever asks."""
    text = ""
    if path.exists():
        if not path.stat().st_mode & 0o222:
            raise PermissionError(None, "the file is read-only")
        text = path.read_bytes().decode("utf-8")
    for entry in changed:
        text = with_entry(text, entry)
    replace_file(path, text)
