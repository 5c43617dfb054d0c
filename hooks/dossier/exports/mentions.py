"""Mentions as JSON lines (jsonlines.org), for programs that measure or reuse them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dossier.model import LinkedDossier

MENTIONS = "mentions.jsonl"
"""The file in a site that holds the mentions of its articles."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """Links that one list of mentions has and the other has not, in the order of their list."""

    new: list[Line]
    lost: list[Line]


def mention_lines(linked: LinkedDossier, *, hidden: bool = False) -> Iterator[str]:
    """A JSON object a mention, in order of source, paragraph, start.

    ``doc`` is the source's key; ``start`` and ``end`` are code points of the whole article text. With
    ``hidden``, also what is not a link: names inside a longer name, and what is only meant.
    """
    starts = {
        (key, paragraph.number): paragraph.start
        for key, source in linked.dossier.sources.items()
        for paragraph in source.paragraphs
    }
    for mention in linked.mentions:
        if mention.shown or hidden:
            start = starts[mention.source, mention.paragraph]
            record = {
                "doc": mention.source,
                "paragraph": mention.paragraph,
                "start": start + mention.start,
                "end": start + mention.end,
                "surface": mention.surface,
                "entity": mention.entity,
                "manner": mention.manner,
                "rule": mention.rule,
            } | ({} if mention.shown else {"shown": False})
            yield json.dumps(record, ensure_ascii=False)


def read_lines(text: str) -> list[Line]:
    """Mentions from JSON lines; ValueError where they are none."""
    lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, 1):
        if not isinstance(line, dict) or not {"doc", "start", "end", "surface", "entity"} <= line.keys():
            raise ValueError(f"line {number} is no mention")
    return lines


def changes(before: Iterable[Line], after: Iterable[str]) -> Changes:
    """What was linked or unlinked since; a link is a span and an entity, whatever the rule."""
    old = {_identity(line): line for line in before if line.get("shown", True)}
    new = {_identity(line): line for line in map(json.loads, after)}
    return Changes(
        [line for key, line in new.items() if key not in old],
        [line for key, line in old.items() if key not in new],
    )


def _identity(line: Line) -> tuple[Any, ...]:
    return line["doc"], line["start"], line["end"], str(line["entity"])
