"""The registry compiled for looking up: folded first token → the names that may begin there.

How names inflect is slow to work out and seldom changes, so that it is remembered from one run to the next
(:mod:`~dossier.memo`): for each entity a line of JSON with the forms of its names, and for the whole registry
two columns of numbers, by which a word leads to the entities it may begin a name of. A line is only read when
a text holds such a word.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from zlib import crc32

from dossier.link.forms.masks import ANY, FIXED
from dossier.link.forms.packed import Packed
from dossier.link.names import Name, Registered, names_of, registered, used
from dossier.link.things import thing
from dossier.memo import Memo, digest
from dossier.model import Entity, Kind


@dataclass(frozen=True)
class Registry:
    """The entities in order, and which of them have names that begin with a word, whatever the language."""

    entities: tuple[Entity, ...]
    things: Mapping[str, str]
    """Entity → what it is, as :mod:`~dossier.link.things` tells kinds apart."""
    names_types: tuple[str, ...]
    """How texts use the names of each, as kinds have it."""
    digests: tuple[bytes, ...]
    """Of what each entity's forms depend on."""
    checksums: array[int]
    """Of all forms that begin a name, ascending."""
    owners: array[int]
    """Beside each checksum the number of the entity."""
    memo: Memo
    _read: dict[int, list[Registered]] = field(default_factory=dict, repr=False)

    @cached_property
    def facts(self) -> Mapping[str, frozenset[str]]:
        """Entity → the values of its facts."""
        return {one.id: frozenset(fact.value for fact in one.facts) for one in self.entities}

    def beginning(self, key: str) -> array[int]:
        """Numbers of the entities that may have a name with this first token, ascending."""
        wanted = _checksum(key)
        begin = end = bisect_left(self.checksums, wanted)
        while end < len(self.checksums) and self.checksums[end] == wanted:
            end += 1
        return self.owners[begin:end]

    def registered(self, number: int) -> list[Registered]:
        """The names of an entity with their forms."""
        if number not in self._read:
            self._read[number] = _read(self.line(number))
        return self._read[number]

    def line(self, number: int) -> bytes:
        """The names of an entity with their forms, as they are remembered."""
        entity, names_type = self.entities[number], self.names_types[number]
        return self.memo.recall(self.digests[number], lambda: _written(registered(entity, names_type)))


def registry(entities: Mapping[str, Entity], kinds: Mapping[str, Kind], memo: Memo) -> Registry:
    """The compiled registry, as far as possible out of the memo."""
    types = tuple(kinds[one.kind].names for one in entities.values())
    digests = tuple(map(_digest, entities.values(), types))
    things = {one.id: thing(kinds[one.kind]) for one in entities.values()}
    bare = Registry(tuple(entities.values()), things, types, digests, array("I"), array("I"), memo)
    memo.keep(digests)
    columns = array("I", memo.recall(digest("registry", *digests), lambda: _columns(bare)))
    half = len(columns) // 2
    return replace(bare, checksums=columns[:half], owners=columns[half:])


def _digest(entity: Entity, names_type: str) -> bytes:
    aliases = {language: list(names) for language, names in entity.aliases.items()}
    return digest("names", json.dumps([dict(entity.names), aliases, entity.gender, names_type]).encode())


def _columns(bare: Registry) -> bytes:
    pairs = sorted(
        {
            (_checksum(form), number)
            for number in range(len(bare.entities))
            for row in _read(bare.line(number))
            for slot in row.first
            for form in slot
        }
    )
    return array("I", [pair[0] for pair in pairs] + [pair[1] for pair in pairs]).tobytes()


def _checksum(form: str) -> int:
    """A number of 32 bits, the same in every process; forms that share one are told apart by matching."""
    return crc32(form.encode("utf-8", "surrogatepass"))


def _written(rows: Iterable[Registered]) -> bytes:
    cells = [
        [one.of, one.rule, one.keys, [slot.text for slot in one.slots], one.capitals, one.surname_at]
        for one in rows
    ]
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _read(line: bytes) -> list[Registered]:
    return [
        Registered(of, rule, tuple(keys), tuple(map(Packed, slots)), tuple(capitals), surname_at)
        for of, rule, keys, slots, capitals, surname_at in json.loads(line.decode("utf-8", "surrogatepass"))
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The registry as texts of one language use it."""

    language: str
    registry: Registry
    _used: dict[int, tuple[tuple[Registered, bool], ...]] = field(default_factory=dict, repr=False)
    _names: dict[tuple[int, int], tuple[Name, ...]] = field(default_factory=dict, repr=False)
    _numbers: dict[str, int] = field(default_factory=dict, repr=False)
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
        """The forms of all given names of a person that a text names, by which its neighbours are judged.

        Only those that may stand before a surname.
        """
        if person not in self._given:
            rows = self._rows(self._numbers[person]) if person in self._numbers else ()
            slots = [slot for row, _ in rows for slot in row.slots[: row.surname_at]]
            forms = (form for slot in slots for form in slot if slot.mask(form) & (ANY | FIXED))
            self._given[person] = frozenset(forms)
        return self._given[person]

    def places(self, organisation: str) -> frozenset[str]:
        """The places that the names or facts state of an organisation that a text names."""
        if organisation not in self._places:
            things, number = self.registry.things, self._numbers.get(organisation)
            rows = self.registry.registered(number) if number is not None else ()
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
            self._numbers[self.registry.entities[number].id] = number
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
