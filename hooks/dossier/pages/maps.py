"""Places on a map."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.texts import Link


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place on a map; sizes and positions are in the picture's units."""

    link: Link
    words: str
    """Its name, and how often the sources name it."""
    x: float
    y: float
    radius: float
    label: tuple[float, float, str] | None
    """Where its name stands and which end of it, ``start``, ``middle`` or ``end``; None without room."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map, drawn."""

    width: float
    height: float
    land: str
    """The outlines of countries as an SVG path, in quarters of a unit."""
    named: str
    """Those of the countries that the map is about."""
    marks: tuple[MapMark, ...]


@dataclass(frozen=True, slots=True)
class MapBody:
    """Places on maps."""

    wide: MapPicture
    narrow: MapPicture
    """The same for small screens."""
    details: tuple[MapPicture, ...] = ()
    """Where places stand too close on the map of all."""
    absent: tuple[Link, ...] = ()
    """Places of which the record does not say where they lie."""
    left_out: int = 0
    """How many more there are, which the sources name less often."""
