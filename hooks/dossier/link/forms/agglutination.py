"""Words with chains of suffixes, as a table of :mod:`~dossier.link.forms.chains` has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.link.forms.chains import Table, table
from dossier.link.forms.masks import BASE, Forms, add
from dossier.link.language import Language

_CYRILLIC = re.compile("[\u0400-\u052f]")


def suffixed(key: str, language: Language, names_type: str, *, acronym: bool = False) -> Forms:
    """The forms of a folded base by the table for its script; without one the base alone."""
    found: dict[str, int] = {}
    text = language.chains.get("cyrillic" if _CYRILLIC.search(key) else "latin")
    if text:
        suffixes = table(text)
        contexts = _spelt(key, suffixes) if acronym else _read(key, suffixes)
        names = "person" if acronym or names_type not in suffixes.classes else names_type
        tails = {_tail(context, suffixes) for context in contexts}
        for suffix, mask in (one for tail in tails for one in _attached(tail, names, suffixes)):
            for form in _joined(key, suffix, suffixes):
                add(found, form, mask)
    found[key] = BASE
    return found


def endings(language: Language) -> frozenset[str]:
    """Everything that may be written behind a hyphen as the ending of a name («АҚШ-тың», «Trump-тың»)."""
    return frozenset(
        suffix
        for suffixes in map(table, language.chains.values())
        for context in _spelt("", suffixes)
        for suffix, _ in _attached(context, "proper", suffixes)
        if suffix
    )


def _read(key: str, suffixes: Table) -> Iterator[str]:
    """What a base may sound like, as far as suffixes go: itself, and with other vowels if they vary.

    A vowel at the end says for sure which harmony follows.
    """
    yield key
    at = max((key.rfind(vowel) for group in suffixes.harmony for vowel in group), default=-1)
    if at < 0 or (at < len(key) - 1 and _may_vary(key, suffixes)):
        for group in suffixes.harmony:
            yield f"{key[: max(at, 0)]}{group[0]}{key[at + 1 :]}"


def _may_vary(key: str, suffixes: Table) -> bool:
    met = sum(not set(group).isdisjoint(key) for group in suffixes.harmony)
    return bool(suffixes.loan) and (met > 1 or not suffixes.loan.isdisjoint(key))


def _spelt(key: str, suffixes: Table) -> Iterator[str]:
    """What an acronym may sound like: a word, or the names of its letters and numbers."""
    if key:
        yield from _read(key, suffixes)
    for group in suffixes.harmony or ("",):
        yield from (group[:1] + letter for letter in suffixes.letters)


def _tail(context: str, suffixes: Table) -> str:
    """The end of a word on which its suffixes depend."""
    at = max(map(context.rfind, suffixes.deciding), default=len(context) - 1)
    return context[max(at, 0) :]


@lru_cache(maxsize=1 << 12)
def _attached(context: str, names: str, suffixes: Table) -> tuple[tuple[str, int], ...]:
    """The chains behind a context with their masks, beginning in a class of suffixes."""
    found: list[tuple[str, int]] = []
    for suffix in suffixes.classes.get(names, ()):
        if suffix.follows(context):
            for written in _written(context, suffix.text, suffixes):
                if suffix.then:
                    rest = _attached(_tail(context + written, suffixes), suffix.then, suffixes)
                    found += ((written + more, mask) for more, mask in rest)
                else:
                    found.append((written, suffix.mask))
    return tuple(found)


def _written(context: str, text: str, suffixes: Table) -> Iterator[str]:
    """The spellings of a suffix behind a context."""
    if not text:
        yield ""
        return
    row, rest = suffixes.archiphonemes.get(text[0]), text[1:]
    if row is None:
        yield from (text[0] + more for more in _written(context + text[0], rest, suffixes))
        return
    decides = next((letter for letter in reversed(context) if letter in row), "")
    for sound in row.get(decides, ()):
        yield from _written(context, sound + rest, suffixes)


def _joined(key: str, suffix: str, suffixes: Table) -> Iterator[str]:
    """Base and suffix together, with and without a change of the final letter."""
    yield key + suffix
    for change in suffixes.changes:
        if suffix and suffix[0] in change.before and key.endswith(change.last):
            yield key.removesuffix(change.last) + change.becomes + suffix
