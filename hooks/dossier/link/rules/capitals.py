"""Rules about how a name is written: capitals, hyphens, the beginning of a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.link.forms.masks import WEAK
from dossier.link.index import Capital
from dossier.link.normalise import DASH, Shape, Token
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, Passage

_SHORT = 4
"""Names up to this length are words by chance so often that a sentence's start is no evidence."""


def capitals_fit(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A capitalised name needs its capital and an acronym all of them; full capitals fit either."""
    for need, word in _aligned(found, where):
        if need > Capital.LATER and word.shape < (Shape.UPPER if need is Capital.ALL else Shape.TITLE):
            return False
    return True


def stands_apart(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A name hyphenated to another word is part of that word, which may name something else.

    «Гвинея» is not in «Гвинея-Бисау» nor «Дюма» in «Дюма-сын». Two registered names may be joined, an
    acronym may be («США-Китай»), and English hyphenates names freely («US-backed», «pro-China»).
    """
    return _free(where, found.first - 1, found.first - 2, found, scene) and _free(
        where, found.last, found.last + 1, found, scene
    )


def _free(where: Passage, dash: int, beyond: int, found: Candidate, scene: Scene) -> bool:
    words = where.tokens
    if not (0 <= dash < len(words) and 0 <= beyond < len(words) and words[dash].shape is Shape.DASH):
        return True
    left = min(dash, beyond)
    if words[left].end != words[left + 1].start or where.gap(max(dash, beyond)):
        return True  # a dash between spaces
    if scene.language == "en" and words[beyond].shape is Shape.LOWER:
        return True
    if scene.covers(where, beyond):
        return True
    if words[beyond].shape is Shape.NUMBER:
        return False  # «NS-2» is not «NS»
    return found.name.capitals[0 if dash < found.first else -1] is Capital.ALL and not found.name.person


def evident_at_sentence_start(found: Candidate, where: Passage, scene: Scene) -> bool:
    """Where a sentence begins, a capital is no evidence: a word also used as a common one is not the name.

    A short name, a doubtful form or a word that the dossier writes small needs the same name with a
    capital inside a sentence of the article; a word that the article itself writes small never links.
    """
    if found.name.term or not where.opens(found.first) or found.name.capitals[0] is not Capital.FIRST:
        return True
    words = where.tokens[found.first : found.last]
    if found.name.full and not found.bare:
        # «Мир труда» at the start of a sentence is not the newspaper «Мир Труда».
        pairs = _aligned(found, where)
        return all(need is not Capital.LATER or word.shape >= Shape.TITLE for need, word in pairs)
    key = words[0].key
    if key in scene.small or found.mask & WEAK:
        return False
    doubtful = scene.is_common(key) or (found.bare and len(key) <= _SHORT)
    known = found.bare and found.name.entity in scene.named
    return not doubtful or known or found.name in scene.seen or key in scene.confirmed


def _aligned(found: Candidate, where: Passage) -> Iterable[tuple[Capital, Token]]:
    """Needs and words side by side; dashes, a patronymic or a middle initial have no need of their own."""
    words, needs = where.tokens[found.first : found.last], found.name.capitals
    if len(words) == len(needs):
        return zip(needs, words, strict=True)
    is_word = [DASH not in slot for slot in found.name.slots]
    written = [word for word in words if word.shape is not Shape.DASH]
    needed = [need for need, word in zip(needs, is_word, strict=True) if word]
    if len(written) > len(needed):
        at = sum(is_word[: found.name.surname_at])
        written = written[:at] + written[len(written) - len(needed) + at :]
    return zip(needed, written, strict=False)
