"""From the globe to the plane and back, without changing areas: near a point, and of the whole world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

from dossier.maps.sphere import Point, distance, middle, turned

Flat = tuple[float, float]
"""A point of the plane: to the right, and up; the globe's radius is 1."""


class Projection(Protocol):
    """A way from the globe to the plane."""

    def flat(self, point: Point) -> Flat:
        """Where a point lies in the plane."""
        ...

    def globe(self, flat: Flat) -> Point:
        """The point of the globe that lies there."""
        ...


@dataclass(frozen=True, slots=True)
class Azimuthal:
    """Lambert's azimuthal equal-area projection: true to shape near its centre, wherever that is.

    J. P. Snyder, Map Projections – A Working Manual, USGS Professional Paper 1395 (1987), pp. 182–190.
    """

    centre: Point

    def flat(self, point: Point) -> Flat:
        """Where a point lies; of the point opposite the centre, some point of the rim."""
        lon, lat = radians(point[0] - self.centre[0]), radians(point[1])
        up = radians(self.centre[1])
        near = 1 + sin(up) * sin(lat) + cos(up) * cos(lat) * cos(lon)
        scale = sqrt(2 / max(near, 1e-12))
        return (
            scale * cos(lat) * sin(lon),
            scale * (cos(up) * sin(lat) - sin(up) * cos(lat) * cos(lon)),
        )

    def globe(self, flat: Flat) -> Point:
        """The point that lies there."""
        x, y = flat
        far = hypot(x, y)
        if far < 1e-12:
            return self.centre
        angle, up = 2 * asin(min(1.0, far / 2)), radians(self.centre[1])
        lat = asin(max(-1.0, min(1.0, cos(angle) * sin(up) + y * sin(angle) * cos(up) / far)))
        lon = atan2(x * sin(angle), far * cos(up) * cos(angle) - y * sin(up) * sin(angle))
        return (self.centre[0] + degrees(lon), degrees(lat))


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """The Equal Earth projection, around a central meridian: the whole world as readers know it.

    B. Šavrič, T. Patterson, B. Jenny, “The Equal Earth map projection”, International Journal of Geographical
    Information Science 33 (2019), 454–465, doi:10.1080/13658816.2018.1504949.
    """

    meridian: float

    def flat(self, point: Point) -> Flat:
        """Where a point lies."""
        angle = asin(_HALF * sin(radians(point[1])))
        return (radians(turned(point[0], self.meridian)) * _width(angle), _height(angle))

    def globe(self, flat: Flat) -> Point:
        """The point that lies there, found by Newton's method."""
        angle = flat[1] / _A[0]
        for _ in range(12):
            angle -= (_height(angle) - flat[1]) / _slope(angle)
        lat = degrees(asin(max(-1.0, min(1.0, sin(angle) / _HALF))))
        return (self.meridian + degrees(flat[0] / _width(angle)), lat)


_A = (1.340264, -0.081106, 0.000893, 0.003796)
_HALF = sqrt(3) / 2


def _height(angle: float) -> float:
    square = angle * angle
    return angle * (_A[0] + _A[1] * square + square**3 * (_A[2] + _A[3] * square))


def _slope(angle: float) -> float:
    square = angle * angle
    return _A[0] + 3 * _A[1] * square + square**3 * (7 * _A[2] + 9 * _A[3] * square)


def _width(angle: float) -> float:
    return cos(angle) / (_HALF * _slope(angle))


REGION = 38.0
"""Degrees: places within so much of their middle make a map of a region; others, one of the world."""
POLAR, AROUND_POLE = 40.0, 60.0
"""Places that lie all beyond such a latitude make one of a region even within so much."""
ATLANTIC = 11.0
"""The central meridian at which no land is cut but Antarctica."""
WORTH = 90.0
"""Degrees: a map of the world is turned to another meridian only if it becomes so much narrower."""


def fitting(points: Sequence[Point]) -> Projection:
    """The projection that suits these points."""
    centre = middle(points)
    reach = max(distance(centre, point) for point in points)
    around_pole = min(lat for _, lat in points) >= POLAR or max(lat for _, lat in points) <= -POLAR
    if reach <= (AROUND_POLE if around_pole else REGION):
        return Azimuthal(centre)
    west, width = _narrowest([lon for lon, _ in points])
    seen = [turned(lon, ATLANTIC) for lon, _ in points]
    return EqualEarth(west + width / 2 if max(seen) - min(seen) - width >= WORTH else ATLANTIC)


def _narrowest(longitudes: Sequence[float]) -> tuple[float, float]:
    """Where the shortest way eastwards past all longitudes begins, and how long it is."""
    around = sorted({lon % 360 for lon in longitudes})
    gaps = [
        (after - before, after) for before, after in zip(around, [*around[1:], around[0] + 360], strict=True)
    ]
    gap, west = max(gaps)
    return west, 360 - gap
