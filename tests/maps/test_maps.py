"""Maps on the pages of a dossier: every place is on one or listed beside it, as a link."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dossier.build import Built, build
from dossier.compose.maps import MOST, WIDE, map_of_kind
from dossier.compose.view import View
from dossier.maps.drawing import background
from dossier.pages.maps import MapBody, MapPicture
from tests.dossiers import PROJECT
from tests.reading import Page, pages
from tools.outlines import outlines, simplified


@pytest.fixture(scope="module")
def real() -> Built:
    built, _ = build(PROJECT)
    assert built is not None
    return built


@pytest.fixture
def pacific(dossier_of: Callable[[str], Path]) -> View:
    """Islands on both sides of the antimeridian."""
    built, problems = build(dossier_of("pacific"))
    assert built is not None, problems.sorted()
    return View(built.index, built.interface("en"))


def body(view: View, kind: str) -> MapBody:
    made = map_of_kind(view.dossier.kinds[kind], view)
    assert made is not None
    return made


def drawn(made: MapBody) -> Iterator[MapPicture]:
    yield from (made.wide, made.narrow, *made.details)


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_every_place_is_on_the_map_or_listed_as_absent(language: str, real: Built):
    view = View(real.index, real.interface(language))
    made = body(view, "place")
    places = {view.link(one.id) for one in view.entities_of(view.dossier.kinds["place"])}
    for overview in (made.wide, made.narrow):
        assert {mark.link for mark in overview.marks} | set(made.absent) == places


def test_what_no_map_of_all_can_name_a_detailed_one_names(real: Built):
    made = body(View(real.index, real.interface("en")), "place")
    named = {mark.link for picture in drawn(made) for mark in picture.marks if mark.label}
    assert named == {mark.link for mark in made.wide.marks}


def test_marks_lie_in_their_pictures(real: Built):
    for picture_ in drawn(body(View(real.index, real.interface("uk")), "place")):
        for mark in picture_.marks:
            assert mark.radius <= mark.x <= picture_.width - mark.radius
            assert mark.radius <= mark.y <= picture_.height - mark.radius


def test_a_place_named_more_often_has_the_larger_mark(real: Built):
    view = View(real.index, real.interface("en"))
    marks = {mark.link.text: mark.radius for mark in body(view, "place").wide.marks}
    assert marks["United States"] > marks["Central Asia"] > marks["Kazakhstan"] > marks["China"]


def test_the_pacific_is_not_torn(pacific: View):
    made = body(pacific, "island")
    x = {mark.link.text: mark.x for mark in made.wide.marks}
    assert x["Auckland"] < x["Suva"] < x["Taveuni"] < x["R&D <b>Rakahanga</b>"]
    assert x["Taveuni"] - x["Suva"] < WIDE / 10
    assert [link.text for link in made.absent] == ["Atlantis", "Lemuria"]


def crowded(view: View, count: int) -> View:
    """The dossier with so many more islands, all over the globe."""
    known = view.dossier.entities
    suva = known["suva"]
    [fact] = suva.facts
    more = {
        f"isle-{i}": replace(
            suva, id=f"isle-{i}", facts=(replace(fact, value=f"{i * 37 % 140 - 60}, {i * 61 % 360 - 180}"),)
        )
        for i in range(count)
    }
    index = replace(view.index, dossier=replace(view.dossier, entities={**known, **more}))
    return View(index, view.words)


def test_a_map_of_hundreds_shows_those_named_most_and_the_list_has_the_others(pacific: View):
    made = body(crowded(pacific, 400), "island")
    assert len(made.wide.marks) == len(made.narrow.marks) == MOST
    assert {"Suva", "Fiji", "Auckland"} <= {mark.link.text for mark in made.wide.marks}
    assert made.left_out == 400 + 5 - MOST
    assert [link.text for link in made.absent] == ["Atlantis", "Lemuria"]


def test_a_detailed_map_shows_less_than_that_of_all(pacific: View):
    for detail in body(crowded(pacific, 400), "island").details:
        assert len(detail.marks) < MOST / 2


def test_pictures_are_the_same_every_time(pacific: View):
    first = body(pacific, "island")
    background.cache_clear()
    assert body(pacific, "island") == first


def svgs(page: Page) -> Sequence[ET.Element]:
    """The pictures of a page, which have to be well-formed."""
    pieces = page.html.split('<svg class="d-map')[1:]
    return [ET.fromstring('<svg class="d-map' + piece.split("</svg>")[0] + "</svg>") for piece in pieces]


def test_the_pages_show_maps_with_links(built: Callable[[str], Path]):
    site = pages(built("pacific") / "site")
    wide, narrow, *_ = svgs(site["islands/index.html"])
    for svg in (wide, narrow):
        assert svg.get("role") == "group"
        assert svg.get("aria-label") == "Map of the places named"
        links = {link.get("href"): link.find("title") for link in svg.iter("a")}
        assert set(links) == {"suva/", "taveuni/", "fiji/", "auckland/", "rakahanga/"}
        assert {title.text for title in links.values() if title is not None} >= {
            "Suva: 2 mentions",
            "R&D <b>Rakahanga</b>: 0 mentions",
        }
    [own] = svgs(site["islands/fiji/index.html"])
    assert [text.text for text in own.iter("text")] == ["Fiji"]
    assert svgs(site["islands/lemuria/index.html"]) == []
    assert "16.85° south, 179.98° west" in site["islands/taveuni/index.html"].html


def test_search_engines_are_told_the_coordinates(built: Callable[[str], Path]):
    page = pages(built("pacific") / "site")["islands/suva/index.html"]
    [data] = [json.loads(e.text) for e in page.all("script") if e.get("type") == "application/ld+json"]
    assert '"latitude": "-18.14"' in json.dumps(data)


def test_no_map_where_no_kind_is_of_places(built: Callable[[str], Path]):
    assert all('class="d-map' not in page.html for page in pages(built("minimal") / "site").values())


def test_both_sides_of_a_border_are_simplified_alike():
    """Two squares that share a crooked side: the arc stays one, and both name it."""
    crooked = [[100, 0], [3, 20], [-4, 30], [2, 20], [-1, 30]]
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"a3": "UZB"}},
                    {"type": "Polygon", "arcs": [[2, -1]], "properties": {"a3": "KAZ"}},
                ]
            }
        },
        "arcs": [
            crooked,
            [[100, 100], [-100, 0], [0, -100], [100, 0]],
            [[100, 0], [100, 0], [0, 100], [-100, 0]],
        ],
    }
    made = outlines(topology)
    [west, east] = [shape["arcs"] for shape in made["objects"]["countries"]["geometries"]]
    shared = {n if n >= 0 else ~n for [[*ring]] in west for n in ring}
    assert shared & {n if n >= 0 else ~n for [[*ring]] in east for n in ring}
    assert [shape["id"] for shape in made["objects"]["countries"]["geometries"]] == ["KZ", "UZ"]


def test_a_straight_line_keeps_its_ends_alone():
    assert simplified([(0, 0), (1, 0.001), (2, 0), (3, 0.002), (4, 0)]) == [(0, 0), (4, 0)]
