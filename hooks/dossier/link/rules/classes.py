"""Rules about the noun before a name, which says what is named."""

from __future__ import annotations

from dossier.characters import QUOTES
from dossier.link.forms.masks import ANY, FIXED
from dossier.link.passage import Passage
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

_POSSESSORS = frozenset(["Person", "Organization", "Place"])
"""Who may own what the noun says: «газета Чили» is no newspaper called Chile."""


def of_its_class(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Компания „Байкал“» is not the lake: a noun before a name in its base form says what it names.

    Inflected, the name is an attribute («компания Токаева»), and an indeclinable one may be.
    """
    kind, may_be = found.name.kind, scene.classes.get(_word_before(found, where))
    if not may_be or not kind or kind in may_be or not found.mask & FIXED or not _is_beside(found, where):
        return True
    quoted = where.after_quote(found.first)
    return found.mask & ANY == ANY and kind in _POSSESSORS and not quoted


def no_honour(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A bare surname behind «улица», «премия» or «имени» honours somebody, mostly another and long dead."""
    honours = found.bare and _word_before(found, where) in scene.honours
    return not (honours and _is_beside(found, where))


def _word_before(found: Candidate, where: Passage) -> str:
    return where.tokens[found.first - 1].key if found.first else ""


def _is_beside(found: Candidate, where: Passage) -> bool:
    """Whether nothing but spaces and quotation marks stands between a name and the word before."""
    return not where.gap(found.first).strip(QUOTES + " \u00a0")
