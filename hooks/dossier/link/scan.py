"""Every registered name in a paragraph, read off the index; what to make of them is for the rules.

One match a name and a starting token. The words of a name must agree in case and number; what follows
the head noun may stand fixed («Генассамблее ООН», «сайте президента Узбекистана»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.link.forms.masks import ANY, FIXED, Forms
from dossier.link.index import Index, Name
from dossier.link.normalise import DASH, QUOTES, Shape, Token, tokens

_PATRONYMIC = re.compile(
    "(?:ович|евич|йович|ьич)(?:а|у|ем|е|еві|ові|і|ю)?$|(?:овн|евн|ичн|івн|ївн)(?:а|ы|е|у|ой|и|і|ою)$"
)
_LONGEST_INITIAL = 2  # «Дж.», «Ю.»
_ENDS = frozenset(".!?…:;•*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph cut into tokens."""

    number: int
    text: str
    tokens: tuple[Token, ...]

    def gap(self, at: int) -> str:
        """What stands between the token before and this one, at either end of the paragraph too."""
        start = self.tokens[at - 1].end if at else 0
        end = self.tokens[at].start if at < len(self.tokens) else len(self.text)
        return self.text[start:end]

    def after_quote(self, at: int) -> bool:
        """Whether a quotation mark parts this token, or the paragraph's end, from the one before."""
        return any(char in QUOTES for char in self.gap(at))

    def beside(self, at: int) -> bool:
        """Whether only white space parts this token from the one before."""
        return 0 < at < len(self.tokens) and self.gap(at).isspace()

    def capital_beside(self, at: int) -> bool:
        """Whether a word with a capital follows the token before, with only white space between."""
        return self.beside(at) and self.tokens[at].shape >= Shape.TITLE

    def opens(self, at: int) -> bool:
        """Whether a sentence, a quoted speech or an item may begin here, so that a capital says nothing."""
        if not at or "\n" in self.gap(at):
            return True
        before = self.tokens[at - 1]
        if before.key == "." and at > 1:
            return len(self.tokens[at - 2].key) > 1  # not after an initial or «г.»
        if before.shape is Shape.DASH:
            return self.opens(at - 1)
        return before.key in _ENDS or (before.key == "," and self.after_quote(at))


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


def passage(number: int, text: str) -> Passage:
    """A paragraph ready to be scanned."""
    return Passage(number, text, tuple(tokens(text)))


def candidates(where: Passage, index: Index) -> list[Candidate]:
    """All names in a passage, wherever they overlap, in order of their start."""
    found: list[Candidate] = []
    first = index.first
    for at, token in enumerate(where.tokens):
        for name in first.get(token.key, ()):
            match = _match(name, where.tokens, at)
            if match:
                found.append(_candidate(name, where, at, *match))
    return found


def _match(name: Name, words: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """The token after the name and the mask its words share, or None."""
    common, mask, fixed = ANY, 0, False
    begin = at
    for number, slot in enumerate(name.slots):
        if number and number == name.surname_at:
            at = _past_middle_name(words, at, slot)
        if number and DASH in slot and _needs_no_dash(name, words, at):
            continue
        if number and DASH not in slot and _may_pass_dash(name, words, at):
            at += 1
        mask = slot.get(words[at].key, 0) if at < len(words) else 0
        shared = common & mask
        if shared and not fixed:
            common = shared
        elif mask & FIXED:
            fixed = True
        else:
            return None
        at += 1
    return (at, mask) if at > begin else None


def _needs_no_dash(name: Name, words: tuple[Token, ...], at: int) -> bool:
    """«Буран 2» is also «Буран-2», and «Аскар Жан» is «Аскар-Жан»."""
    return at < len(words) and (
        words[at].shape is Shape.NUMBER or (name.person and words[at].shape >= Shape.LOWER)
    )


def _may_pass_dash(name: Name, words: tuple[Token, ...], at: int) -> bool:
    """«Буран — 2» is also «Буран 2», and «Аскар-Жан», without spaces, is «Аскар Жан»."""
    if at + 1 >= len(words) or words[at].shape is not Shape.DASH:
        return False
    tight = words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
    return words[at + 1].shape is Shape.NUMBER or (name.person and tight)


def _past_middle_name(words: tuple[Token, ...], at: int, surname: Forms) -> int:
    """The place of the surname, past a patronymic or a middle initial if one stands before it."""
    if at + 1 < len(words) and words[at].shape >= Shape.TITLE and words[at].key not in surname:
        if _PATRONYMIC.search(words[at].key):
            return at + 1
        if len(words[at].key) <= _LONGEST_INITIAL and words[at + 1].key == ".":
            return at + 2
    return at


def _candidate(name: Name, where: Passage, first: int, last: int, mask: int) -> Candidate:
    start, end = where.tokens[first].start, where.tokens[last - 1].end
    opened = sum(char in QUOTES for at in range(first + 1, last) for char in where.gap(at))
    # «Радио "Волна"»: a quotation mark opened inside the name closes inside it.
    if opened % 2 and where.text[end : end + 1] in QUOTES:
        end += len(where.text[end : end + 1])
    return Candidate(name, first, last, start, end, mask)
