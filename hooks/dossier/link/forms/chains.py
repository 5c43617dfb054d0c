"""How a table of suffixes is written, whose chains the last word of a name takes.

So inflect the Turkic languages, and so do Tajik's enclitics. A table is text, one for each script under
``chains`` in a language's file, a row a line, in the terms of two-level morphology (Koskenniemi, "Two-level
Morphology", 1983): archiphonemes and continuation classes.

- ``A | аоұы:а әеөүі:е`` – a capital letter is an archiphoneme. Of the letters before it, the nearest that
  its row lists decides what it is; after a letter listed twice it is either, ``-`` is nothing, and it may be
  another archiphoneme. Where no letter before it is listed, the suffix cannot stand.
- ``harmony | аоұы әеөүі`` – vowels that harmonise with one another; an acronym may follow any of them.
- ``loan | вцьф`` – where this row stands, so may a base that mixes harmonies or has one of these letters, if
  it ends in a consonant.
- ``change | к>г:ыі`` – a final letter, what it may become, and before which letters.
- any other row is a class of suffixes, ``[letters]=suffix>class``: the letters that must stand before it, or
  with ``^`` must not; ``=`` where the form may stand before the rest of a name, like the base, ``?`` where it
  is a weak form; ``-`` for no suffix; the class of what follows it. ``person``, ``proper`` and ``term`` are
  the classes in which names of these kinds begin, ``person`` also that of acronyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.link.forms.masks import BASE, FINAL, WEAK

_ITEM = re.compile(
    r"(?:\[(?P<unless>\^?)(?P<before>[^]]+)\])?(?P<mark>[=?]?)(?P<text>[^>]*)(?:>(?P<then>\w+))?"
)
_MASKS = {"": FINAL, "=": BASE, "?": FINAL | WEAK}

Sounds = Mapping[str, tuple[str, ...]]
"""Letter before an archiphoneme → what that may be."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """A suffix as the table has it: after which letters, its archiphonemes, its mask, and what may follow."""

    before: str
    unless: bool
    text: str
    mask: int
    then: str

    def follows(self, context: str) -> bool:
        """Whether it may stand behind these letters."""
        return not self.before or (context[-1:] in self.before) is not self.unless


@dataclass(frozen=True, slots=True)
class Change:
    """What a final letter may become before certain others."""

    last: str
    becomes: str
    before: str


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The suffixes of a language in one script."""

    archiphonemes: Mapping[str, Sounds]
    harmony: tuple[str, ...]
    """Groups of vowels."""
    loan: frozenset[str]
    changes: tuple[Change, ...]
    classes: Mapping[str, tuple[Suffix, ...]]
    letters: frozenset[str]
    """All after which some suffix is written in its own way."""
    deciding: frozenset[str]
    """Those after which every suffix is known, whatever stands before."""


@lru_cache(maxsize=64)
def table(text: str) -> Table:
    """A table out of its text; ValueError where a suffix is not written as above."""
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    cells = {name.strip(): row.split() for name, _, row in (line.partition("|") for line in lines)}
    harmony, loan, changes = (cells.pop(name, []) for name in ("harmony", "loan", "change"))
    sounds = {name: _sounds(row) for name, row in cells.items() if name.isupper()}
    classes = {name: tuple(map(_suffix, row)) for name, row in cells.items() if not name.isupper()}
    guards = (suffix.before for row in classes.values() for suffix in row)
    return Table(
        archiphonemes=sounds,
        harmony=tuple(harmony),
        loan=frozenset("".join(loan)),
        changes=tuple(map(_change, changes)),
        classes=classes,
        letters=frozenset().union(*sounds.values(), *guards),
        deciding=_shared(sounds.values()),
    )


def _shared(rows: Iterable[Sounds]) -> frozenset[str]:
    listed = [frozenset(row) for row in rows]
    return frozenset.intersection(*listed) if listed else frozenset()


def _sounds(row: list[str]) -> Sounds:
    found: dict[str, tuple[str, ...]] = {}
    for cell in row:
        letters, _, sound = cell.rpartition(":")
        for letter in letters:
            found[letter] = (*found.get(letter, ()), sound.replace("-", ""))
    return found


def _change(cell: str) -> Change:
    last, _, rest = cell.partition(">")
    becomes, _, before = rest.partition(":")
    return Change(last, becomes.replace("-", ""), before)


def _suffix(cell: str) -> Suffix:
    found = _ITEM.fullmatch(cell)
    if found is None:
        raise ValueError(f"no suffix: {cell}")
    return Suffix(
        found["before"] or "",
        bool(found["unless"]),
        found["text"].replace("-", ""),
        _MASKS[found["mark"]],
        found["then"] or "",
    )
