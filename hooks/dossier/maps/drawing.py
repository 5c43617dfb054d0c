"""The outlines of countries as paths of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from dossier.maps.clipping import Place, clipped, cut_open
from dossier.maps.frame import Frame
from dossier.maps.outlines import Country, Part, Ring, by_code, countries
from dossier.maps.projection import EqualEarth
from dossier.maps.sphere import distance

FINE = 4
"""Steps of a path's numbers to a unit of the picture."""
NEAR = 4
"""Steps: of two points nearer to one another, one is drawn."""
EDGE = 4.0
"""Units beyond the picture's edge at which outlines are cut, so that no edge shows as a border."""
BEHIND = 125.0
"""Degrees from the centre: what lies wholly beyond is on the globe's other side, and never in a picture."""


@lru_cache(maxsize=4096)
def background(frame: Frame, codes: frozenset[str]) -> tuple[str, str]:
    """The world's countries in a frame, and apart from them those of the codes: equal in every language."""
    named = [by_code()[code] for code in sorted(codes)]
    return path((one for one in countries() if one.code not in codes), frame), path(named, frame)


def path(shown: Iterable[Country], frame: Frame) -> str:
    """The outlines of these countries as one SVG path, in quarters of a unit; empty where none is in view."""
    parts = (part for country in shown for part in country.parts if _in_view(part, frame))
    rings = (ring for part in parts for ring in part.rings)
    return "".join(_drawn(piece, frame) for ring in rings for piece in _pieces(ring, frame))


def _in_view(part: Part, frame: Frame) -> bool:
    return distance(part.centre, frame.centre) <= part.reach + frame.reach


def _pieces(ring: Ring, frame: Frame) -> Iterator[list[Place]]:
    """A ring on the picture's plane, in as many pieces as it falls into."""
    projection = frame.projection
    if isinstance(projection, EqualEarth):
        for piece in cut_open(ring, projection.meridian):
            yield [frame.place((lon + projection.meridian, lat)) for lon, lat in piece]
    elif any(distance(point, frame.centre) < BEHIND for point in ring):
        yield [frame.place(point) for point in ring]


def _drawn(piece: list[Place], frame: Frame) -> str:
    points = _within(piece, frame)
    steps = list(_thinned((round(x * FINE), round(y * FINE)) for x, y in points))
    if len(steps) < 3:
        return ""
    x, y = steps[0]
    moves = (f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(steps))
    return f"M{x} {y}l{' '.join(moves)}z"


def _within(piece: list[Place], frame: Frame) -> list[Place]:
    """As much of a piece as the picture may show; most are all of it or nothing, and need no clipping."""
    low, high = (-EDGE, -EDGE), (frame.width + EDGE, frame.height + EDGE)
    ends = [(min(values), max(values)) for values in zip(*piece, strict=True)]
    if any(end < low[axis] or start > high[axis] for axis, (start, end) in enumerate(ends)):
        return []
    if all(low[axis] <= start and end <= high[axis] for axis, (start, end) in enumerate(ends)):
        return piece
    return clipped(piece, low, high)


def _thinned(points: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= NEAR:
            last = point
            yield point
