"""References: numbered on a page, all in the bibliography, and to take along."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.cite.runs import Run
from dossier.pages.texts import CitationMark, Target
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Download:
    """A reference to take along, in some program's format."""

    label: str
    """What the format is called in every language: BibTeX."""
    name: str
    """What the file is called once it is saved."""
    file: str = ""
    """From the site's root."""
    data: str = ""
    """A ``data:`` address that holds the text, where there is no file."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """A file of the site that programs read."""

    file: str
    """From the site's root, as ``schema``, which says what it may hold."""
    words: str
    schema: str = ""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.file.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Cited:
    """How something is cited, in words and as files."""

    runs: tuple[Run, ...]
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A numbered source of this page, and where on the page it is cited."""

    number: int
    runs: tuple[Run, ...]
    target: Target | None
    back: tuple[CitationMark, ...]
    coins: str = ""
    """The reference as an OpenURL ContextObject."""


@dataclass(frozen=True, slots=True)
class BibliographyRow:
    """An entry of the bibliography."""

    key: str
    runs: tuple[Run, ...]
    target: Target | None
    record: Location
    coins: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class BibliographyBody:
    """All references, in the language's order."""

    rows: tuple[BibliographyRow, ...]
    downloads: tuple[Download, ...]
    """All of them at once."""
