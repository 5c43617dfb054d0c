"""Names beside their places on a map, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GAP = 3.0
"""Units between a mark and its name."""
ASCENT, DESCENT = 0.95, 0.3
"""How far letters reach above and below their line, in parts of their size."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the picture: its middle, its radius, and how wide its name is."""

    x: float
    y: float
    radius: float
    wide: float

    def box(self) -> Box:
        """The rectangle around the mark."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name's line begins, ends or has its middle, as ``anchor`` says."""

    x: float
    y: float
    anchor: str
    """``start``, ``middle`` or ``end``, as SVG calls it."""
    box: Box


def labelled(marks: Sequence[Mark], width: float, height: float, size: float) -> list[Label | None]:
    """A label for each mark, or None where there is no room; the first come first."""
    taken = [mark.box() for mark in marks]
    labels: list[Label | None] = []
    for mark in marks:
        label = next((one for one in _choices(mark, size) if _is_free(one.box, taken, width, height)), None)
        labels.append(label)
        if label:
            taken.append(label.box)
    return labels


def _is_free(box: Box, others: Sequence[Box], width: float, height: float) -> bool:
    inside = box.left >= 1 and box.top >= 1 and box.right <= width - 1 and box.bottom <= height - 1
    return inside and not any(box.meets(other) for other in others)


def _choices(mark: Mark, size: float) -> Iterator[Label]:
    """To the right, to the left, above, below, and at the corners."""
    away, line = mark.radius + GAP, size * 0.35
    slant = away * 0.7
    yield _label(mark.x + away, mark.y + line, "start", mark.wide, size)
    yield _label(mark.x - away, mark.y + line, "end", mark.wide, size)
    yield _label(mark.x, mark.y - away - size * DESCENT, "middle", mark.wide, size)
    yield _label(mark.x, mark.y + away + size * ASCENT, "middle", mark.wide, size)
    for anchor, side in (("start", 1), ("end", -1)):
        yield _label(mark.x + side * slant, mark.y - slant - size * DESCENT, anchor, mark.wide, size)
        yield _label(mark.x + side * slant, mark.y + slant + size * ASCENT, anchor, mark.wide, size)


def _label(x: float, y: float, anchor: str, wide: float, size: float) -> Label:
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Label(x, y, anchor, Box(left, y - size * ASCENT, left + wide, y + size * DESCENT))
