"""The A–Z index."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.texts import Target


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A name in the alphabet, leading to its page."""

    before: str
    word: str
    """The word by which the name is filed, with all that follows it."""
    target: Target
    language: str = ""
    """The name's, where it is not the page's."""
    see: str = ""
    """What the page is called, where that is another name."""
    kind: str = ""
    """What bears the name, where it is that of the page."""


@dataclass(frozen=True, slots=True)
class FiledLetter:
    """A letter with its names."""

    letter: str
    script: str
    target: Target
    """Where its names stand."""
    language: str
    """That of its first name, where none is in the page's."""
    count: int
    """How many names it has."""
    rows: tuple[FiledRow, ...] = ()
    """Its names, where they are listed."""


@dataclass(frozen=True, slots=True)
class AlphabetBody:
    """Every name in the order of the reader's alphabet, or those of some letters."""

    letters: tuple[tuple[FiledLetter, ...], ...]
    """All letters, script by script."""
    shown: tuple[FiledLetter, ...]
    """Those whose names are on this page; none where each letter has a page of its own."""
