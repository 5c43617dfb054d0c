"""A live preview says in its pages what is wrong with the records, where whoever edits them is looking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from dossier.model import Dossier
from dossier.problems import Location, Problem
from dossier.report import report

_BEGIN = '<main class="md-main"'


def with_problems(html: str, problems: Sequence[str], *, stale: bool) -> str:
    """A page with a list of problems above its text; ``stale``: it shows an earlier state."""
    if not problems or html.count(_BEGIN) != 1:
        return html
    words = (
        "The page shows the last sound state; mend this and save." if stale else "The records have warnings."
    )
    listed = "\n".join(map(escape, problems))
    shown = f'<div class="d-problems md-grid" role="alert" lang="en"><p>{words}</p><pre>{listed}</pre></div>'
    return html.replace(_BEGIN, f"{shown}{_BEGIN}")


def beside(problems: Iterable[Problem], dossier: Dossier) -> Mapping[tuple[str, int], Sequence[str]]:
    """File and line where a part of a record begins → what is wrong from there to where the next begins.

    So a page can say it beside the fact, role, claim, note or reference that it is about. Of an earlier state
    lines may have moved since; the list above the text has all problems with their places.
    """
    begins: dict[str, list[int]] = {}
    for file, line in sorted({(place.file, place.line) for place in _places(dossier)}):
        begins.setdefault(file, []).append(line)
    found: dict[tuple[str, int], list[str]] = {}
    for problem in problems:
        lines = begins.get(problem.where.file, [])
        before = bisect_right(lines, problem.where.line)
        if before:
            found.setdefault((problem.where.file, lines[before - 1]), []).append(report([problem]))
    return found


def _places(dossier: Dossier) -> Iterator[Location]:
    """Where records begin, and their parts that pages lead to."""
    for entity in dossier.entities.values():
        yield entity.where
        yield from (role.where for role in entity.roles)
        yield from (fact.where for fact in entity.facts)
    for source in dossier.sources.values():
        yield source.where
        yield from (claim.where for claim in source.claims)
        yield from (note.where for note in source.notes)
        yield from (date.where for date in source.dates)
        yield from (gap.where for gap in source.gaps)
    for translation in dossier.translations.values():
        yield from (paragraph.where for paragraph in translation.paragraphs)
    yield from (reference.where for reference in dossier.references.values())
