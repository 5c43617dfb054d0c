"""What reading hands to checking: syntax without meaning, every value with its place.

Imports only the model and :mod:`dossier.problems`.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field

from dossier.model import Messages, Reference, Settings
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, without its quotation marks."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence of nodes."""

    items: list[Node]
    where: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in order, and the place where each key stands."""

    where: Location
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Location] = field(default_factory=dict)


Node = Scalar | Listing | Mapping


def listed(node: Node | None, key: str) -> list[Mapping]:
    """The maps in the list of that key, whatever else the record holds."""
    value = node.items.get(key) if isinstance(node, Mapping) else None
    return [item for item in value.items if isinstance(item, Mapping)] if isinstance(value, Listing) else []


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A YAML file; ``node`` is None where it could not be parsed, and the problem is recorded."""

    id: str
    where: Location
    node: Node | None
    version: str = ""
    """What Git calls these bytes, abbreviated; empty where they could not be read."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article's bytes as their hash and their text; ``text`` is None where it is not sound UTF-8.

    The hash is empty where the file cannot even be read.
    """

    where: Location
    sha256: str
    text: str | None


@dataclass(frozen=True, slots=True)
class RawReceived:
    """A file that an article's text was taken from; the hash is empty where it cannot be read."""

    where: Location
    sha256: str


@dataclass(frozen=True, slots=True)
class RawReferences:
    """The bibliography, as far as it could be read."""

    entries: MappingABC[str, Reference] = field(default_factory=dict)
    """Citation key → description, in the order of the file."""
    damaged: frozenset[str] = frozenset()
    """Keys of entries that lost something to malformed BibTeX, which is a problem of its own."""
    whole: bool = True
    """False where entries may be missing because the file could not be read to its end."""


@dataclass(frozen=True, slots=True)
class RawTie:
    """A line of a lock list of texts: which text, and the fingerprint of what it is translated from."""

    text: str
    fingerprint: str
    machine: bool
    where: Location


@dataclass(frozen=True, slots=True)
class RawTranslations:
    """The folder of a language under ``data/translations``."""

    where: Location
    articles: tuple[RawRecord, ...]
    """A file for each article that is translated, by its key."""
    ties: tuple[RawTie, ...]


@dataclass(frozen=True, slots=True)
class RawPage:
    """A hand-written page under ``docs/``; line ends are line feeds."""

    where: Location
    text: str
    front_matter: Mapping | None = None


@dataclass(frozen=True, slots=True)
class RawDossier:
    """All that stands on disk."""

    settings: Settings
    kinds: RawRecord
    folders: MappingABC[str, tuple[RawRecord, ...]]
    """Folder under ``data/`` (but ``sources``) → its records, by id."""
    sources: tuple[RawRecord, ...]
    articles: MappingABC[str, RawArticle]
    """File name in ``seeds/`` → article."""
    received: MappingABC[str, RawReceived]
    """File name in ``seeds/received/`` → file."""
    hashes: MappingABC[str, tuple[str, Location]]
    """File in ``seeds/`` → the SHA-256 it is locked to, and where that is written."""
    references: RawReferences
    messages: MappingABC[str, Messages]
    pages: tuple[RawPage, ...]
    """Hand-written pages."""
    translations: MappingABC[str, RawTranslations]
    """Language → what is translated into it."""
