"""Names found in a text, gathered under the base form that they are likely forms of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from dossier.link.editors.bases import bases, cases, is_in_dictionary
from dossier.link.forms.masks import ANY
from dossier.link.language import language as known
from dossier.link.normalise import Shape
from dossier.link.passage import Passage, Word

_GENDERS = ("аяaá", "оеєoeé", "иіыїyiý")
"""Last letters that words of one gender or number share in the nominative."""
_PLURAL = 2
_SHORT = 3
"""Letters up to which a word before others stands still («Нью-Йорк», «аль-»)."""
Keys = tuple[str, ...]
"""The folded words of a phrase."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in a paragraph; offsets in code points of the paragraph."""

    paragraph: int
    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a passage that are taken for one name."""

    where: Passage
    first: int
    last: int
    """Its tokens, from the first up to, not including, the last."""
    quoted: bool
    """A title in quotation marks, which is not inflected."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return self.where.tokens[self.first : self.last]

    @property
    def keys(self) -> Keys:
        """Its words, folded."""
        return tuple(word.key for word in self.words)

    @property
    def occurrence(self) -> Occurrence:
        """Where it stands."""
        start, end = self.where.start(self.first), self.where.end(self.last - 1)
        return Occurrence(self.where.number, start, end, self.where.text[start:end])

    def spelt(self, base: Keys) -> str:
        """A base form with the phrase's capitals, marks and signs, as far as the two go together."""
        where = self.where
        return "".join(
            (where.gap(at) if at > self.first else "")
            + _spelt(where.text[where.start(at) : where.end(at)], where.tokens[at].key, key)
            for at, key in zip(range(self.first, self.last), base, strict=True)
        )


def by_base(phrases: Iterable[Phrase], language: str) -> dict[str, list[Phrase]]:
    """Base form → its phrases.

    A phrase that stands in the text itself is the base of all that are forms of it; what is left is led
    back to the base that the endings suggest.
    """
    phrases = _divided(list(phrases), language)
    observed = {phrase.keys for phrase in phrases if not phrase.quoted}
    explained = {keys: _explained(keys, observed, language) for keys in observed}
    base_of: dict[Keys, Keys] = {}
    for keys in sorted(observed, key=lambda keys: (-len(explained[keys]), keys)):
        if len(explained[keys]) > 1:
            base = _better(keys, explained[keys], language)
            for other in explained[keys]:
                base_of.setdefault(other, base)
    groups: dict[Keys, list[Phrase]] = {}
    for phrase in phrases:
        known = phrase.keys if phrase.quoted else base_of.get(phrase.keys)
        groups.setdefault(known or _guessed(phrase.keys, language), []).append(phrase)
    _gather_surnames(groups)
    return {_best_spelling(base, group): group for base, group in groups.items()}


def _better(keys: Keys, explained: Iterable[Keys], language: str) -> Keys:
    """The words themselves, or a base of a dictionary that serves as well, as for «Узбекистана»."""
    guess = _guessed(keys, language)
    listed = is_in_dictionary(guess[-1], language) > is_in_dictionary(keys[-1], language)
    return guess if listed and all(_agree(one, guess, language) for one in explained) else keys


def _divided(phrases: list[Phrase], language: str) -> list[Phrase]:
    """The phrases, with those in two that end in a full name which also stands by itself."""
    full = {phrase.keys for phrase in phrases if not phrase.quoted and len(phrase.words) > 1}
    divided: list[Phrase] = []
    for phrase in phrases:
        ends = () if phrase.quoted else range(1, len(phrase.words) - 1)
        at = next((at for at in ends if _ends_in_name(phrase.keys[at:], full, language)), 0)
        middle = phrase.first + at
        divided += [replace(phrase, last=middle), replace(phrase, first=middle)] if at else [phrase]
    return divided


def _ends_in_name(keys: Keys, full: Iterable[Keys], language: str) -> bool:
    return any(
        len(name) == len(keys) and (_agree(keys, name, language) or _same_base(keys, name, language))
        for name in full
    )


def _same_base(keys: Keys, other: Keys, language: str) -> bool:
    return _guessed(keys, language) == _guessed(other, language)


def _explained(base: Keys, observed: Iterable[Keys], language: str) -> set[Keys]:
    """The phrases that are the same words in a form of these, in one case."""
    return {keys for keys in observed if len(keys) == len(base) and _agree(keys, base, language)}


def _agree(keys: Keys, base: Keys, language: str) -> bool:
    common = ANY
    for key, of in zip(keys, base, strict=True):
        common &= cases(key, of, language)
    return bool(common)


@lru_cache(maxsize=1 << 12)
def _guessed(keys: Keys, language: str) -> Keys:
    """The shortest base of each word, of a dictionary if there is one; adjectives agree with the last."""
    last = min(bases(keys[-1], language), key=lambda base: _rank(base, keys[-1], language))
    before = (
        min(
            bases(key, language) if len(key) > _SHORT else {key},
            key=lambda base: (base != key and _disagrees(base, last, language), *_rank(base, key, language)),
        )
        for key in keys[:-1]
    )
    return *before, last


def _rank(base: str, key: str, language: str) -> tuple[bool | int | str, ...]:
    """Smaller for what is the likelier base of a word."""
    other = base != key
    return (
        not is_in_dictionary(base, language),
        other and _gender(base) == _PLURAL,
        len(base),
        other and is_in_dictionary(key, language),
        _gender(base) != 0,
        other,
        base,
    )


def _disagrees(base: str, last: str, language: str) -> bool:
    return known(language).is_adjective(base) and _gender(base) != _gender(last)


def _gender(word: str) -> int:
    return next((at for at, letters in enumerate(_GENDERS) if word[-1] in letters), -1)


def _spelt(surface: str, key: str, base: str) -> str:
    if len(surface) != len(key):
        return surface if key == base else base.capitalize()
    shared = next((at for at, pair in enumerate(zip(key, base, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(key), len(base)) if shared is None else shared
    rest = base[shared:]
    return surface[:shared] + (rest.upper() if surface.isupper() else rest)


def _best_spelling(base: Keys, group: list[Phrase]) -> str:
    """The base as the text writes it, or spelt after the first phrase that has as many words."""
    whole = [phrase for phrase in group if len(phrase.words) == len(base)]
    same = [phrase for phrase in whole if phrase.keys == base]
    return (same or whole)[0].spelt(base)


def _gather_surnames(groups: dict[Keys, list[Phrase]]) -> None:
    """A word alone belongs to the longer name that ends in it, if there is only one."""
    words = {
        phrase.keys for group in groups.values() for phrase in group if phrase.words[-1].shape == Shape.TITLE
    }
    for alone in [base for base in groups if len(base) == 1 and base in words]:
        longer = [base for base in groups if len(base) > 1 and base[-1] == alone[0]]
        if len(longer) == 1:
            groups[longer[0]] += groups.pop(alone)
