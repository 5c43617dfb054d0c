"""A register: a table of the entries of a section, which readers may narrow."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.maps import MapBody
from dossier.pages.narrowing import Choice
from dossier.pages.texts import Link, Target

GLANCE = 5
"""So many rows one sees at once."""


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A fact that a register has a column for."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class RegisterCell:
    """What a row says in a column; no text where nothing is stated."""

    text: str
    order: int | None = None
    """Its place in the order of the column; None where nothing is known, which comes last."""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of a register."""

    link: Link
    about: str
    mentions: int
    claims: int
    language: str = ""
    """Of ``about``, where it is not the page's."""
    order: int = 0
    """Its place in the order of the names."""
    about_order: int | None = None
    """Its place in the order of ``about``, where that is a date."""
    roles: tuple[str, ...] = ()
    cells: tuple[RegisterCell, ...] = ()
    keys: str = ""
    """The words of all names, as the search folds them."""
    chosen: tuple[tuple[str, str], ...] = ()
    """Ids of choices, each with a value that the row has."""


@dataclass(frozen=True, slots=True)
class RegisterBody:
    """All entities of a kind, or all sources."""

    rows: tuple[RegisterRow, ...]
    of_sources: bool = False
    map: MapBody | None = None
    columns: tuple[RegisterColumn, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether there is more than one sees at a glance, so that narrowing it helps."""
        return len(self.rows) > GLANCE
