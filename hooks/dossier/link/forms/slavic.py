"""How a table of endings is written and applied: the declensions of a Slavic language.

A table is text, the ``paradigms`` of a language's file, a row a line: ``whom | ending | singular | plural``.

- whom: ``m`` men, ``f`` women, ``n`` everything that is no person, ``*`` all three, ``a`` acronyms;
  ``M`` and ``F`` only if the record tells the gender, ``p`` only if it does not: a family, for example;
  ``g`` behind it: given names only, ``s`` surnames only; ``+`` in front: later rows apply too
- ending: what the base ends in; letters in ``[]`` must stand before it and stay, ``^`` is the word's
  beginning, ``C`` any one consonant
- singular, plural: one cell a case, in the order of :data:`~dossier.link.forms.masks.CASES`; ``/``
  separates variants, ``-`` is no ending, ``@`` doubles the letter before, ``C`` is the consonant that the
  base has there, ``?`` marks a weak form, a lone ``.`` means that this number does not exist, a lone ``!``
  that the word is indeclinable

The first row that fits decides. Without any, the word does not inflect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.link.forms.masks import ANY, FIXED, PLURAL, VOWELS, WEAK, Forms, add, indeclinable
from dossier.link.language import Language

PERSON: Mapping[str, str] = {"person": "", "given": "g", "surname": "s"}
"""Kind of names → the rows' letter for it: a person's name of unknown part, a given name, a surname."""
WHOM: Mapping[str, str] = {"person": "mfp", "given": "mf", "surname": "mf", "acronym": "a"}
"""Kind of names → whose rows serve, if nothing is known of a person's gender."""
_CLASSES = {letter: letter for letter in "mfnap"} | {"M": "mM", "F": "fF"}
"""Whose forms are asked for → the letters of the rows that serve."""
_CONSONANT = "[бвгґджзклмнпрстфхцчшщbcčćdďfghjklłmnňńprřsšśtťvwxzžźż]"
_WHOLE_WORD = 3
"""From this length on, an ending may be a whole word («лев», «дім»)."""
_SYLLABIC = 3
"""From this length on, a stem without a vowel has a consonant that carries the syllable."""


@dataclass(frozen=True, slots=True)
class Row:
    """A declension: for whom, the base's ending, and the endings that replace it with their masks."""

    whom: str
    more: bool
    ending: str
    """What the base ends in, with ``C`` where any consonant stands."""
    pattern: re.Pattern[str]
    """Takes the base apart into what stays and the consonant of ``C``."""
    only_a_vowel: bool
    singular: tuple[tuple[str, int], ...]
    plural: tuple[tuple[str, int], ...]
    indeclinable: bool

    def parts(self, key: str) -> tuple[str, str] | None:
        """What stays of the base and its consonant of ``C``, or None where the row does not fit."""
        found = self.pattern.fullmatch(key)
        if found is None:
            return None
        stem: str = found["stem"]
        # «Джо», «Си»: what is left without its vowel is no stem, but «Brno» has one.
        if self.only_a_vowel and len(stem) < _SYLLABIC and not VOWELS.intersection(stem):
            return None
        return stem, found["C"] or ""

    def bases(self, form: str) -> Iterator[str]:
        """The bases of which a word would be a form by this row; cells with doubled letters are left out."""
        for cell, _ in self.singular + self.plural:
            at = len(form) - len(cell)
            consonant = form[at + cell.index("C")] if "C" in cell and at >= 0 else ""
            if form.endswith(cell.replace("C", consonant)) and (consonant or "C" not in self.ending):
                base = form[:at] + self.ending.replace("C", consonant)
                if self.pattern.fullmatch(base):
                    yield base

    def is_for(self, part: str) -> bool:
        """Whether the row serves a given name, a surname, or a word of which neither is known."""
        return not part or self.part in ("", part)

    @property
    def part(self) -> str:
        """``g`` or ``s`` where the row is for given names or surnames only."""
        return self.whom[-1] if self.whom[-1] in "gs" else ""


@lru_cache(maxsize=64)
def table(text: str) -> dict[str, tuple[Row, ...]]:
    """The rows of a table under the letters of those whom they are for."""
    rows = [_row(line) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {
        whom: tuple(row for row in rows if set(letters) & set(row.whom)) for whom, letters in _CLASSES.items()
    }


def _row(line: str) -> Row:
    whom, ending, singular, plural = [*(cell.strip() for cell in line.split("|")), "."][:4]
    return Row(
        whom=whom.lstrip("+").replace("*", "mfn"),
        more=whom.startswith("+"),
        ending=ending.partition("]")[2] or ending.lstrip("^"),
        pattern=_pattern(ending),
        only_a_vowel=ending in VOWELS and singular != "!",
        singular=tuple(_cells(singular, 0)),
        plural=tuple(_cells(plural, PLURAL)),
        indeclinable=singular == "!",
    )


def _pattern(ending: str) -> re.Pattern[str]:
    """The expression that takes a base apart."""
    before = ""
    if ending.startswith("["):
        before, _, ending = ending.partition("]")
        before += "]"
    whole = ending.startswith("^")
    if not (whole or before or len(ending) >= _WHOLE_WORD):
        before = "."
    bare = ending.lstrip("^").replace("C", f"(?P<C>{_CONSONANT})")
    return re.compile(
        f"(?P<stem>{'' if whole else '.*' + before}){bare}" + ("" if "C" in ending else "(?P<C>)")
    )


def _cells(column: str, shift: int) -> Iterator[tuple[str, int]]:
    if column in ("!", "."):
        return
    for case, cell in enumerate(column.split()):
        for variant in cell.split("/"):
            weak = WEAK if variant.startswith("?") else 0
            yield variant.lstrip("?").replace("-", ""), 1 << case + shift | weak


def declined(key: str, language: Language, names_type: str, gender: str) -> Forms:
    """The forms of a folded base. Persons and proper names have a plural only if the base is one."""
    if key in language.uninflected:
        return indeclinable(key)
    rows = table(language.paradigms)
    genders = gender.upper() if gender and names_type in PERSON else WHOM.get(names_type, "n")
    part = PERSON.get(names_type, "")
    found: dict[str, int] = {}
    for whom in genders:
        for form, mask in _declined_as(key, rows[whom], part, plural=names_type == "term").items():
            add(found, form, mask)
    # The base itself is there whatever a row forgot, and may always stand as a fixed attribute.
    add(found, key, FIXED)
    return found


def _declined_as(key: str, rows: tuple[Row, ...], part: str, *, plural: bool) -> Forms:
    found: dict[str, int] = {}
    for row in rows:
        parts = row.parts(key) if row.is_for(part) else None
        if parts is None:
            continue
        stem, consonant = parts
        if row.indeclinable:
            add(found, key, ANY)
        cells = row.singular + row.plural if plural or not row.singular else row.singular
        for ending, mask in cells:
            add(found, stem + ending.replace("@", stem[-1:]).replace("C", consonant), mask)
        if not (row.more or (row.part and not part)):
            break
    return found or indeclinable(key)
