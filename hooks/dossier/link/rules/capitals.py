"""Rules about how a name is written: capitals, hyphens, the beginning of a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.link.forms.masks import FIXED, WEAK
from dossier.link.forms.packed import Packed
from dossier.link.language import language
from dossier.link.normalise import DASH, Shape
from dossier.link.passage import Passage, Word
from dossier.link.registered import Capital
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

_SHORT = 4
"""Names up to this length are words by chance so often that a sentence's start is no evidence."""


def capitals_fit(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A capitalised name needs its capital and an acronym all of them; full capitals fit either.

    The ending of an acronym is small: «МИДа» is a form of «МИД», but «ЕСА» is none of «ЕС».
    """
    for need, word, slot in _aligned(found, where):
        if need == Capital.ALL:
            ending = not slot.mask(word.key) & FIXED
            if word.shape < Shape.MIXED or (ending and word.shape == Shape.UPPER and "'" not in word.key):
                return False
        elif need > Capital.LATER and word.shape < Shape.TITLE:
            return False
    return True


def no_name_of_a_term(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A word of which articles write some form small is a name where it has a capital inside a sentence.

    «Газа» is not «газ»; a term of several words, and one always written large, may have it.
    """
    if not found.name.term or found.name.full or found.name.capitals[0] == Capital.ALL:
        return True
    if where.tokens[found.first].shape != Shape.TITLE or where.opens(found.first):
        return True
    return scene.common.isdisjoint(found.name.slots[0])


def stands_apart(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A name hyphenated to another word is part of that word, which may name something else.

    «Гвинея» is not in «Гвинея-Бисау» nor «Дюма» in «Дюма-сын». Two registered names may be joined, an
    acronym may be («США-Китай»), English hyphenates names freely («US-backed», «pro-China»), and a name's own
    ending belongs to it («АҚШ-тың»).
    """
    words, before, behind = where.tokens, found.first - 1, found.last
    if (
        before > 0
        and words[before].shape == Shape.DASH
        and not _free(where, before, before - 1, found, scene)
    ):
        return False
    if found.ending or behind + 1 >= len(words) or words[behind].shape != Shape.DASH:
        return True
    return _free(where, behind, behind + 1, found, scene)


def _free(where: Passage, dash: int, beyond: int, found: Candidate, scene: Scene) -> bool:
    """Whether a dash and the word beyond it leave a name what it is."""
    words = where.tokens
    if where.gap(dash) or where.gap(dash + 1):
        return True  # a dash between spaces, or behind a quotation
    if words[beyond].shape == Shape.LOWER and language(scene.language).free_hyphens:
        return True
    if scene.covers(where, beyond):
        return True
    if words[beyond].shape == Shape.NUMBER:
        return False  # «NS-2» is not «NS»
    return found.name.capitals[0 if dash < found.first else -1] == Capital.ALL and not found.name.person


def evident_at_sentence_start(found: Candidate, where: Passage, scene: Scene) -> bool:
    """Where a sentence begins, a capital is no evidence: a word also used as a common one is not the name.

    A short name, a doubtful form or a word that the dossier writes small needs the same name with a
    capital inside a sentence of the article; a word that the article itself writes small never links.
    """
    if found.name.term or found.name.capitals[0] != Capital.FIRST or not where.opens(found.first):
        return True
    words = where.tokens[found.first : found.last]
    if found.name.full and not found.bare:
        # «Мир труда» at the start of a sentence is not the newspaper «Мир Труда».
        pairs = _aligned(found, where)
        return all(need != Capital.LATER or word.shape >= Shape.TITLE for need, word, _ in pairs)
    key = words[0].key
    if key in scene.article.small or found.mask & WEAK:
        return False
    doubtful = scene.is_common(key) or (found.bare and len(key) <= _SHORT)
    known = found.bare and found.name.entity in scene.named
    return not doubtful or known or found.name in scene.seen or key in scene.article.confirmed


def _aligned(found: Candidate, where: Passage) -> Iterable[tuple[int, Word, Packed]]:
    """Needs, words and their forms side by side; dashes, a patronymic or a middle initial have none."""
    words, name = where.tokens[found.first : found.last], found.name
    if len(words) == len(name.slots):
        return zip(name.capitals, words, name.slots, strict=True)
    written = [word for word in words if word.shape != Shape.DASH]
    slots = [at for at, slot in enumerate(name.slots) if DASH not in slot]
    if len(written) > len(slots):
        at = sum(slot < name.surname_at for slot in slots)
        written = written[:at] + written[len(written) - len(slots) + at :]
    return [(name.capitals[at], word, name.slots[at]) for at, word in zip(slots, written, strict=False)]
