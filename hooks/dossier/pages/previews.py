"""What a card beside a link shows."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.texts import Passage


@dataclass(frozen=True, slots=True)
class Preview:
    """A card that tells what a link leads to, for who has not followed it yet."""

    title: str
    about: str
    """The kind and the role on the day of the text, or the day and the paragraph."""
    passages: tuple[Passage, ...]
    counts: str = ""
