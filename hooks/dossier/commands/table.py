"""The table of ``dossier mentions``: what an editor should look at, each with a line to paste."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.exports.mentions import Changes, Line
from dossier.exports.stubs import mention_stub
from dossier.link.editors.explain import reason
from dossier.link.editors.misspellings import MISSPELT
from dossier.link.editors.review import Review, review
from dossier.link.roles.offices import ROLE_AT_DATE
from dossier.memo import Memo
from dossier.model import Abstention, Dossier, LinkedDossier
from dossier.report import printable


def table(linked: LinkedDossier, moved: Changes | None, memo: Memo) -> Iterator[str]:
    """The lines of the table; ``moved`` is None where there is nothing to compare with."""
    looked = review(linked, memo)
    shown = sum(mention.shown for mention in linked.mentions)
    yield f"{shown} links to {len(linked.of_entity())} of {len(linked.dossier.entities)} entities"
    yield from _part("Not linked", [_abstention(linked.dossier, one) for one in linked.abstentions])
    yield from _part("Perhaps misspelt", [_abstention(linked.dossier, one) for one in looked.misspelt])
    yield from _part("Never named", _unmatched(looked))
    yield from _part("Names to think over", _doubtful(looked))
    if moved is not None:
        yield from _part("New links since the last build", [_line(one) for one in moved.new])
        yield from _part("Lost links since the last build", [_line(one) for one in moved.lost])


def _part(heading: str, rows: list[list[str]]) -> Iterator[str]:
    if rows:
        yield ""
        yield f"{heading} ({len(rows)})"
        for first, *more in rows:
            yield f"  {printable(first)}"
            yield from (f"      {printable(line)}" for line in more)


def _abstention(dossier: Dossier, one: Abstention) -> list[str]:
    source = dossier.sources[one.source]
    paragraph = source.paragraph(one.paragraph)
    manner = {MISSPELT: "sic", ROLE_AT_DATE: "role"}.get(one.rule, "name")
    return [
        f"{one.source} p{one.paragraph}  “{one.surface}”  {one.rule}: {reason(one.rule)}",
        f"in {source.where.file}, under mentions, one of:",
        *(mention_stub(paragraph, one.start, one.end, entity, manner) for entity in one.entities),
        mention_stub(paragraph, one.start, one.end, "none"),
    ]


def _unmatched(looked: Review) -> list[list[str]]:
    """A row an entity; its aliases side by side."""
    rows = []
    for entity, names in groupby(looked.unmatched, key=lambda one: one.entity):
        aliases = ", ".join(f"“{one.alias}” ({one.language})" for one in names if one.alias)
        rows.append([f"{entity}  {aliases or 'by any name'}"])
    return rows


def _doubtful(looked: Review) -> list[list[str]]:
    return [
        [f"{one.where}: {one.entity}  “{one.name}” ({one.language}) {one.why}"] for one in looked.doubtful
    ]


def _line(one: Line) -> list[str]:
    return [f"{one['doc']} p{one.get('paragraph', '?')}  “{one['surface']}” → {one['entity']}"]
