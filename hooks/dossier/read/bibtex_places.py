"""Where the fields of a bibliography stand, which pybtex's entries do not tell; its scanner does.

It also meets values that are too long before anything puts them together: strings made of strings made of
strings can be longer than any memory.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError
from pybtex.utils import CaseInsensitiveDict

from dossier.problems import Location, Problems
from dossier.read.text import place

MAX_VALUE = 100_000
"""Characters of a field or string."""


class _Scanner(LowLevelParser):  # type: ignore[misc]  # pybtex ships no types
    """pybtex's scanner, noting at which offset each field of an entry begins."""

    def __init__(self, text: str) -> None:
        super().__init__(text, handle_error=lambda _: None, macros=CaseInsensitiveDict(month_names))
        self.begins: dict[tuple[str, str], int] = {}
        self.overlong: int | None = None

    def parse_field(self) -> None:
        self.eat_whitespace()
        begins = self.pos
        try:
            super().parse_field()
        finally:
            if self.current_field_name and self.current_entry_key:
                name = (self.current_entry_key.lower(), self.current_field_name.lower())
                self.begins.setdefault(name, begins)

    def parse_value(self) -> None:
        begins = self.pos
        super().parse_value()
        if sum(map(len, self.current_value)) > MAX_VALUE:
            self.overlong = begins if self.overlong is None else self.overlong
            raise PybtexSyntaxError("too long", self)


def field_places(text: str, file: str, problems: Problems) -> Mapping[str, Mapping[str, Location]] | None:
    """Lower-case key → lower-case name of a field as it is written → its place.

    None, and a problem, where a value is so long that nothing may put it together.
    """
    scanner = _Scanner(text)
    for _ in _commands(scanner):
        pass
    if scanner.overlong is not None:
        message = f"a value has more than {MAX_VALUE} characters"
        problems.error("too-large", place(file, text, scanner.overlong), message, "shorten it")
        return None
    found: dict[str, dict[str, Location]] = {}
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    for (key, name), offset in scanner.begins.items():
        line = bisect_right(lines, offset)
        found.setdefault(key, {})[name] = Location(file, line, offset - lines[line - 1] + 1)
    return found


def _commands(scanner: _Scanner) -> Iterator[object]:
    """Whatever the scanner finds up to what it cannot get past, of which the parser complains."""
    try:
        yield from scanner
    except PybtexError:
        return
