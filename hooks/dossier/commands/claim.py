"""``dossier claim``: adds a claim to an article's record, once its quotation and ids are sure to stand."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from dossier.check.schema import source_schema
from dossier.commands.opening import opened
from dossier.commands.telling import announce, refuse, tell
from dossier.layout.canonical import canonical
from dossier.model import UNKNOWN, Dossier
from dossier.paragraphs import occurrences
from dossier.problems import Problems, did_you_mean
from dossier.write.files import replace_file

HELP = "add a claim to an article’s record; asks for what no flag says"
T = TypeVar("T")
_KEY = re.compile(r"^[a-z_]+:", re.MULTILINE)
_LIST = re.compile(r"^claims:[ \t]*(\[\][ \t]*)?(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("source", metavar="SOURCE", help="the article’s key")
    parser.add_argument("paragraph", metavar="P", type=int, help="the number of the paragraph that is quoted")
    parser.add_argument("--quote", help="the words that it rests on, letter for letter")
    parser.add_argument("--about", help="ids of entities, with commas between")
    parser.add_argument("--text", help="the claim in the site’s first language, in our words")
    parser.add_argument("--id", help="the claim’s id, of a few words")
    parser.add_argument("--date", help="when it happened or is to happen; unknown is allowed")
    parser.add_argument("--said-by", help="ids of the speakers, nearest first; empty for the article itself")
    parser.add_argument("--status", default="reported", help="as first recorded (default: reported)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the claim if the dossier is sound with it; 1 if it is not, 2 if an answer makes no sense."""
    with opened(root) as (dossier, problems, _):
        if dossier is None:
            return tell(problems)
        source = dossier.sources.get(options.source)
        if source is None:
            near = did_you_mean(options.source, dossier.sources)
            return refuse(f"there is no source “{options.source}”{f'; {near}' if near else ''}")
        if not 1 <= options.paragraph <= len(source.paragraphs):
            return refuse(f"{source.key} has the paragraphs 1 to {len(source.paragraphs)}")
        try:
            block = _asked(dossier, source.paragraph(options.paragraph).text, options)
        except (EOFError, LookupError) as error:
            return refuse(str(error) or "say what nobody can be asked:  --quote … --about … --text … --id …")
    path = root / source.where.file
    before = path.read_bytes().decode("utf-8")
    added = with_claim(before, block)
    replace_file(path, added)
    with opened(root) as (after, found, _):
        if after is None:
            replace_file(path, before)
            announce("nothing was written, since the claim would break the record:")
            return tell(
                Problems([one for one in found.found if one.where.file == source.where.file] or found.found)
            )
    replace_file(path, canonical(added, source_schema(after.settings.languages, after.interactions)))
    announce(f"added to {source.where.file}; next: its other languages, then  make check")
    return 0


def _asked(dossier: Dossier, paragraph: str, options: argparse.Namespace) -> list[str]:
    """The claim's lines, without indentation; LookupError where an answer cannot stand."""
    quote = _answer(
        options.quote, f"{paragraph}\n\nThe words it rests on: ", lambda given: _quoted(paragraph, given)
    )
    about = _answer(
        options.about, "About whom or what (ids, with commas): ", lambda given: _ids(dossier, given)
    )
    text = _answer(options.text, f"The claim in our words ({dossier.settings.default_language}): ", _filled)
    known = {claim.id for claim in dossier.claims()}
    id_ = _answer(options.id, "Its id, of a few words: ", lambda given: _new(known, given))
    date = _answer(options.date, "When (2025-11-06, unknown …): ", lambda given: given or UNKNOWN)
    said_by = _answer(
        options.said_by,
        "Who says so (ids, nearest first; nothing: the article): ",
        lambda given: _ids(dossier, given),
    )
    return [
        f"- id: {id_}",
        f"  about: [{', '.join(about)}]",
        f"  date: {_scalar(date)}",
        f"  said_by: [{', '.join(said_by)}]",
        f"  status: {_scalar(options.status)}",
        "  text:",
        f"    {dossier.settings.default_language}: {_scalar(text)}",
        "  evidence:",
        f"    - {{p: {options.paragraph}, quote: {_scalar(quote)}}}",
    ]


def _answer(given: str | None, question: str, read: Callable[[str], T]) -> T:
    """What a flag says, or whoever is asked; asked again until it can stand."""
    if given is not None:
        return read(given.strip())
    while True:
        try:
            return read(input(question).strip())
        except LookupError as error:
            announce(str(error))


def _quoted(paragraph: str, quote: str) -> str:
    """The quotation, if it stands in the paragraph once."""
    count = len(occurrences(paragraph, quote)) if quote else 0
    if count == 0:
        raise LookupError(f"“{quote}” does not stand in the paragraph; copy the words letter for letter")
    if count > 1:
        raise LookupError(f"“{quote}” stands there {count} times; take some words more")
    return quote


def _ids(dossier: Dossier, given: str) -> list[str]:
    found = [one.strip() for one in given.split(",") if one.strip()]
    for id_ in found:
        if id_ not in dossier.entities:
            near = did_you_mean(id_, dossier.entities)
            raise LookupError(f"there is no entry “{id_}”{f'; {near}' if near else ''}")
    return found


def _filled(given: str) -> str:
    if not given:
        raise LookupError("the claim has no words")
    return given


def _new(known: set[str], given: str) -> str:
    if given in known:
        raise LookupError(f"there is a claim “{given}” already")
    return given


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def with_claim(record: str, block: Sequence[str]) -> str:
    """The record with the claim at the end of its list, every other line being as it was."""
    found = _LIST.search(record)
    if found is None:
        gap = "" if record.endswith("\n") or not record else "\n"
        return f"{record}{gap}claims:\n" + "".join(f"  {line}\n" for line in block)
    if found[1]:
        record = record[: found.start(1)].rstrip() + record[found.end(1) :]
        found = _LIST.search(record)
        assert found is not None
    following = _KEY.search(record, found.end())
    end = following.start() if following else len(record)
    item = _ITEM.search(record, found.end(), end)
    indent = item[1] if item else "  "
    lines = record[found.end() : end].split("\n")
    last = len(lines)
    while last > 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1  # comments at the margin belong to the key below
    body, tail = "\n".join(lines[:last]), "\n".join(lines[last:])
    added = "".join(f"{indent}{line}\n" for line in block)
    return f"{record[: found.end()]}{body}\n{added}{tail}{record[end:]}"
