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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from zlib import crc32

from dossier.link.forms.packed import Packed
from dossier.link.registered import Registered, registered
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
    def numbers(self) -> Mapping[str, int]:
        """Entity → its place in the order."""
        return {one.id: number for number, one in enumerate(self.entities)}

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
