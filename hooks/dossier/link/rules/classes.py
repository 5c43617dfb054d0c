"""Rules about the noun before a name, which says what is named."""

from __future__ import annotations

from dossier.link.forms.masks import ANY, FIXED
from dossier.link.normalise import QUOTES
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, Passage

_POSSESSORS = frozenset(["Person", "Organization", "Place"])
"""Who may own what the noun says: «газета Чили» is no newspaper called Chile."""


def of_its_class(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Компания „Байкал“» is not the lake: a noun before a name in its base form says what it names.

    Inflected, the name is an attribute («компания Токаева»), and an indeclinable one may be.
    """
    kind = found.name.kind
    may_be = scene.classes.get(_noun_before(found, where), frozenset([kind]))
    if not kind or kind in may_be or not found.mask & FIXED:
        return True
    quoted = not where.beside(found.first)
    return found.mask & ANY == ANY and kind in _POSSESSORS and not quoted


def no_honour(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A bare surname behind «улица», «премия» or «имени» honours somebody, mostly another and long dead."""
    return not found.bare or _noun_before(found, where) not in scene.honours


def _noun_before(found: Candidate, where: Passage) -> str:
    """The word before, with nothing but quotation marks and spaces between; empty where there is none."""
    at = found.first
    between = where.gap(at)
    return where.tokens[at - 1].key if at and not between.strip(QUOTES + " \u00a0") and between else ""
