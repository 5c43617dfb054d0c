"""The outlines of countries: what the file holds, and what becomes of them on a picture."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from babel import Locale

from dossier.maps.clipping import clipped, cut_open
from dossier.maps.drawing import FINE, background
from dossier.maps.frame import framed
from dossier.maps.outlines import Ring, by_code, countries, inner_point
from tests.dossiers import PROJECT

TERRITORIES = Locale.parse("en").territories


def contains(ring: Ring, lon: float, lat: float) -> bool:
    """Whether a point lies within a ring, by the crossings of a line to the east."""
    crossed = [
        ax + (bx - ax) * (lat - ay) / (by - ay) > lon
        for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))
        if (ay > lat) != (by > lat)
    ]
    return sum(crossed) % 2 == 1


def corners(path: str) -> list[tuple[int, int]]:
    """The points of a path that `drawing` writes."""
    found = []
    for piece in re.findall(r"M(-?\d+) (-?\d+)l([-\d ]+)z", path):
        x, y = int(piece[0]), int(piece[1])
        found.append((x, y))
        steps = iter(map(int, piece[2].split()))
        for step_x, step_y in zip(steps, steps, strict=True):
            x, y = x + step_x, y + step_y
            found.append((x, y))
    return found


def test_the_file_is_small():
    assert (PROJECT / "hooks/dossier/maps/countries.json").stat().st_size < 150_000


def test_codes_are_those_of_iso_3166():
    assert set(by_code()) <= set(TERRITORIES)
    assert len(by_code()) > 220


@pytest.mark.parametrize("code", sorted(by_code()))
def test_a_countrys_mark_stands_within_it(code: str):
    largest = max(by_code()[code].parts, key=lambda part: part.area).rings[0]
    if code != "AQ":  # its outline goes around the pole
        assert contains(largest, *inner_point(largest))


def test_outlines_leap_nowhere():
    """Not even where a country lies on both sides of the antimeridian."""
    for country in countries():
        for part in country.parts:
            for ring in part.rings:
                assert len(ring) > 2
                assert all(abs(a[0] - b[0]) <= 2 and abs(a[1] - b[1]) <= 2 for a, b in pairwise(ring))


@pytest.mark.parametrize("code", ["FJ", "RU", "NZ", "KZ", "GL", "AQ", "US", "KI"])
def test_no_line_crosses_the_picture(code: str):
    """As one would if an outline were torn at the antimeridian or at the picture's back."""
    points = [point for part in by_code()[code].main() for point in part.rings[0]]
    frame = framed(points, 720, 240, 500)
    land, named = background(frame, frozenset({code}))
    assert named
    for piece in re.findall(r"M[^M]+", land + named):
        for (ax, ay), (bx, by) in pairwise(corners(piece)):
            long = max(abs(ax - bx), abs(ay - by)) / FINE > 150
            on_edge = not (0 < ax < 720 * FINE and 0 < ay < frame.height * FINE)
            assert not long or on_edge or code == "AQ"


@pytest.mark.parametrize(("meridian", "count"), [(11.0, 1), (180.0, 1), (0.0, 2), (-100.0, 2)])
def test_a_country_on_the_seam_of_the_world_falls_into_pieces(meridian: float, count: int):
    russia = max(by_code()["RU"].parts, key=lambda part: part.area).rings[0]
    pieces = list(cut_open(russia, meridian))
    assert len(pieces) == count
    assert all(-180 <= lon <= 180 for piece in pieces for lon, _ in piece)


def test_what_lies_outside_is_cut_off():
    square = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]
    assert set(clipped(square, (0, 0), (9, 9))) == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert clipped(square, (6, 6), (9, 9)) == []


def test_pictures_of_the_same_places_are_the_same():
    points = [point for part in by_code()["KZ"].main() for point in part.rings[0]]
    first, second = (framed(points, 240, 80, 170) for _ in range(2))
    drawn = background(first, frozenset({"KZ"}))
    background.cache_clear()
    assert background(second, frozenset({"KZ"})) == drawn
