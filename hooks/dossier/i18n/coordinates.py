"""Coordinates in words: “41.31° north, 69.28° east”, «41,31° северной широты …»."""

from __future__ import annotations

from babel.numbers import format_decimal

from dossier.i18n.dates import Sayer, locale_of


def say_coordinates(value: str, words: Sayer) -> str:
    """A record's latitude and longitude, ``41.31, 69.28``, as this language writes them."""
    latitude, longitude = map(float, value.split(", "))
    north, east = (_degrees(degrees, words) for degrees in (latitude, longitude))
    across = words.say("{n}° south", n=north) if latitude < 0 else words.say("{n}° north", n=north)
    along = words.say("{n}° west", n=east) if longitude < 0 else words.say("{n}° east", n=east)
    return f"{across}, {along}"


def _degrees(value: float, words: Sayer) -> str:
    return str(format_decimal(abs(value), format="0.######", locale=locale_of(words.language)))
