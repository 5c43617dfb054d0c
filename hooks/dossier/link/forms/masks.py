"""Case-and-number masks: one bit for each case in each number in which a form may stand.

Two words of a name agree where their masks share a bit. Bits of the plural lie ``PLURAL`` places higher.
"""

from __future__ import annotations

from collections.abc import Mapping

CASES = 7
"""Nominative, genitive, dative, accusative, instrumental, locative, vocative, in this order."""
NOMINATIVE = 1
PLURAL = CASES
GENITIVE = 1 << 1 | 1 << 1 + PLURAL
INSTRUMENTAL = 1 << 4 | 1 << 4 + PLURAL
ANY = (1 << 2 * CASES) - 1
"""Every case and number: what an indeclinable word fits."""
FIXED = 1 << 2 * CASES
"""The form is the base itself, so the word may stand as a fixed attribute («Генассамблея ООН»)."""
WEAK = FIXED << 1
"""The form is right for some words of this shape only («Филиппин», but not «Штат»)."""
FINAL = WEAK << 1
"""The form closes a name: only the last word of a name may stand in it («Орталық Азияда», «Trump's»)."""
BASE = 1 | FIXED
"""A base that is a nominative: it may go before the rest of a name, and be only a part of a longer one."""

VOWELS = frozenset("аеиоуыэюяіїєёaáäąâåæeéěęëèêiíîïoóôöőøuúůüűyý")
"""Letters for vowels in Slavic alphabets and in the names that these write letter for letter."""

Forms = Mapping[str, int]
"""Folded form → mask."""


def add(forms: dict[str, int], form: str, mask: int) -> None:
    """Add a form; one that is sure in any way is not weak."""
    known = forms.get(form, WEAK)
    forms[form] = (known | mask) & ~WEAK | (known & mask & WEAK)


def union(one: Forms, other: Forms) -> Forms:
    """Every form of both, with the cases it has in either."""
    forms = dict(one)
    for form, mask in other.items():
        add(forms, form, mask)
    return forms


def of_number(forms: Forms, known: Forms) -> Forms:
    """The forms that are singular or plural as the known ones are, each with those cases only."""
    singular, plural = (1 << PLURAL) - 1, ANY & -1 << PLURAL
    numbers = sum(half for half in (singular, plural) if any(mask & half for mask in known.values()))
    kept = {form: mask & (numbers | FIXED | WEAK) for form, mask in forms.items()}
    return {form: mask for form, mask in kept.items() if mask & (ANY | FIXED)}


def indeclinable(key: str) -> Forms:
    """The only form of a word that does not inflect."""
    return {key: ANY | FIXED}
