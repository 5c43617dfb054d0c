"""Where places lie: coordinates on the globe, and countries that have an outline."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.check.context import Context
from dossier.check.shape import Path, Shaped
from dossier.problems import Location

LIMITS = (("latitude", 90), ("longitude", 180))
_ORDER = "write latitude, then longitude:  [41.31, 69.28]"


def check_coordinates(value: Sequence[str], shaped: Shaped, path: Path, context: Context) -> str:
    """The coordinates as one text; a problem for each beyond its limit."""
    for index, (written, (name, limit)) in enumerate(zip(value, LIMITS, strict=True)):
        if abs(float(written)) > limit:
            message = f"a {name} lies between -{limit} and {limit}, and this is {written}"
            context.problems.error("bad-coordinates", shaped.where(*path, index), message, _ORDER)
    return ", ".join(value)


def check_country(code: str, where: Location, context: Context) -> None:
    """A problem for two letters that no outline has."""
    # Imported here, since most dossiers name few countries.
    from dossier.maps.outlines import codes

    if code not in codes():
        hint = "two letters of ISO 3166-1, such as KZ; what is too small for an outline has coordinates"
        context.problems.error("unknown-country", where, f"no outline of “{code}” is known here", hint)
