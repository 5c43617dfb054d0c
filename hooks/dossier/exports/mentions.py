"""Mentions as JSON lines (jsonlines.org), for programs that measure or reuse them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dossier.model import LinkedDossier


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
