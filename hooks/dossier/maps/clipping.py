"""Cuts polygons at straight lines: at the picture's edges, and where a map of the world is cut open.

I. E. Sutherland and G. W. Hodgman, “Reentrant polygon clipping”, Communications of the ACM 17 (1974), 32–42.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Place = tuple[float, float]
Polygon = Sequence[Place]

SEAM = 179.999
"""Degrees from the central meridian: short of 180, where east and west are one."""


def clipped(polygon: Polygon, low: Place, high: Place) -> list[Place]:
    """The part of a polygon within a rectangle; empty where none is."""
    points = list(polygon)
    for axis in (0, 1):
        points = _half(_half(points, axis, low[axis], 1), axis, high[axis], -1)
    return points


def _half(points: list[Place], axis: int, limit: float, side: int) -> list[Place]:
    """What lies above a limit on an axis (``side`` 1), or below it (−1)."""
    kept: list[Place] = []
    for before, point in pairwise([*points[-1:], *points]):
        inside, was = side * (point[axis] - limit) >= 0, side * (before[axis] - limit) >= 0
        if inside != was:
            kept.append(_crossing(before, point, axis, limit))
        if inside:
            kept.append(point)
    return kept


def _crossing(one: Place, other: Place, axis: int, limit: float) -> Place:
    share = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def cut_open(ring: Polygon, meridian: float) -> Iterator[list[Place]]:
    """The pieces of a ring on the globe, cut where a map around ``meridian`` begins and ends.

    Longitudes come out as seen from the meridian, from −180 to 180.
    """
    points = [(lon - meridian, lat) for lon, lat in ring]
    turns = round((points[-1][0] - points[0][0]) / 360)
    if turns:  # around a pole: closed along the pole itself
        pole = 90.0 if points[0][1] > 0 else -90.0
        last = points[0][0] + 360 * turns
        points += [(last, points[0][1]), (last, pole), (points[0][0], pole)]
    longitudes = [lon for lon, _ in points]
    first, final = (round((end + side) / 360) for end, side in ((min(longitudes), -1), (max(longitudes), 1)))
    for turn in range(first, final + 1):
        moved = [(lon - 360 * turn, lat) for lon, lat in points]
        piece = clipped(moved, (-SEAM, -90.0), (SEAM, 90.0))
        if piece:
            yield piece
