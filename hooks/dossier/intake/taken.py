"""What was taken out of a file that was received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class Untaken(Exception):
    """No article can be taken out of the file; says why, and has a hint and a line of the file."""

    def __init__(self, why: str, hint: str, line: int = 1) -> None:
        super().__init__(why)
        self.hint = hint
        self.line = line


TEXT_ALONE = "save its text alone, with blank lines between paragraphs"
"""A hint."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article's text, and what its editor should look at. Nothing here is a fact yet."""

    paragraphs: Sequence[str]
    """Without blank lines in them."""
    said: Sequence[tuple[str, str]] = ()
    """What the file says of itself: name of a field, words."""
    remarks: Sequence[str] = ()
    """What was left out, or put together on a guess."""

    @property
    def text(self) -> str:
        """The paragraphs as an article's file holds them."""
        return "".join(
            f"{'' if number == 0 else chr(10)}{one}\n" for number, one in enumerate(self.paragraphs)
        )
