"""A page: what all pages have, and the body of one of these sorts."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.alphabet import AlphabetBody
from dossier.pages.connections import NetworkBody
from dossier.pages.entities import EntityBody
from dossier.pages.gaps import GapsBody
from dossier.pages.references import BibliographyBody
from dossier.pages.registers import RegisterBody
from dossier.pages.reports import ReportsBody
from dossier.pages.sources import SourceBody
from dossier.pages.texts import Link
from dossier.pages.timelines import TimelineBody
from dossier.pages.translations import TranslationsBody
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's own table of contents."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Meta:
    """Something said of a page to programs: a name of some vocabulary, and its value."""

    name: str
    content: str
    language: str = ""
    """The value's language, where it is not the page's."""


Body = (
    EntityBody
    | SourceBody
    | RegisterBody
    | TimelineBody
    | BibliographyBody
    | AlphabetBody
    | GapsBody
    | TranslationsBody
    | ReportsBody
    | NetworkBody
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language."""

    language: str
    path: str
    """Address without the language: ``people/joe-biden``, ``timeline``."""
    title: str
    description: str
    """Plain text for search engines, at most about 160 characters."""
    body: Body
    record: Location | None
    """The record that holds the facts, for the edit link."""
    version: str = ""
    """Of the record, for whoever reports an error in it."""
    headings: tuple[Heading, ...] = ()
    crumbs: tuple[Link, ...] = ()
    """The pages above this one, from the top."""
    previous: Link | None = None
    next: Link | None = None
    cited_as: str = ""
    """What a reference calls the page, where its title is that of something else."""
    metas: tuple[Meta, ...] = ()
    """What the ``<head>`` says to programs."""

    @property
    def section(self) -> str:
        """The first part of the address."""
        return self.path.split("/")[0]

    @property
    def is_index(self) -> bool:
        """Whether this is a section's own page rather than one below it."""
        return is_index(self.path)


def is_index(path: str) -> bool:
    """Whether it is the path of a section's own page rather than of one below it."""
    return "/" not in path
