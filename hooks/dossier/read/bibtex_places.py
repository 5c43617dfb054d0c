"""Where the fields of a bibliography stand, which pybtex's entries do not tell; its scanner does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pybtex.database.input.bibtex import LowLevelParser
from pybtex.exceptions import PybtexError

from dossier.problems import Location
from dossier.read.text import place


class _Scanner(LowLevelParser):  # type: ignore[misc]  # pybtex ships no types
    """pybtex's scanner, noting at which offset each field of an entry begins."""

    def __init__(self, text: str) -> None:
        super().__init__(text, handle_error=lambda _: None)
        self.begins: dict[tuple[str, str], int] = {}

    def parse_field(self) -> None:
        self.eat_whitespace()
        begins = self.pos
        try:
            super().parse_field()
        finally:
            if self.current_field_name and self.current_entry_key:
                name = (self.current_entry_key.lower(), self.current_field_name.lower())
                self.begins.setdefault(name, begins)


def field_places(text: str, file: str) -> Mapping[str, Mapping[str, Location]]:
    """Lower-case key → lower-case name of a field as it is written → its place."""
    scanner = _Scanner(text)
    for _ in _commands(scanner):
        pass
    found: dict[str, dict[str, Location]] = {}
    for (key, name), offset in scanner.begins.items():
        found.setdefault(key, {})[name] = place(file, text, offset)
    return found


def _commands(scanner: _Scanner) -> Iterator[object]:
    """Whatever the scanner finds up to what it cannot get past, of which the parser complains."""
    try:
        yield from scanner
    except PybtexError:
        return
