"""A paragraph cut at every boundary of a mention or note, so that marks nest and no character is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from dossier.compose.view import View
from dossier.model import Mention, Remark
from dossier.pages.sources import Piece, Segment


def pieces(
    text: str, mentions: Sequence[Mention], notes: Mapping[int, Remark], view: View
) -> tuple[Piece, ...]:
    """The whole text in order: mentions that are links, and what stands between them.

    ``mentions`` must not overlap one another; notes may overlap anything.
    """
    found: list[Piece] = []
    done = 0
    for mention in sorted(mentions, key=lambda m: m.start):
        if mention.start > done:
            found.append(Piece(_segments(text, done, mention.start, notes)))
        found.append(_link(text, mention, notes, view))
        done = mention.end
    if done < len(text):
        found.append(Piece(_segments(text, done, len(text), notes)))
    return tuple(found)


def _link(text: str, mention: Mention, notes: Mapping[int, Remark], view: View) -> Piece:
    kind = view.kind_of(mention.entity)
    return Piece(
        segments=_segments(text, mention.start, mention.end, notes),
        target=view.target(mention.entity),
        kind=kind.id,
        marker=kind.marker,
        title=f"{view.name(mention.entity)} · {view.words.pick(kind.one)}",
    )


def _segments(text: str, start: int, end: int, notes: Mapping[int, Remark]) -> tuple[Segment, ...]:
    """The stretch from ``start`` to ``end``, cut where a note begins or ends."""
    cuts = {start, end}
    for note in notes.values():
        cuts |= {cut for cut in (note.quote.start, note.quote.end) if start < cut < end}
    edges = sorted(cuts)
    return tuple(
        Segment(
            text[a:b],
            tuple(n for n, note in notes.items() if note.quote.start <= a and b <= note.quote.end),
            tuple((n, note.id) for n, note in notes.items() if note.quote.end == b),
        )
        for a, b in pairwise(edges)
    )
