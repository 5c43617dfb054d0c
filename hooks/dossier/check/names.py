"""Names that lead nowhere or astray: shared by two entities, or not the letters they seem to be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dossier.model import Entity
from dossier.problems import Problems

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Soft hyphen, zero-width and directional marks, variation selectors: there, but not seen."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts whose letters are easily taken for one another (Unicode TR 39)."""
_ONE_SCRIPT = re.compile(r"[\W\d_A-Za-z]*|[\W\d_\u0400-\u052f]*")
"""Most names, which need no look at each letter."""


def check_names(entities: Iterable[Entity], problems: Problems) -> None:
    """Warnings about every name and alias."""
    first: dict[tuple[str, str], str] = {}
    for entity in entities:
        for language, name in entity.called():
            key = (language, unicodedata.normalize("NFC", name).casefold())
            if first.setdefault(key, entity.id) != entity.id:
                message = f"“{name}” ({language}) is also a name of “{first[key]}”"
                hint = "no text can be linked by it; make one longer"
                problems.warn("shared-name", entity.where, message, hint)
            _check_letters(entity, name, problems)


def _check_letters(entity: Entity, name: str, problems: Problems) -> None:
    hidden = _HIDDEN.search(name)
    if hidden:
        message = f"“{name}” holds the invisible character U+{ord(hidden[0]):04X}"
        problems.warn("hidden-character", entity.where, message, "type the name anew")
    for word in () if _ONE_SCRIPT.fullmatch(name) else re.findall(r"\w+", name):
        mixed = sorted(scripts_of(word))
        if len(mixed) > 1:
            message = f"“{word}” mixes {' and '.join(mixed)} letters"
            problems.warn("mixed-script", entity.where, message, "type the word anew in one script")


def scripts_of(word: str) -> set[str]:
    """The scripts of a word's letters, of those that are easily confused: ``{"Latin", "Cyrillic"}``."""
    named = (unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha())
    return {script.capitalize() for script in named if script in _SCRIPTS}
