"""The outlines of the world's countries, from ``countries.json``, which ``tools/outlines.py`` makes.

The file is TopoJSON (specification 1.0); the shapes are Natural Earth's, public domain.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians
from typing import Any

from dossier.maps.sphere import Point, distance, middle

STRIDE = 2.0
"""Degrees: no two neighbours of a ring are further apart."""
Ring = tuple[Point, ...]
"""A closed line: the first point is not repeated, and no longitude leaps."""


@dataclass(frozen=True, slots=True)
class Part:
    """A connected part of a country."""

    rings: tuple[Ring, ...]
    """Its outline, then its holes."""
    centre: Point
    reach: float
    """How far its points are from the centre at most, in degrees."""
    area: float
    """In square degrees at the equator."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory."""

    code: str
    """Two letters of ISO 3166-1; empty where it has none."""
    parts: tuple[Part, ...]

    def main(self) -> Iterator[Part]:
        """The parts that make its shape: the largest, and those a third as large."""
        largest = max(part.area for part in self.parts)
        return (part for part in self.parts if part.area >= largest / 3)


@lru_cache(maxsize=1)
def _topology() -> Any:
    return json.loads(files("dossier.maps").joinpath("countries.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """The countries that have two letters, by these; much quicker than their outlines."""
    shapes = _topology()["objects"]["countries"]["geometries"]
    return frozenset(shape["id"] for shape in shapes if shape.get("id"))


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All of them, in the order of the file."""
    topology = _topology()
    unit = topology["transform"]["scale"][0]
    arcs = [_points(arc, unit) for arc in topology["arcs"]]
    return tuple(
        Country(shape.get("id", ""), tuple(_part(polygon, arcs) for polygon in shape["arcs"]))
        for shape in topology["objects"]["countries"]["geometries"]
    )


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, Country]:
    """The countries that have two letters."""
    return {country.code: country for country in countries() if country.code}


def _points(arc: Sequence[Sequence[int]], unit: float) -> list[Point]:
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * unit, y * unit))
    return points


def _part(polygon: Sequence[Sequence[int]], arcs: Sequence[list[Point]]) -> Part:
    rings = tuple(_ring(numbers, arcs) for numbers in polygon)
    centre = middle(rings[0])
    return Part(rings, centre, max(distance(centre, point) for point in rings[0]), _area(rings[0]))


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> Ring:
    """The ring out of its arcs; ``~n`` is arc ``n`` from its end."""
    points: list[Point] = []
    for number in numbers:
        for lon, lat in (arcs[number] if number >= 0 else arcs[~number][::-1])[:-1]:
            turns = round((points[-1][0] - lon) / 360) if points else 0
            points.append((lon + 360 * turns, lat))
    return tuple(point for ends in zip(points, _following(points), strict=True) for point in _stations(*ends))


def _following(points: Sequence[Point]) -> Iterator[Point]:
    """The next point of each; that of the last is the first, perhaps once around the globe."""
    yield from points[1:]
    turns = round((points[-1][0] - points[0][0]) / 360)
    yield (points[0][0] + 360 * turns, points[0][1])


def _stations(one: Point, other: Point) -> Iterator[Point]:
    """A point and others on the way to the next: borders follow parallels, which no map draws straight."""
    steps = int(max(abs(other[0] - one[0]), abs(other[1] - one[1])) / STRIDE) + 1
    for step in range(steps):
        share = step / steps
        yield (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))


def _area(ring: Ring) -> float:
    twice = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))
    return abs(twice) / 2 * cos(radians(sum(lat for _, lat in ring) / len(ring)))


def inner_point(ring: Ring) -> Point:
    """A point well inside: the middle of the ring's widest stretch at the latitude of its centre."""
    lats = [lat for _, lat in ring]
    # Between two points of the ring, so that no corner lies on the line.
    level = _centre_of_gravity(ring) + 1e-7
    level = min(max(level, min(lats) + 1e-7), max(lats) - 1e-7)
    crossings = sorted(
        ax + (bx - ax) * (level - ay) / (by - ay)
        for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))
        if (ay > level) != (by > level)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return middle(ring)
    west, east = max(stretches, key=lambda ends: ends[1] - ends[0])
    return ((west + east) / 2, level)


def _centre_of_gravity(ring: Ring) -> float:
    """The latitude of the centre of gravity."""
    weights = [(ax * by - bx * ay, ay + by) for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))]
    whole = sum(weight for weight, _ in weights)
    return sum(weight * lats for weight, lats in weights) / (3 * whole) if whole else ring[0][1]
