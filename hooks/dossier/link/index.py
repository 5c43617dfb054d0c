"""The registry compiled for one language of text: folded first token → the names that may begin there.

A name is a row of slots, one a token, each a mapping from form to case mask, so a scan is a matter of
dictionary look-ups. Own-language names come first; a foreign name repeated letter for letter is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from dossier.link.forms import forms
from dossier.link.forms.masks import ANY, FIXED, Forms, indeclinable
from dossier.link.language import language as code
from dossier.link.normalise import Shape, Token, tokens
from dossier.link.things import thing
from dossier.model import Entity, Kind

_ADVERB_ENDINGS = ("о", "и", "е")
_RESPELT = "respelt-name"


class Capital(IntEnum):
    """How a slot must be written in a text."""

    ANY = 0
    LATER = 1
    """A capital behind the first one: texts are free, but where a sentence begins it must be there."""
    FIRST = 2
    ALL = 3


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
    slots: tuple[Forms, ...]
    capitals: tuple[Capital, ...]
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


@dataclass(frozen=True, slots=True)
class Index:
    """Every name that may occur in texts of one language."""

    language: str
    first: Mapping[str, tuple[Name, ...]]
    """Form of a first token → names, own-language ones first."""
    places: Mapping[str, frozenset[str]]
    """Organisation → the places that its names or facts state."""
    given: Mapping[str, frozenset[str]]
    """Person → the forms of all registered given names, by which a surname's neighbour is judged."""


def compiled(entities: Mapping[str, Entity], kinds: Mapping[str, Kind], language: str) -> Index:
    """The index of a registry for texts in a language."""
    first: dict[str, list[Name]] = {}
    words: dict[str, set[str]] = {}
    given: dict[str, set[str]] = {}
    for entity in entities.values():
        kind = kinds[entity.kind]
        for name in _names(entity, kind, language):
            if name.surname_at:
                given.setdefault(entity.id, set()).update(*name.slots[: name.surname_at])
            if name.kind == "Organization":
                words.setdefault(entity.id, set()).update(*name.slots)
            for form in name.slots[0]:
                first.setdefault(form, []).append(name)
    return Index(
        language,
        {form: tuple(sorted(names, key=lambda name: not name.own)) for form, names in first.items()},
        _places(entities, words, first),
        {person: frozenset(names) for person, names in given.items()},
    )


def _places(
    entities: Mapping[str, Entity], words: Mapping[str, set[str]], first: Mapping[str, list[Name]]
) -> Mapping[str, frozenset[str]]:
    places = {name.entity for names in first.values() for name in names if name.kind == "Place"}
    return {
        organisation: frozenset(
            {name.entity for form in known for name in first.get(form, ()) if name.entity in places}
            | places.intersection(fact.value for fact in entities[organisation].facts)
        )
        for organisation, known in words.items()
    }


def _names(entity: Entity, kind: Kind, language: str) -> Iterator[Name]:
    seen: set[tuple[str, ...]] = set()
    written = _registered(entity, language)
    if kind.names == "person":
        written += _respelt(written, language)
    for of, text, rule in written:
        words = tokens(text)
        keys = tuple(word.key for word in words)
        # A bare number or sign is no name, wherever it came from.
        if keys in seen or not any(word.shape >= Shape.LOWER for word in words):
            continue
        seen.add(keys)
        whole = _name(entity, kind, words, text, of, rule, own=of == language and rule != _RESPELT)
        yield whole
        if whole.surname_at and rule != "alias":
            yield from _orders(whole)


def _registered(entity: Entity, language: str) -> list[tuple[str, str, str]]:
    """Language, text and rule of every name and alias, own language first."""
    languages = sorted({*entity.names, *entity.aliases}, key=lambda code: (code != language, code))
    return [
        (code, text, rule)
        for code in languages
        for text, rule in (
            *([(entity.names[code], "exact-name")] if code in entity.names else []),
            *((alias, "alias") for alias in entity.aliases.get(code, ())),
        )
    ]


def _respelt(written: list[tuple[str, str, str]], language: str) -> list[tuple[str, str, str]]:
    """Names of persons from languages of the same script, as this language would spell and inflect them."""
    known = code(language)
    spelt = (
        (text, known.respelt(text, of.partition("-")[0])) for of, text, rule in written if rule != "alias"
    )
    return [(language, other, _RESPELT) for text, other in spelt if other != text]


def _name(
    entity: Entity, kind: Kind, words: list[Token], text: str, of: str, rule: str, *, own: bool
) -> Name:
    person, term = kind.names == "person", kind.names == "term"
    return Name(
        entity=entity.id,
        rule=rule,
        own=own,
        kind=thing(kind),
        person=person,
        term=term,
        slots=tuple(
            _slot(words, at, forms(text[word.start : word.end], of, kind.names, entity.gender), person=person)
            for at, word in enumerate(words)
        ),
        capitals=_capitals(words, person=person, term=term),
        surname_at=_surname_at(words) if person else 0,
    )


def _slot(words: list[Token], at: int, found: Forms, *, person: bool) -> Forms:
    """The forms of one token of a name, with leave to stand still where its place gives it."""
    word, last = words[at], at == len(words) - 1
    if person and word.shape is Shape.LOWER:
        return indeclinable(word.key)  # «фон», «оглы»
    still = not last and (
        words[at + 1].shape is Shape.DASH  # «Нью-Йорка», «Австро-Угорщину»
        or (person and len(words) > 2 and at > 0)  # «Ким Чен Ына»
        or (word.shape is Shape.LOWER and word.key.endswith(_ADVERB_ENDINGS))  # «критично важливих»
    )
    return {**found, word.key: ANY | FIXED} if still else found


def _capitals(words: list[Token], *, person: bool, term: bool) -> tuple[Capital, ...]:
    """Acronyms keep their capitals; a person's every name and any other name's first have one."""
    needs: list[Capital] = []
    for word in words:
        if word.shape is Shape.UPPER:
            needs.append(Capital.ALL)
        elif word.shape is Shape.TITLE and not term:
            needs.append(Capital.FIRST if person or Capital.FIRST not in needs else Capital.LATER)
        else:
            needs.append(Capital.ANY)
    return tuple(needs)


def _surname_at(words: list[Token]) -> int:
    """Where the surname begins: the last word with all that hyphens join to it; 0 if there is no other.

    A name that ends in an initial, a number or a bracket does not end in its surname.
    """
    at = len(words) - 1
    if words[at].shape < Shape.LOWER or len(words[at].key) == 1 < at:
        return 0
    while at >= 2 and words[at - 1].shape is Shape.DASH:
        at -= 2
    return max(at, 0)


def _orders(name: Name) -> Iterator[Name]:
    """The surname alone, the surname before the given name, and a single given name alone."""
    at = name.surname_at
    slots, capitals = name.slots[at:], name.capitals[at:]
    yield replace(name, rule="surname", slots=slots, capitals=capitals, surname_at=0)
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
