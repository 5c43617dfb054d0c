"""A formatted reference: runs of text without markup."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters, perhaps in italics, perhaps a link; ``language`` where it is not the page's."""

    text: str
    italic: bool = False
    url: str = ""
    language: str = ""
