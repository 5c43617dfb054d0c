"""Rules about names that a text leaves in another script."""

from __future__ import annotations

import re

from dossier.link.normalise import Shape
from dossier.link.passage import Passage
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

_LATIN = re.compile("[a-z\u00df-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARTICLE = "the"
_LEGAL_FORMS = frozenset(
    """
    ab ag as asa bv co company corp corporation gmbh group holding holdings inc kg limited llc llp ltd nv oy
    oyj plc pty sa sarl se spa srl
    """.split()  # noqa: SIM905  a list of words reads better
)
"""What makes the name of a company of a name, and leaves a company's name what it is."""


def no_part_of_foreign_name(found: Candidate, where: Passage, scene: Scene) -> bool:
    """In a Cyrillic text, Latin words side by side are one name: «Bild am Sonntag» is not «Bild».

    Unless the words beside are registered themselves. A person's full name is whole, and an organisation
    keeps its own behind an article and before its legal form.
    """
    if (found.name.person and not found.bare) or not is_latin(where, found.first):
        return True
    longer = _is_longer_before(found, where, scene) or _is_longer_behind(found, where, scene)
    return not (longer and _is_cyrillic(where))


def _is_longer_before(found: Candidate, where: Passage, scene: Scene) -> bool:
    at = found.first - 1
    if not where.beside(found.first) or not is_latin(where, at) or scene.covers(where, at):
        return False
    # An acronym may stand before a name: «CEO Ryanair».
    return where.tokens[at].shape == Shape.TITLE and where.tokens[at].key != _ARTICLE


def _is_longer_behind(found: Candidate, where: Passage, scene: Scene) -> bool:
    at = found.last
    numbered = where.beside(at) and where.tokens[at].shape == Shape.NUMBER
    if numbered:
        at += 1  # «Tornado 2 GmbH» is not the company «Tornado»
    if where.beside(at) and is_latin(where, at) and where.tokens[at].shape == Shape.LOWER:
        at += 1  # «Bild am Sonntag»
    if not where.beside(at) or not is_latin(where, at) or scene.covers(where, at):
        return False
    company = found.name.kind == "Organization" and not numbered
    legal = company and where.tokens[at].key in _LEGAL_FORMS
    return where.tokens[at].shape >= Shape.TITLE and not legal


def is_latin(where: Passage, at: int) -> bool:
    """Whether there is a word in Latin letters."""
    return 0 <= at < len(where.tokens) and bool(_LATIN.match(where.tokens[at].key))


def _is_cyrillic(where: Passage) -> bool:
    """Whether the words around are written in Cyrillic."""
    return any(word.shape == Shape.LOWER and _CYRILLIC.match(word.key) for word in where.tokens)
