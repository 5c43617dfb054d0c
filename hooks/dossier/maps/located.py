"""Where the entities of a dossier lie, as far as their records say so.

A kind whose fields are of the types ``coordinates`` or ``country`` is one of places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.maps.outlines import Country, by_code, inner_point
from dossier.maps.sphere import Point, middle
from dossier.model import UNKNOWN, Entity, Kind


@dataclass(frozen=True, slots=True)
class Located:
    """A place: a point for its mark, and the countries that make its outline, if it has one."""

    entity: str
    point: Point
    countries: tuple[Country, ...] = ()

    def extent(self) -> Iterator[Point]:
        """The points that a map of it should show."""
        yield self.point
        for country in self.countries:
            for part in country.main():
                yield from part.rings[0]


def is_of_places(kind: Kind) -> bool:
    """Whether entities of a kind can lie somewhere."""
    return any(field.type in ("coordinates", "country") for field in kind.fields)


def located(entity: Entity, kind: Kind) -> Located | None:
    """Where an entity lies; None where its record does not say."""
    countries = tuple(by_code()[code] for code in _values(entity, kind, "country"))
    point = next(_points(entity, kind), None)
    if point is None and not countries:
        return None
    return Located(entity.id, point or _middle(countries), countries)


def _points(entity: Entity, kind: Kind) -> Iterator[Point]:
    for value in _values(entity, kind, "coordinates"):
        latitude, longitude = map(float, value.split(", "))
        yield (longitude, latitude)


def _values(entity: Entity, kind: Kind, type_: str) -> Iterator[str]:
    """What an entity states in fields of a type."""
    fields = {field.id for field in kind.fields if field.type == type_}
    return (fact.value for fact in entity.facts if fact.field in fields and fact.value != UNKNOWN)


def _middle(countries: tuple[Country, ...]) -> Point:
    """A point within a country's largest part; of several countries, the middle of these."""
    largest = [max(country.parts, key=lambda part: part.area) for country in countries]
    points = [inner_point(part.rings[0]) for part in largest]
    return points[0] if len(points) == 1 else middle(points)
