"""Maps of the places of a dossier: all of a kind, and where one place lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, sqrt

from dossier.compose.view import View
from dossier.lettering import breadth
from dossier.maps.drawing import background
from dossier.maps.frame import Frame, framed
from dossier.maps.labels import Mark, labelled
from dossier.maps.located import Located, is_of_places, located
from dossier.model import Entity, Kind
from dossier.pages.maps import MapBody, MapMark, MapPicture

WIDE, NARROW, SMALL = 720.0, 340.0, 240.0
"""How wide a map is, in units: on wide screens, on narrow ones, and beside the facts of one place."""
LOWEST, HIGHEST = 0.33, 0.7
"""How high it is, in parts of its width."""
DETAIL = 0.62
"""The same of a detailed map: several stand in a row."""
SIZE = 12.0
"""Of the letters."""
MOST = 120
"""So many places a map shows, those named most often; the register has all."""
DETAILS = 4
"""So many detailed maps of what is too close on the map of all."""
CLOSER = 2.0
"""A detailed map is so many times as large, or tells nothing new."""
CLOSE = 24.0
"""Units on the narrow map: places that belong onto one detailed map."""


def map_of_kind(kind: Kind, view: View) -> MapBody | None:
    """All places of a kind; None where no record says where one lies."""
    if not is_of_places(kind):
        return None
    entities = sorted(view.entities_of(kind), key=lambda one: -_mentions(one.id, view))
    known = [place for entity in entities if (place := located(entity, kind))]
    if not known:
        return None
    shown, placed = known[:MOST], {place.entity for place in known}
    narrow = picture(shown, NARROW, view, highest=1.0)
    details = (picture(group, NARROW, view, DETAIL, DETAIL) for group in _crowded(shown, narrow))
    return MapBody(
        wide=picture(shown, WIDE, view),
        narrow=narrow,
        details=tuple(details),
        absent=tuple(view.link(one.id) for one in view.entities_of(kind) if one.id not in placed),
        left_out=len(known) - len(shown),
    )


def map_of_place(entity: Entity, view: View) -> MapPicture | None:
    """Where one place lies; None where its record does not say."""
    place = located(entity, view.kind_of(entity.id))
    return picture([place], SMALL, view) if place else None


def picture(
    places: Sequence[Located],
    width: float,
    view: View,
    lowest: float = LOWEST,
    highest: float = HIGHEST,
) -> MapPicture:
    """A map that shows these places, the first of which are labelled first."""
    frame = _frame(places, width, lowest, highest)
    marks = [_mark(place, frame, places, view) for place in places]
    labels = labelled(marks, frame.width, frame.height, SIZE)
    land, named = background(frame, frozenset(one.code for place in places for one in place.countries))
    shown = (
        MapMark(
            link=view.link(place.entity),
            words=f"{view.name(place.entity)}: {_counted(place.entity, view)}",
            x=round(mark.x, 1),
            y=round(mark.y, 1),
            radius=round(mark.radius, 1),
            label=(round(label.x, 1), round(label.y, 1), label.anchor) if label else None,
        )
        for place, mark, label in zip(places, marks, labels, strict=True)
    )
    # The largest marks lie lowest, so that none hides another.
    return MapPicture(width, round(frame.height), land, named, tuple(sorted(shown, key=_size)))


def _frame(places: Iterable[Located], width: float, lowest: float, highest: float) -> Frame:
    points = [point for place in places for point in place.extent()]
    return framed(points, width, width * lowest, width * highest)


def _size(mark: MapMark) -> float:
    return -mark.radius


def _mark(place: Located, frame: Frame, places: Iterable[Located], view: View) -> Mark:
    """A mark whose area grows with the mentions."""
    x, y = frame.place(place.point)
    most = max(_mentions(one.entity, view) for one in places) or 1
    radius = 2.5 + 4.5 * sqrt(_mentions(place.entity, view) / most)
    return Mark(x, y, radius, breadth(view.name(place.entity), SIZE))


def _crowded(places: Sequence[Located], drawn: MapPicture) -> list[list[Located]]:
    """The groups of places that stand close together on a map, which cannot name some of them."""
    unnamed = {mark.link.target.path.rpartition("/")[2] for mark in drawn.marks if not mark.label}
    at = {mark.link.target.path.rpartition("/")[2]: (mark.x, mark.y) for mark in drawn.marks}
    groups: list[list[Located]] = []
    for place in places:
        near = [group for group in groups if any(_close(at[place.entity], at[one.entity]) for one in group)]
        joined = [place, *(one for group in near for one in group)]
        groups = [*(group for group in groups if group not in near), joined]
    order = {place.entity: rank for rank, place in enumerate(places)}
    scale = _frame(places, NARROW, LOWEST, 1.0).scale
    crowded = [
        sorted(group, key=lambda one: order[one.entity])
        for group in groups
        if any(one.entity in unnamed for one in group)
        and _frame(group, NARROW, DETAIL, DETAIL).scale >= CLOSER * scale
    ]
    return sorted(crowded, key=lambda group: order[group[0].entity])[:DETAILS]


def _close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) <= CLOSE


def _mentions(entity: str, view: View) -> int:
    return view.index.mention_counts.get(entity, 0)


def _counted(entity: str, view: View) -> str:
    return view.words.count(_mentions(entity, view), "{n} mention", "{n} mentions")
