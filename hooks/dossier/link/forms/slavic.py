"""How a table of endings is written and applied: the declensions of a Slavic language.

A table is text, the ``paradigms`` of a language's file, a row a line: ``whom | ending | singular | plural``.

- whom: ``m`` men, ``f`` women, ``n`` everything that is no person, ``*`` all three; ``M`` and ``F`` only if
  the record tells the gender; ``+`` in front: later rows apply too
- ending: what the base ends in; letters in ``[]`` must stand before it and stay
- singular, plural: one cell a case, in the order of :data:`~dossier.link.forms.masks.CASES`; ``/``
  separates variants, ``-`` is no ending, ``@`` doubles the letter before, ``?`` marks a weak form,
  a lone ``.`` means that this number does not exist, a lone ``!`` that the word is indeclinable

The first row that fits decides. Without any, the word does not inflect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossier.link.forms.masks import ANY, FIXED, PLURAL, VOWELS, WEAK, Forms, add, indeclinable
from dossier.link.language import Language

_WHOLE_WORD = 3
"""From this length on, an ending may be a whole word («лев», «дім»)."""
_SYLLABIC = 3
"""From this length on, a stem without a vowel has a consonant that carries the syllable."""
_CLASSES = {"m": "m", "f": "f", "n": "n", "M": "mM", "F": "fF"}
"""Whose forms are asked for → the letters of the rows that serve."""


@dataclass(frozen=True, slots=True)
class Row:
    """A declension: for whom, the base's ending, and the endings that replace it with their masks."""

    whom: str
    more: bool
    before: str
    ending: str
    singular: tuple[tuple[str, int], ...]
    plural: tuple[tuple[str, int], ...]
    indeclinable: bool

    def stem(self, key: str) -> str | None:
        """The part of the base that stays, or None where the row does not fit."""
        if not key.endswith(self.ending):
            return None
        stem = key[: len(key) - len(self.ending)]
        if not stem and (self.before or len(self.ending) < _WHOLE_WORD):
            return None
        if self.before and stem[-1] not in self.before:
            return None
        only_a_vowel = self.ending in VOWELS and not self.indeclinable
        # «Джо», «Си»: what is left without its vowel is no stem, but «Brno» has one.
        bare = only_a_vowel and len(stem) < _SYLLABIC and not VOWELS.intersection(stem)
        return None if bare else stem


@lru_cache(maxsize=64)
def table(text: str) -> dict[str, tuple[Row, ...]]:
    """The rows of a table for men, women and what is no person, under ``m``, ``f`` and ``n``.

    Those for a person of known gender stand under ``M`` and ``F``.
    """
    rows = [_row(line) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {
        whom: tuple(row for row in rows if set(letters) & set(row.whom)) for whom, letters in _CLASSES.items()
    }


def _row(line: str) -> Row:
    whom, ending, singular, plural = [*(cell.strip() for cell in line.split("|")), "."][:4]
    before = ""
    if ending.startswith("["):
        before, _, ending = ending[1:].partition("]")
    return Row(
        whom=whom.lstrip("+").replace("*", "mfn"),
        more=whom.startswith("+"),
        before=before,
        ending=ending,
        singular=tuple(_cells(singular, 0)),
        plural=tuple(_cells(plural, PLURAL)),
        indeclinable=singular == "!",
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
    genders = (gender.upper() or "mf") if names_type == "person" else "n"
    found: dict[str, int] = {}
    for whom in genders:
        for form, mask in _declined_as(key, rows[whom], plural=names_type == "term").items():
            add(found, form, mask)
    # The base itself is there whatever a row forgot, and may always stand as a fixed attribute.
    add(found, key, FIXED)
    return found


def _declined_as(key: str, rows: tuple[Row, ...], *, plural: bool) -> Forms:
    found: dict[str, int] = {}
    for row in rows:
        stem = row.stem(key)
        if stem is None:
            continue
        if row.indeclinable:
            add(found, key, ANY)
        cells = row.singular + row.plural if plural or not row.singular else row.singular
        for ending, mask in cells:
            add(found, stem + ending.replace("@", stem[-1:]), mask)
        if not row.more:
            break
    return found or indeclinable(key)
