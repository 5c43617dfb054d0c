"""How a table of suffixes is written and applied: the last word of a name takes chains of them.

So inflect the Turkic languages, and so do Tajik's enclitics. A table is text, one for each script under
``chains`` in a language's file, a row a line, in the terms of two-level morphology (Koskenniemi, "Two-level
Morphology", 1983): archiphonemes and continuation classes.

- ``A | аоұы:а әеөүі:е`` – a capital letter is an archiphoneme. Of the letters before it, the nearest that
  its row lists decides what it is; after a letter listed twice it is either, ``-`` is nothing, and it may be
  another archiphoneme. Where no letter before it is listed, the suffix cannot stand.
- ``harmony | аоұы әеөүі`` – vowels that harmonise with one another; an acronym may follow any of them.
- ``loan | вцьф`` – where this row stands, so may a base that mixes harmonies or has one of these letters.
- ``change | к>г:ыі`` – a final letter, what it may become, and before which letters.
- any other row is a class of suffixes, ``[letters]=suffix>class``: the letters that must stand before it, or
  with ``^`` must not; ``=`` where the form may stand before the rest of a name, like the base, ``?`` where it
  is a weak form; ``-`` for no suffix; the class of what follows it. ``person``, ``proper`` and ``term`` are
  the classes in which names of these kinds begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.link.forms.masks import FINAL, FIXED, WEAK, Forms, add
from dossier.link.language import Language

_BASE = 1 | FIXED
"""The base is a nominative, and may stand still before the rest of a name."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ITEM = re.compile(
    r"(?:\[(?P<unless>\^?)(?P<before>[^]]+)\])?(?P<mark>[=?]?)(?P<text>[^>]*)(?:>(?P<then>\w+))?"
)


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
class Table:
    """The suffixes of a language in one script."""

    archiphonemes: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Archiphoneme → letter before it → what it may be."""
    harmony: tuple[str, ...]
    loan: frozenset[str]
    changes: tuple[tuple[str, str, str], ...]
    """A final letter, what it becomes, before which letters."""
    classes: Mapping[str, tuple[Suffix, ...]]

    @property
    def letters(self) -> frozenset[str]:
        """All that the table knows."""
        return frozenset(
            "".join(
                [
                    *("".join(row) for row in self.archiphonemes.values()),
                    *(suffix.before for row in self.classes.values() for suffix in row),
                    *(before for _, _, before in self.changes),
                ]
            )
        )

    def contexts(self, key: str) -> Iterator[str]:
        """What a base may sound like, as far as suffixes go: itself, and with other vowels if they vary."""
        yield key
        met = sum(not set(group).isdisjoint(key) for group in self.harmony)
        if not met or (self.loan and (met > 1 or not self.loan.isdisjoint(key))):
            at = max((key.rfind(vowel) for group in self.harmony for vowel in group), default=-1)
            for group in self.harmony:
                yield f"{key[: max(at, 0)]}{group[0]}{key[at + 1 :]}"

    def spelt(self, key: str) -> Iterator[str]:
        """What an acronym may sound like: a word, or the names of its letters and numbers."""
        yield from self.contexts(key) if key else ()
        for group in self.harmony or ("",):
            yield from (group[:1] + letter for letter in self.letters)

    def attached(self, context: str, names: str) -> Iterator[tuple[str, int]]:
        """The suffixes behind a context with their masks, beginning in a class."""
        for suffix in self.classes.get(names, ()):
            if suffix.follows(context):
                for written in self._written(context, suffix.text):
                    if not suffix.then:
                        yield written, suffix.mask
                    else:
                        for rest, mask in self.attached(context + written, suffix.then):
                            yield written + rest, mask

    def _written(self, context: str, text: str) -> Iterator[str]:
        if not text:
            yield ""
            return
        row, rest = self.archiphonemes.get(text[0]), text[1:]
        if row is None:
            yield from (text[0] + more for more in self._written(context + text[0], rest))
            return
        decides = next((letter for letter in reversed(context) if letter in row), "")
        for sound in row.get(decides, ()):
            yield from self._written(context, sound + rest)

    def joined(self, key: str, suffix: str) -> Iterator[str]:
        """Base and suffix together, with and without a change of the final letter."""
        yield key + suffix
        for last, becomes, before in self.changes:
            if suffix and suffix[0] in before and key.endswith(last):
                yield key.removesuffix(last) + becomes + suffix


@lru_cache(maxsize=64)
def table(text: str) -> Table:
    """A table out of its text."""
    rows = [
        line.partition("|")
        for line in text.splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]
    cells = {name.strip(): row.split() for name, _, row in rows}
    harmony, loan, changes = (cells.pop(name, []) for name in ("harmony", "loan", "change"))
    return Table(
        archiphonemes={name: _sounds(row) for name, row in cells.items() if name.isupper()},
        harmony=tuple(harmony),
        loan=frozenset("".join(loan)),
        changes=tuple(_change(cell) for cell in changes),
        classes={name: tuple(map(_suffix, row)) for name, row in cells.items() if not name.isupper()},
    )


def _sounds(row: list[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for cell in row:
        letters, _, sound = cell.rpartition(":")
        for letter in letters:
            found[letter] = (*found.get(letter, ()), sound.replace("-", ""))
    return found


def _change(cell: str) -> tuple[str, str, str]:
    last, _, rest = cell.partition(">")
    becomes, _, before = rest.partition(":")
    return last, becomes.replace("-", ""), before


def _suffix(cell: str) -> Suffix:
    found = _ITEM.fullmatch(cell)
    if found is None:
        raise ValueError(f"no suffix: {cell}")
    mask = {"": FINAL, "=": _BASE, "?": FINAL | WEAK}[found["mark"]]
    text = found["text"].replace("-", "")
    return Suffix(found["before"] or "", bool(found["unless"]), text, mask, found["then"] or "")


def suffixed(key: str, language: Language, names_type: str, *, acronym: bool = False) -> Forms:
    """The forms of a folded base by the table for its script; without one the base alone."""
    found: dict[str, int] = {}
    suffixes = _table(key, language)
    if suffixes:
        contexts, names = (suffixes.spelt(key), "person") if acronym else (suffixes.contexts(key), names_type)
        for context in set(contexts):
            for suffix, mask in suffixes.attached(context, names):
                for form in suffixes.joined(key, suffix):
                    add(found, form, mask)
    found[key] = _BASE
    return found


def _table(key: str, language: Language) -> Table | None:
    script = "cyrillic" if _CYRILLIC.search(key) else "latin"
    text = language.chains.get(script)
    return table(text) if text else None


def endings(language: Language) -> frozenset[str]:
    """Everything that may be written behind a hyphen as the ending of a name («АҚШ-тың», «Trump-тың»)."""
    tables = map(table, language.chains.values())
    return frozenset(
        suffix
        for suffixes in tables
        for context in suffixes.spelt("")
        for suffix, _ in suffixes.attached(context, "proper")
        if suffix
    )
