"""From the globe to a picture and back, in any part of the world."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.maps.frame import framed
from dossier.maps.outlines import by_code
from dossier.maps.projection import Azimuthal, EqualEarth, Projection, fitting
from dossier.maps.sphere import Point, distance, middle

POINTS = st.tuples(st.floats(-180, 180), st.floats(-89, 89))
NEAR = 1e-6
"""Degrees, about a tenth of a metre."""
SUVA, TAVEUNI = (178.44, -18.14), (-179.98, -16.85)


def shown(*codes: str) -> list[Point]:
    """The points that a map of these countries shows."""
    return [point for code in codes for part in by_code()[code].main() for point in part.rings[0]]


@given(POINTS, POINTS)
def test_what_is_flattened_around_any_point_comes_back(centre: Point, point: Point):
    projection = Azimuthal(centre)
    if distance(centre, point) < 170:
        assert distance(projection.globe(projection.flat(point)), point) < NEAR


@given(st.floats(-180, 180), POINTS)
def test_what_is_flattened_on_a_map_of_the_world_comes_back(meridian: float, point: Point):
    projection = EqualEarth(meridian)
    assert distance(projection.globe(projection.flat(point)), point) < NEAR


@pytest.mark.parametrize("projection", [Azimuthal((69, 41)), EqualEarth(11)])
@given(point=st.tuples(st.floats(-60, 120), st.floats(-50, 80)))
def test_no_land_grows_or_shrinks(projection: Projection, point: Point):
    """A square of a hundredth of a degree has the area on the map that it has on the globe."""
    lon, lat = point
    west, east, south, north = (
        projection.flat(corner)
        for corner in ((lon - 0.005, lat), (lon + 0.005, lat), (lon, lat - 0.005), (lon, lat + 0.005))
    )
    across, up = ((b[0] - a[0], b[1] - a[1]) for a, b in ((west, east), (south, north)))
    flat = abs(across[0] * up[1] - across[1] * up[0])
    globe = distance(point, (lon + 0.005, lat)) * distance(point, (lon, lat + 0.005)) * 4
    assert isclose(flat * 3282.80635, globe, rel_tol=0.02)


def test_neighbours_across_the_antimeridian_are_neighbours_on_the_map():
    frame = framed([SUVA, TAVEUNI], 340, 200, 300)
    (ax, ay), (bx, by) = frame.place(SUVA), frame.place(TAVEUNI)
    assert 0 < bx - ax < 80
    assert 0 < ay - by < 80


@pytest.mark.parametrize(
    "codes",
    [
        ("FJ",),
        ("RU",),
        ("NZ", "FJ"),
        ("GL",),
        ("AQ",),
        ("CL", "NZ"),
        ("US", "RU"),
        ("SG",),
        ("CA", "RU", "GL"),
    ],
    ids="-".join,
)
@pytest.mark.parametrize("width", [720.0, 340.0, 240.0])
def test_a_map_shows_all_of_its_countries(codes: tuple[str, ...], width: float):
    points = shown(*codes)
    frame = framed(points, width, width * 0.33, width * 0.7)
    for x, y in map(frame.place, points):
        assert 0 <= x <= frame.width
        assert 0 <= y <= frame.height


@pytest.mark.parametrize(
    ("codes", "regional"),
    [
        (("KZ", "UZ"), True),
        (("FJ", "TO", "WS"), True),
        (("CA", "RU", "GL"), True),
        (("KZ", "US"), False),
        (("BR", "ZA", "AU"), False),
    ],
    ids=str,
)
def test_near_places_make_a_map_of_a_region_and_others_of_the_world(codes: tuple[str, ...], regional: bool):
    assert isinstance(fitting(shown(*codes)), Azimuthal) is regional


def test_a_map_of_the_world_is_cut_in_the_atlantic_only_for_the_pacific():
    pacific, atlantic = fitting(shown("NZ", "US", "CL")), fitting(shown("KZ", "US", "CN"))
    assert isinstance(pacific, EqualEarth)
    assert 180 < pacific.meridian % 360 < 260
    assert atlantic == EqualEarth(11.0)


@given(st.lists(POINTS, min_size=1, max_size=6), st.floats(-170, 170))
def test_the_middle_does_not_depend_on_where_longitudes_begin(points: list[Point], turn: float):
    centre = middle(points)
    turned = middle([(lon + turn, lat) for lon, lat in points])
    if max(distance(centre, point) for point in points) < 80:
        assert distance((centre[0] + turn, centre[1]), turned) < 1e-3
