"""The registry as texts of one language use it: folded first token → the names that may begin there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.link.forms.masks import ANY, FIXED
from dossier.link.names import Name, names_of, used
from dossier.link.registered import Registered
from dossier.link.registry import Registry


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The registry as texts of one language use it."""

    language: str
    registry: Registry
    _used: dict[int, tuple[tuple[Registered, bool], ...]] = field(default_factory=dict, repr=False)
    _names: dict[tuple[int, int], tuple[Name, ...]] = field(default_factory=dict, repr=False)
    _given: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _places: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def names(self, key: str) -> tuple[Name, ...]:
        """The names that begin with a folded token, own-language ones first."""
        owners = self.registry.beginning(key)
        if not owners:
            return ()
        found = [
            name
            for number in owners
            for at, (row, _) in enumerate(self._rows(number))
            if row.may_begin(key)
            for name in self._names_of(number, at)
            if key in name.slots[0]
        ]
        return tuple(sorted(found, key=lambda name: not name.own))

    def every(self) -> Iterator[Name]:
        """All names of all entities: many, and all worked out."""
        for number in range(len(self.registry.entities)):
            for at in range(len(self._rows(number))):
                yield from self._names_of(number, at)

    def given(self, person: str) -> frozenset[str]:
        """The forms of all given names of a person, by which the neighbours of a surname are judged.

        Only those that may stand before a surname.
        """
        if person not in self._given:
            rows = self._rows(self.registry.numbers[person])
            slots = [slot for row, _ in rows for slot in row.slots[: row.surname_at]]
            forms = (form for slot in slots for form in slot if slot.mask(form) & (ANY | FIXED))
            self._given[person] = frozenset(forms)
        return self._given[person]

    def places(self, organisation: str) -> frozenset[str]:
        """The places that the names or facts state of an organisation."""
        if organisation not in self._places:
            things, rows = self.registry.things, self.registry.registered(self.registry.numbers[organisation])
            stated = {key for row in rows for key in row.keys}
            named = {place for key in stated for place in self._places_called(key)}
            facts = self.registry.facts.get(organisation, frozenset())
            known = frozenset(named | {one for one in facts if things.get(one) == "Place"})
            self._places[organisation] = known
        return self._places[organisation]

    def _places_called(self, key: str) -> Iterator[str]:
        """The places that have a name with this first token."""
        for number in self.registry.beginning(key):
            entity = self.registry.entities[number].id
            if self.registry.things[entity] == "Place" and any(
                row.may_begin(key) for row, _ in self._rows(number)
            ):
                yield entity

    def _rows(self, number: int) -> tuple[tuple[Registered, bool], ...]:
        """The names that an entity has in texts of the language, with whether they are its own."""
        if number not in self._used:
            self._used[number] = tuple(used(self.registry.registered(number), self.language))
        return self._used[number]

    def _names_of(self, number: int, at: int) -> tuple[Name, ...]:
        """One of these names, with the orders and parts of it; most of an entity's are never asked for."""
        names = self._names.get((number, at))
        if names is None:
            entity, names_type = self.registry.entities[number].id, self.registry.names_types[number]
            row, own = self._rows(number)[at]
            names = tuple(names_of(row, entity, names_type, self.registry.things[entity], own=own))
            self._names[number, at] = names
        return names
