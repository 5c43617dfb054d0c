"""The registry compiled for one language of text: folded first token → the names that may begin there.

A name is a row of slots, one a token, each a mapping from form to case mask, so a scan is a matter of
dictionary look-ups. Own-language names come first; a foreign name repeated letter for letter is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from dossier.link.forms import forms
from dossier.link.forms.masks import ANY, FIXED, VOWELS, Forms, indeclinable
from dossier.link.language import language as known
from dossier.link.normalise import Shape, Token, tokens
from dossier.model import Entity, Kind

_ADVERB_ENDINGS = ("о", "и", "е", "o", "e", "y")


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
    """``exact-name``, ``alias``, ``swapped-name`` or ``surname``."""
    own: bool
    """Registered for the language of the text."""
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
    def full(self) -> bool:
        """More than one word: says by itself who is meant."""
        return len(self.slots) > 1


@dataclass(frozen=True, slots=True)
class Index:
    """Every name that may occur in texts of one language."""

    language: str
    first: Mapping[str, tuple[Name, ...]]
    """Form of a first token → names, own-language ones first."""
    given: Mapping[str, frozenset[str]]
    """Person → the forms of all registered given names, by which a surname's neighbour is judged."""


def compiled(entities: Mapping[str, Entity], kinds: Mapping[str, Kind], language: str) -> Index:
    """The index of a registry for texts in a language."""
    first: dict[str, list[Name]] = {}
    given: dict[str, set[str]] = {}
    for entity in entities.values():
        kind = kinds[entity.kind]
        for name in _names(entity, kind, language):
            if name.surname_at:
                given.setdefault(entity.id, set()).update(*name.slots[: name.surname_at])
            for form in name.slots[0]:
                first.setdefault(form, []).append(name)
    return Index(
        language,
        {form: tuple(sorted(names, key=lambda name: not name.own)) for form, names in first.items()},
        {person: frozenset(names) for person, names in given.items()},
    )


def _names(entity: Entity, kind: Kind, language: str) -> Iterator[Name]:
    seen: set[tuple[str, ...]] = set()
    for of, text, rule in _registered(entity, language):
        words = tokens(text)
        keys = tuple(word.key for word in words)
        # A bare number or sign is no name, wherever it came from.
        if keys in seen or not any(word.shape >= Shape.LOWER for word in words):
            continue
        seen.add(keys)
        whole = _name(entity, kind, words, text, of, rule, own=of == language)
        yield whole
        yield from _with_ending(whole, words, text, known(language).acronym_endings)
        if whole.surname_at and rule == "exact-name":
            yield from _orders(whole)


def _with_ending(name: Name, words: list[Token], text: str, endings: frozenset[str]) -> Iterator[Name]:
    """The name with its last acronym or Latin word inflected behind a hyphen: «PiS-u», «Facebook-ом»."""
    if name.person or not endings:
        return
    written = [text[word.start : word.end] for word in words]
    foreign = not all(map(str.isascii, endings))
    takes = (at for at, word in enumerate(written) if _is_acronym(word) or (foreign and _is_latin(word)))
    at = max(takes, default=-1)
    if at < 0:
        return
    behind = at + 1
    inflected = indeclinable(words[at].key), indeclinable("-"), dict.fromkeys(endings, ANY | FIXED)
    yield replace(
        name,
        slots=(*name.slots[:at], *inflected, *name.slots[behind:]),
        capitals=(*name.capitals[:behind], Capital.ANY, Capital.ANY, *name.capitals[behind:]),
    )


def _is_acronym(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1


def _is_latin(word: str) -> bool:
    return word.isascii() and word.isalpha()


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


def _name(
    entity: Entity, kind: Kind, words: list[Token], text: str, of: str, rule: str, *, own: bool
) -> Name:
    person, term = kind.names == "person", kind.names == "term"
    surname_at = _surname_at(words) if person else 0
    # A surname inflects otherwise than a given name: «Алины», but «Путиной».
    given = surname_at * ["given"]
    parts = given + (len(words) - len(given)) * ["surname" if given else kind.names]
    return Name(
        entity=entity.id,
        rule=rule,
        own=own,
        person=person,
        term=term,
        slots=tuple(
            _slot(words, at, forms(text[word.start : word.end], of, part, entity.gender), person=person)
            for at, (word, part) in enumerate(zip(words, parts, strict=True))
        ),
        capitals=_capitals(words, person=person, term=term),
        surname_at=surname_at,
    )


def _slot(words: list[Token], at: int, found: Forms, *, person: bool) -> Forms:
    """The forms of one token of a name, with leave to stand still where its place gives it."""
    word, last = words[at], at == len(words) - 1
    if person and word.shape is Shape.LOWER:
        return indeclinable(word.key)  # «фон», «оглы»
    still = (
        not last
        and (
            words[at + 1].shape is Shape.DASH  # «Нью-Йорка», «Австро-Угорщину»
            or (person and len(words) > 2 and at > 0)  # «Ким Чен Ына»
            or (word.shape is Shape.LOWER and word.key.endswith(_ADVERB_ENDINGS))  # «критично важливих»
            or (not person and _both_in_a_consonant(words[at : at + 2]))  # «Nord Streamu»
        )
    )
    return {**found, word.key: ANY | FIXED} if still else found


def _both_in_a_consonant(pair: list[Token]) -> bool:
    """Whether two capitalised words may be foreign nouns, of which the last alone inflects."""
    return all(
        word.shape is Shape.TITLE and word.key[-1].isalpha() and word.key[-1] not in VOWELS for word in pair
    )


def _capitals(words: list[Token], *, person: bool, term: bool) -> tuple[Capital, ...]:
    """Acronyms keep their capitals; a person's every name and any other name's first have one."""
    needs: list[Capital] = []
    for word in words:
        if word.shape is Shape.UPPER:
            needs.append(Capital.ALL)
        elif word.shape >= Shape.TITLE and not term:
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
    """The surname alone, and the surname before the given name."""
    at = name.surname_at
    alone = name.slots[at:], name.capitals[at:]
    yield Name(name.entity, "surname", name.own, True, False, *alone)
    yield Name(
        name.entity,
        "swapped-name",
        name.own,
        True,
        False,
        alone[0] + name.slots[:at],
        alone[1] + name.capitals[:at],
    )
