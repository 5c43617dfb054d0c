"""Names and aliases as they stand in the registry, with the forms of their words.

A name is a row of slots, one a token, each with the forms and case masks it may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product

from dossier.link.forms import forms
from dossier.link.forms.masks import ANY, FIXED, VOWELS, Forms, indeclinable
from dossier.link.forms.packed import Packed, packed
from dossier.link.language import language, written
from dossier.link.normalise import DASH, Shape, Token, cut, folded
from dossier.model import Entity

RESPELT = "respelt-name"
"""The rule of a person's name of another language as this one would spell it."""
UNNUMBERED = "unnumbered-alias"
"""The rule of a name that without its number may be that of the first of a series."""
_SEQUELS = frozenset("23456789")
_ADVERB_ENDINGS = ("о", "и", "е", "o", "e", "y")


class Capital:
    """How a slot must be written in a text: plain numbers, as in :class:`~dossier.link.normalise.Shape`."""

    ANY = 0
    LATER = 1
    """A capital behind the first one: texts are free, but where a sentence begins it must be there."""
    FIRST = 2
    ALL = 3


@dataclass(frozen=True, slots=True)
class Registered:
    """A name or alias as it stands in the registry, with its forms; the same for texts of any language."""

    of: str
    """The language it is registered for."""
    rule: str
    keys: tuple[str, ...]
    slots: tuple[Packed, ...]
    capitals: tuple[int, ...]
    surname_at: int

    @property
    def first(self) -> Iterator[Packed]:
        """The forms with which it, or an order or part of it, may begin."""
        yield self.slots[0]
        if self.has_orders:
            yield from (self.slots[at] for at in {self.surname_at, self.particles_at})

    def may_begin(self, key: str) -> bool:
        """Whether it, or an order or part of it, may begin with a folded token."""
        return key in self.slots[0] or (self.has_orders and any(key in slot for slot in self.first))

    @property
    def particles_at(self) -> int:
        """Where the small words before the surname begin («von der»), or the surname itself."""
        at = self.surname_at
        while at > 1 and self.capitals[at - 1] == Capital.ANY and self.keys[at - 1].isalpha():
            at -= 1
        return at

    @property
    def has_orders(self) -> bool:
        """Whether texts also use the surname alone or first."""
        return bool(self.surname_at) and self.rule != "alias"


def registered(entity: Entity, names_type: str) -> list[Registered]:
    """Every name and alias of an entity, by language, the name first. A bare number or sign is no name."""
    everything = ((of, cut(text)[1::2], rule) for of, text, rule in _written(entity, names_type))
    written = [one for one in everything if any(folded(word).shape >= Shape.LOWER for word in one[1])]
    parts = _parts(words for _, words, _ in written) if names_type == "person" else {}
    rows = [_registered(words, of, rule, names_type, entity.gender, parts) for of, words, rule in written]
    series = {_without_number(row.keys) for row in rows if row.rule == "exact-name"}
    return [
        replace(row, rule=UNNUMBERED) if row.rule == "alias" and row.keys in series else row for row in rows
    ]


def _without_number(keys: tuple[str, ...]) -> tuple[str, ...]:
    """«Linkit — 2» without its number, from two to nine; () for a name that has none.

    Larger numbers count no series: they are years and models.
    """
    if len(keys) < 2 or keys[-1] not in _SEQUELS:
        return ()
    return keys[:-2] if keys[-2] == DASH else keys[:-1]


def _parts(names: Iterable[list[str]]) -> Mapping[str, str]:
    """Folded word → ``given`` or ``surname``, as the full names of a person have it.

    An alias of one word is then no family's name, and inflects as that part does.
    """
    parts: dict[str, str] = {}
    for words in names:
        folded_words = [folded(word) for word in words]
        at = _surname_at(folded_words)
        if at:
            parts |= {word.key: "given" for word in folded_words[:at]}
            parts |= {word.key: "surname" for word in folded_words[at:]}
    return parts


def _written(entity: Entity, names_type: str) -> Iterator[tuple[str, str, str]]:
    """Language, text and rule; those of persons also as other languages of the same script spell them."""
    for of in sorted({*entity.names, *entity.aliases}):
        texts = [(alias, "alias") for alias in entity.aliases.get(of, ())]
        if of in entity.names:
            texts.insert(0, (entity.names[of], "exact-name"))
            if names_type == "person":
                yield from _respelt(entity.names[of], of.partition("-")[0])
                yield from ((of, text, RESPELT) for text in _undoubled(entity.names[of]))
        yield from ((of, text, rule) for text, rule in texts)


def _respelt(text: str, of: str) -> Iterator[tuple[str, str, str]]:
    for other in written():
        spelt = language(other).respelt(text, of)
        if spelt != text:
            yield other, spelt, RESPELT


_DOUBLED = re.compile(r"([\u0400-\u052f])\1", re.IGNORECASE)
_MOST_DOUBLED = 3


def _undoubled(text: str) -> Iterator[str]:
    """A full name with its doubled Cyrillic letters written once, in any of its words.

    Foreign names come into Cyrillic with them or without: «Хуссейн», «Хусейн», «Маас», «Мас».
    """
    words = text.split(" ")
    spellings = [sorted({word, _DOUBLED.sub(r"\1", word)}, key=len, reverse=True) for word in words]
    doubled = sum(len(one) > 1 for one in spellings)
    if len(words) > 1 and doubled <= _MOST_DOUBLED:
        yield from (" ".join(one) for one in islice(product(*spellings), 1, None))


def _registered(
    written: list[str], of: str, rule: str, names_type: str, gender: str, known: Mapping[str, str]
) -> Registered:
    person, term = names_type == "person", names_type == "term"
    words = [folded(word) for word in written]
    surname_at = _surname_at(words) if person else 0
    # A surname inflects otherwise than a given name: «Алины», but «Путиной».
    rest = "surname" if surname_at else known.get(words[0].key, names_type)
    parts = ["given"] * surname_at + [rest] * (len(words) - surname_at)
    return Registered(
        of=of,
        rule=rule,
        keys=tuple(word.key for word in words),
        slots=tuple(
            packed(_slot(words, at, forms(word, of, part, gender), person=person))
            for at, (word, part) in enumerate(zip(written, parts, strict=True))
        ),
        capitals=_capitals(words, person=person, term=term),
        surname_at=surname_at,
    )


def _slot(words: list[Token], at: int, found: Forms, *, person: bool) -> Forms:
    """The forms of one token of a name, with leave to stand still where its place gives it."""
    word, last = words[at], at == len(words) - 1
    if person and word.shape == Shape.LOWER and not last:
        return indeclinable(word.key)  # «фон», «оглы»
    still = (
        not last
        and (
            words[at + 1].shape == Shape.DASH  # «Нью-Йорка», «Австро-Угорщину»
            or (person and len(words) > 2 and at > 0)  # «Ким Чен Ына»
            or (word.shape == Shape.LOWER and word.key.endswith(_ADVERB_ENDINGS))  # «критично важливих»
            or (not person and _both_in_a_consonant(words[at : at + 2]))  # «Blue Lineru»
        )
    )
    return {**found, word.key: ANY | FIXED} if still else found


def _both_in_a_consonant(pair: list[Token]) -> bool:
    """Whether two capitalised words may be foreign nouns, of which the last alone inflects."""
    return all(
        word.shape == Shape.TITLE and word.key[-1].isalpha() and word.key[-1] not in VOWELS for word in pair
    )


def _capitals(words: list[Token], *, person: bool, term: bool) -> tuple[int, ...]:
    """Acronyms keep their capitals; a person's every name and any other name's first have one."""
    needs: list[int] = []
    for word in words:
        if word.shape == Shape.UPPER:
            needs.append(Capital.ALL)
        elif word.shape >= Shape.TITLE and not term:
            needs.append(Capital.FIRST if person or Capital.FIRST not in needs else Capital.LATER)
        else:
            needs.append(Capital.ANY)
    return tuple(needs)


def _surname_at(words: list[Token]) -> int:
    """Where the surname begins: the last word with all that hyphens join to it; 0 if there is no other.

    A name that ends in a small word («оглы», «уулу»), an initial, a number or a bracket does not end in its
    surname.
    """
    at = len(words) - 1
    small = words[at].shape == Shape.LOWER < words[0].shape
    if small or words[at].shape < Shape.LOWER or len(words[at].key) == 1 < at:
        return 0
    while at >= 2 and words[at - 1].shape == Shape.DASH:
        at -= 2
    return max(at, 0)
