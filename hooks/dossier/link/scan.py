"""Every registered name in a paragraph, read off the index; what to make of them is for the rules.

One match a name and a starting token. The words of a name must agree in case and number; what follows
the head noun may stand fixed («Генассамблее ООН», «сайте президента Узбекистана»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dossier.characters import QUOTES
from dossier.link.forms.masks import ANY, FINAL, FIXED
from dossier.link.forms.packed import Packed
from dossier.link.names import Name
from dossier.link.normalise import DASH, Shape
from dossier.link.passage import Passage, Vocabulary, Word, passage

_PATRONYMIC = re.compile(
    "(?:ович|евич|йович|ьич)(?:а|у|ем|е|еві|ові|і|ю)?$|(?:овн|евн|ичн|івн|ївн)(?:а|ы|е|у|ой|и|і|ою)$"
    "|[oe](?:v|w)i(?:ch|ç|č)$|[oe](?:v|w)na$|(?:ұлы|қызы|улы|кызы|уулу|uly|gyzy)$"
)
_LONGEST_INITIAL = 2  # «Дж.», «Ю.»
_LETTER_SIGNS = "ʻʼ"
"""Signs that are part of a letter, unlike the quotation marks they resemble («Oqbogʻ»)."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A name found in a passage, covering the tokens from ``first`` up to, not including, ``last``."""

    name: Name
    first: int
    last: int
    start: int
    end: int
    mask: int
    """Case mask of the last word as it was found."""
    initials: bool = False
    ending: bool = False
    """A hyphen and an ending follow the last word, and belong to the name («АҚШ-тың»)."""

    @property
    def bare(self) -> bool:
        """A person's surname or single name, which says only with its surroundings who is meant."""
        return self.name.person and not (self.initials or self.name.surname_at or self.name.swapped)

    @property
    def rule(self) -> str:
        """The rule's name that a mention will carry."""
        if self.initials:
            return "initials"
        return self.name.rule if self.name.own else f"foreign-{self.name.rule}"

    def covers(self, other: Candidate) -> bool:
        """Whether the other one lies inside this longer one."""
        return self.start <= other.start and other.end <= self.end and self.size > other.size

    @property
    def size(self) -> int:
        """Length in code points."""
        return self.end - self.start


_FURTHEST = 4
"""Tokens among which a name's second one stands: behind a middle initial, its full stop and a dash."""
Sight = tuple[Passage, list[Candidate]]
"""A passage and the candidates standing in it."""


def sight(number: int, text: str, vocabulary: Vocabulary) -> Sight:
    """A paragraph with every name in it."""
    where = passage(number, text, vocabulary)
    return where, candidates(where)


def candidates(where: Passage) -> list[Candidate]:
    """All names in a passage but given names alone, wherever they overlap, in order of their start."""
    return _matching(where, [(at, word.names) for at, word in enumerate(where.tokens) if word.names])


def given_names(where: Passage, persons: frozenset[str]) -> list[Candidate]:
    """The given names alone that some persons bear."""
    given = [(at, word.given) for at, word in enumerate(where.tokens) if word.given]
    return _matching(
        where, [(at, tuple(one for one in names if one.entity in persons)) for at, names in given]
    )


def candidates_among(where: Passage, names: Mapping[str, tuple[Name, ...]]) -> list[Candidate]:
    """Those of some names, given by their first token, that stand in a passage."""
    if not names or names.keys().isdisjoint(word.key for word in where.tokens):
        return []
    found = [(at, names[word.key]) for at, word in enumerate(where.tokens) if word.key in names]
    return _matching(where, found)


def _matching(where: Passage, beginning: list[tuple[int, tuple[Name, ...]]]) -> list[Candidate]:
    found: list[Candidate] = []
    for at, names in beginning:
        behind = [f" {word.key}:" for word in where.tokens[at + 1 : at + 1 + _FURTHEST]]
        for name in names:
            match = _match(name, where, at) if _may_go_on(name, behind) else None
            if match:
                found.append(_with_ending(_candidate(name, where, at, *match), where))
    return found


def _may_go_on(name: Name, behind: Iterable[str]) -> bool:
    """Whether a name's second token stands close behind; of many who share a given name, hardly one's does.

    Only a first look: what it refuses :func:`_match` would refuse, later.
    """
    if len(name.slots) == 1:
        return True
    forms = name.slots[1].text
    return any(form in forms for form in behind) or DASH in name.slots[1]


def _match(name: Name, where: Passage, at: int) -> tuple[int, int] | None:
    """The token after the name and the mask its words share, or None."""
    common, mask, fixed = ANY, 0, False
    begin, words = at, where.tokens
    for number, slot in enumerate(name.slots):
        if number and number == name.surname_at:
            at = _past_middle_name(words, at, slot)
        cases = slot.mask(words[at].key) if at < len(words) else 0
        if number and not cases:
            if _needs_no_dash(name, words, at) and DASH in slot:
                continue
            if _may_pass_dash(name, where, at) and DASH not in slot:
                at += 1
                cases = slot.mask(words[at].key)
        mask = cases
        shared = common & mask
        if shared and not fixed:
            common = shared
        elif mask & FIXED:
            fixed = True
        elif not (mask & FINAL and number == len(name.slots) - 1):
            return None
        at += 1
    return (at, mask) if at > begin else None


def _needs_no_dash(name: Name, words: tuple[Word, ...], at: int) -> bool:
    """«Буран 2» is also «Буран-2», and «Аскар Жан» is «Аскар-Жан»."""
    shape = words[at].shape if at < len(words) else Shape.OTHER
    return shape == Shape.NUMBER or (name.person and shape >= Shape.LOWER)


def _may_pass_dash(name: Name, where: Passage, at: int) -> bool:
    """«Буран — 2» is also «Буран 2», and «Аскар-Жан», without spaces, is «Аскар Жан»."""
    if at + 1 >= len(where.tokens) or where.tokens[at].shape != Shape.DASH:
        return False
    tight = not where.gap(at) and not where.gap(at + 1)
    return where.tokens[at + 1].shape == Shape.NUMBER or (name.person and tight)


def _past_middle_name(words: tuple[Word, ...], at: int, surname: Packed) -> int:
    """The place of the surname, past a patronymic or a middle initial if one stands before it."""
    if at + 1 < len(words) and words[at].shape >= Shape.TITLE and words[at].key not in surname:
        if _PATRONYMIC.search(words[at].key):
            return at + 1
        if len(words[at].key) <= _LONGEST_INITIAL and words[at + 1].key == ".":
            return at + 2
    return at


def _candidate(name: Name, where: Passage, first: int, last: int, mask: int) -> Candidate:
    start, end = where.start(first), where.end(last - 1)
    if where.text[end : end + 1] in _LETTER_SIGNS:
        end += len(where.text[end : end + 1])
    # «Радио "Волна"»: a quotation mark opened inside the name closes inside it.
    if last > first + 1 and _is_open(where, first, last) and where.text[end : end + 1] in QUOTES:
        end += len(where.text[end : end + 1])
    return Candidate(name, first, last, start, end, mask)


def _with_ending(found: Candidate, where: Passage) -> Candidate:
    """The name with the ending that a hyphen joins to it, if there is one."""
    words, dash = where.tokens, found.last
    if dash + 1 >= len(words) or words[dash].shape != Shape.DASH:
        return found
    behind = words[dash + 1]
    if not (behind.ending or (behind.acronym_ending and _takes_endings(found, where, behind.key))):
        return found
    if where.gap(dash) or where.gap(dash + 1):
        return found
    return replace(found, end=where.end(dash + 1), ending=True)


def _takes_endings(found: Candidate, where: Passage, ending: str) -> bool:
    """Whether the last word has more capitals than one («ЕС-то», «PiS-u») or another script («Linkit-у»)."""
    word = where.text[where.start(found.last - 1) : where.end(found.last - 1)]
    several = not found.name.person and sum(map(str.isupper, word)) > 1
    return several or word.isascii() > ending.isascii()


def _is_open(where: Passage, first: int, last: int) -> bool:
    """Whether an odd number of quotation marks stands between the tokens."""
    return sum(char in QUOTES for at in range(first + 1, last) for char in where.gap(at)) % 2 == 1
