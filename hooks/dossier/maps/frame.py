"""Which part of the globe a map shows, and where on the picture each point of it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.maps.projection import Azimuthal, EqualEarth, Flat, Projection, fitting
from dossier.maps.sphere import Point, distance

LEAST = 0.2
"""Radians, about 11°: a map shows at least so much of the globe from side to side."""
MARGIN = 0.1
"""Part of the extent that is left free at each side."""


@dataclass(frozen=True)
class Frame:
    """A window onto the plane of a projection; sizes of the picture are in its own units, pixels at first."""

    projection: Projection
    width: float
    height: float
    left: float
    top: float
    """Where the picture's upper left corner lies in the plane."""
    scale: float
    """Units of the picture for one of the plane."""

    def place(self, point: Point) -> tuple[float, float]:
        """Where a point of the globe lies: to the right, and down."""
        x, y = self.projection.flat(point)
        return ((x - self.left) * self.scale, (self.top - y) * self.scale)

    def globe(self, x: float, y: float) -> Point:
        """The point of the globe that lies there."""
        return self.projection.globe((self.left + x / self.scale, self.top - y / self.scale))

    @cached_property
    def reach(self) -> float:
        """How far from the centre of an azimuthal map its corners are, in degrees."""
        if isinstance(self.projection, EqualEarth):
            return 180.0
        corners = ((0.0, 0.0), (self.width, 0.0), (0.0, self.height), (self.width, self.height))
        return max(distance(self.centre, self.globe(*corner)) for corner in corners)

    @property
    def centre(self) -> Point:
        """The point around which the map is drawn."""
        if isinstance(self.projection, Azimuthal):
            return self.projection.centre
        return self.globe(self.width / 2, self.height / 2)


def framed(points: Sequence[Point], width: float, lowest: float, highest: float) -> Frame:
    """A map that shows all the points, ``width`` wide and between ``lowest`` and ``highest`` high."""
    projection = fitting(points)
    flat = [projection.flat(point) for point in points]
    (left, bottom), (right, top) = _padded(flat)
    scale = min(width / (right - left), highest / (top - bottom))
    height = min(max((top - bottom) * scale, lowest), highest)
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    if isinstance(projection, EqualEarth):
        middle_y = _within_world(middle_y, height / scale / 2, projection)
    return Frame(
        projection, width, height, middle_x - width / scale / 2, middle_y + height / scale / 2, scale
    )


def _padded(flat: Sequence[Flat]) -> tuple[Flat, Flat]:
    """The rectangle around the points, with margins; lower left and upper right corner."""
    ends = []
    for values in zip(*flat, strict=True):
        low, high = min(values), max(values)
        half = max(high - low, LEAST) * (0.5 + MARGIN)
        ends.append(((low + high) / 2 - half, (low + high) / 2 + half))
    (left, right), (bottom, top) = ends
    return (left, bottom), (right, top)


def _within_world(middle: float, half: float, projection: Projection) -> float:
    """The middle moved as far as it must be for the frame not to look over a pole."""
    end = max(0.0, projection.flat((0.0, 90.0))[1] - half)
    return max(-end, min(end, middle))
