"""What texts of a language call an entity: its names, and the orders and parts of them that texts use.

A foreign name repeated letter for letter is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.link.forms.packed import Packed
from dossier.link.registered import RESPELT, Registered


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A registered name, or an order or part of it that texts use, ready to be matched."""

    entity: str
    rule: str
    """As mentions say it, but for ``foreign-``: ``exact-name``, ``alias``, ``surname`` …"""
    own: bool
    """Registered for the language of the text."""
    kind: str
    """What it names: ``Person``, ``Organization``, ``Place``, ``Event``, ``Product``, or empty."""
    person: bool
    term: bool
    slots: tuple[Packed, ...]
    capitals: tuple[int, ...]
    surname_at: int = 0
    """Slot of a person's surname, before which a patronymic or initial may stand; 0 where none may."""

    @property
    def swapped(self) -> bool:
        """The surname comes first."""
        return self.rule == "swapped-name"

    @property
    def given(self) -> bool:
        """A given name alone."""
        return self.rule == "given-name"

    @property
    def inferred(self) -> bool:
        """A part of a name that nobody registered by itself."""
        return self.given or self.rule == "surname"

    @property
    def full(self) -> bool:
        """More than one word: says by itself who is meant."""
        return len(self.slots) > 1


def used(rows: Iterable[Registered], code: str) -> Iterator[tuple[Registered, bool]]:
    """The names that texts of a language may use, with whether they are the language's own.

    Own-language names come first. One that differs from another only in its capitals stands for itself
    («LINKIT», «Linkit»), but not as a foreign name.
    """
    words: set[tuple[str, ...]] = set()
    written: set[tuple[tuple[str, ...], tuple[int, ...]]] = set()
    for row in sorted(rows, key=lambda row: (row.of != code, row.rule == RESPELT)):
        spelt_here = row.rule == RESPELT and row.of == code.partition("-")[0]
        known = (row.keys, row.capitals) in written if row.of == code else row.keys in words
        if not known and (spelt_here or row.rule != RESPELT):
            words.add(row.keys)
            written.add((row.keys, row.capitals))
            yield row, row.of == code and not spelt_here


def names_of(row: Registered, entity: str, names_type: str, kind: str, *, own: bool) -> Iterator[Name]:
    """A registered name of an entity, and the orders and parts of it that texts use."""
    whole = Name(
        entity=entity,
        rule=row.rule,
        own=own,
        kind=kind,
        person=names_type == "person",
        term=names_type == "term",
        slots=row.slots,
        capitals=row.capitals,
        surname_at=row.surname_at,
    )
    yield whole
    if row.has_orders:
        yield from _orders(whole, row.particles_at)


def _orders(name: Name, particles_at: int) -> Iterator[Name]:
    """The surname alone or with its particles, before the given name, and a single given name alone."""
    at = name.surname_at
    slots, capitals = name.slots[at:], name.capitals[at:]
    for begin in {at, particles_at}:
        yield replace(
            name, rule="surname", slots=name.slots[begin:], capitals=name.capitals[begin:], surname_at=0
        )
    yield replace(
        name,
        rule="swapped-name",
        slots=slots + name.slots[:at],
        capitals=capitals + name.capitals[:at],
        surname_at=0,
    )
    if at == 1:
        given, need = name.slots[:at], name.capitals[:at]
        yield replace(name, rule="given-name", slots=given, capitals=need, surname_at=0)
