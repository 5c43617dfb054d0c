"""Rules about persons: who a bare surname is, and what initials say."""

from __future__ import annotations

from dataclasses import replace

from dossier.characters import APOSTROPHES
from dossier.link.forms.masks import WEAK
from dossier.link.normalise import Shape
from dossier.link.passage import Passage
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

_LONGEST_INITIAL = 2


def surname_is_known(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A surname alone is the person whom the article names in full, or else must be no ordinary word.

    Where the article has another person of this name more often, it says nothing, and neither does a form
    that may be another's name («Berdimuhamedowa», his dative and her nominative). Registered rivals are
    candidates for the same words, and :mod:`~dossier.link.rules.nesting` decides between them.
    """
    if found.name.rule == "surname" and found.mask & WEAK:
        return False
    if not found.bare:
        return True
    if found.name.entity in scene.outnumbered:
        return False
    sure = not found.name.inferred or found.name.entity in scene.named
    return sure or not scene.is_common(where.tokens[found.last - 1].key)


def past_particles(found: Candidate, where: Passage, scene: Scene) -> int:
    """Where a surname begins with the small words before it that belong to it («von der»)."""
    first, own = found.first, scene.index.given(found.name.entity)
    while first and where.tokens[first - 1].shape == Shape.LOWER and where.tokens[first - 1].key in own:
        first -= 1
    return first


def given_name_is_known(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A given name alone is the one person of that name whom the article names in full.

    Where a capital stands beside it, or beside the same name elsewhere, somebody else may be meant.
    """
    person, key = found.name.entity, where.tokens[found.first].key
    bearers = [one for one in scene.named if key in scene.index.given(one)]
    if bearers != [person] or person in scene.shared or scene.is_common(key):
        return False
    before = where.beside(found.first) and where.tokens[found.first - 1].shape >= Shape.TITLE
    return not before and not where.capital_beside(found.last)


def with_initials(found: Candidate, where: Passage, scene: Scene) -> Candidate | None:
    """The surname together with the initials around it; None where they are not this person's."""
    if found.name.rule != "surname":
        return found
    begin = _initials_before(where, found.first)
    if begin < found.first:
        if not _may_be(where.tokens[begin].key, found, scene):
            return None
        return replace(found, first=begin, start=where.start(begin), initials=True)
    end = _initials_behind(where, found.last)
    if end > found.last and _may_be(where.tokens[found.last].key, found, scene):
        return replace(found, last=end, end=where.end(end - 1), initials=True)
    return found


def _may_be(initial: str, found: Candidate, scene: Scene) -> bool:
    return any(name.startswith(initial) for name in scene.index.given(found.name.entity))


def _is_initial(where: Passage, at: int) -> bool:
    """«Д.», «Дж.», «Oʻ.»: a capital letter or two and a full stop."""
    words = where.tokens
    return (
        0 <= at < len(words) - 1
        and words[at].shape == Shape.TITLE
        and len(words[at].key) <= _LONGEST_INITIAL
        and words[at + 1].key == "."
        and not where.gap(at + 1).strip(APOSTROPHES)
    )


def _initials_before(where: Passage, at: int) -> int:
    """The token at which the initials before a surname begin («А.», «А.Б.», «А.-Б.»)."""
    while _is_initial(where, at - 2):
        at -= 2
        if at >= 3 and where.tokens[at - 1].shape == Shape.DASH and _is_initial(where, at - 3):
            at -= 1
    return at


def _initials_behind(where: Passage, at: int) -> int:
    """The token behind the initials after a surname; those before another capital belong to it."""
    end = at
    while _is_initial(where, end) and (where.beside(end) or (end > at and not where.gap(end))):
        end += 2
    follows = where.tokens[end] if end < len(where.tokens) else None
    return at if follows is not None and follows.shape >= Shape.TITLE and end - at == 2 else end
