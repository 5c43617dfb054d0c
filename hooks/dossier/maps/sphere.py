"""Points on the globe: what is near, and where the middle of several lies."""

from __future__ import annotations

from collections.abc import Iterable
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin

Point = tuple[float, float]
"""Longitude and latitude, in degrees; longitudes may go on beyond ±180."""


def distance(one: Point, other: Point) -> float:
    """The angle between two points, in degrees."""
    (lon, lat), (to_lon, to_lat) = one, other
    turned = radians(to_lon - lon)
    up, to_up = radians(lat), radians(to_lat)
    return degrees(acos(max(-1.0, min(1.0, sin(up) * sin(to_up) + cos(up) * cos(to_up) * cos(turned)))))


def middle(points: Iterable[Point]) -> Point:
    """The direction of the sum of the points; of points all around the globe, where none is, 0° 0°."""
    x = y = z = 0.0
    for lon, lat in points:
        flat = cos(radians(lat))
        x, y, z = x + flat * cos(radians(lon)), y + flat * sin(radians(lon)), z + sin(radians(lat))
    length = hypot(x, y, z)
    if length < 1e-9:
        return (0.0, 0.0)
    return (degrees(atan2(y, x)), degrees(asin(max(-1.0, min(1.0, z / length)))))


def turned(lon: float, centre: float) -> float:
    """The longitude as seen from a central meridian: from −180 to 180, in degrees."""
    return (lon - centre + 180) % 360 - 180
