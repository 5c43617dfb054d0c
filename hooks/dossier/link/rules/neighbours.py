"""Rules about the words beside a name, which may make another name of it."""

from __future__ import annotations

from dossier.link.forms.dictionary import impersonal_cases
from dossier.link.forms.masks import ANY, CASES, FIXED, GENITIVE, NOMINATIVE, WEAK
from dossier.link.language import language
from dossier.link.normalise import Shape
from dossier.link.passage import Passage
from dossier.link.registered import UNNUMBERED, Capital
from dossier.link.rules.foreign import is_latin
from dossier.link.rules.persons import past_particles
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

_GENERATIONS = frozenset(["jr", "sr", "junior", "senior", "ii", "iii", "iv"])
"""What tells a person from another of the family, whatever the language."""
_MODEL = 3
"""Numbers of more digits may be years."""
_LONGEST_ACRONYM = 5
"""Longer words in capitals are taken for names written in capitals."""


def no_other_given_name(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A surname directly behind a given name that is not this person's is somebody else's.

    A capitalised word counts as a given name unless it is one of the person's own, an acronym, a title,
    part of another registered name, a word that the dossier writes small elsewhere, or one that the
    dictionary knows as no name: inflected («патриарх всея Руси Кирилл») or in another case than the surname
    («Отставка Толеуова»).
    """
    if not found.bare:
        return True
    first = past_particles(found, where, scene)
    before = first - 1
    if not _is_unknown_name(before, where, scene) or not where.beside(first):
        return True
    if is_latin(where, before) != is_latin(where, found.first):
        return True  # «по Linkit Толеуов»
    key = where.tokens[before].key
    cases = impersonal_cases(key, scene.language)
    if cases is not None and not cases & NOMINATIVE & (found.mask | found.mask >> CASES):
        return True
    return key in scene.index.given(found.name.entity)


def no_younger_or_elder(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Дюма младший» and «Dumas Jr.» are not «Дюма», unless they are registered so."""
    if not found.name.person or found.last >= len(where.tokens):
        return True
    behind = where.tokens[found.last]
    if behind.shape < Shape.LOWER:
        return True
    known = language(scene.language).generations
    return behind.key not in _GENERATIONS and not behind.key.startswith(known)


def no_longer_name_before(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Латинская Америка» is not «Америка»: a capitalised adjective that agrees makes another name.

    So does any capital before the base form of a place inside a sentence: «Техрик-э-Лабаик Пакистан». Where
    adjectives have no endings to tell («Оңтүстік Корея»), any unknown capitalised word does, unless it has
    its capital from the beginning of a sentence and is none of the attributes known to make names.
    """
    before = found.first - 1
    if found.name.person or found.name.term or found.name.capitals[0] != Capital.FIRST:
        return True
    if not _is_unknown_name(before, where, scene) or not where.beside(found.first):
        return True
    if is_latin(where, before) != is_latin(where, found.first):
        return True
    known = language(scene.language)
    if known.bare_attributes:
        ordinary = bool(known.attributes) and where.opens(before)
        ordinary = ordinary and where.tokens[before].key not in known.attributes
        return ordinary or before in scene.starts.get(where.number, ())
    shared = known.adjective_cases(where.tokens[before].key) & (found.mask | found.mask >> CASES)
    return not shared and not _ends_a_name(found, where, scene)


def _ends_a_name(found: Candidate, where: Passage, scene: Scene) -> bool:
    """A place in its base form ends the name of a party or a branch, unless the word before stands alone."""
    base = found.mask & FIXED and found.mask & ANY != ANY
    before = found.first - 1
    return (
        bool(found.name.kind == "Place" and base)
        and not where.opens(before)
        and where.tokens[before].key not in scene.dossier.alone
    )


def no_longer_name_behind(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Вашингтон Пост» is not «Вашингтон»: a base form before an unknown capitalised word is half a name.

    An inflected form is whole («президент Ирана Масуд Пезешкиан»), and an indeclinable one may be; a given
    name, registered alone, never is. A doubtful form is no name before any capitalised word («Polski» of
    «Polska», but «Polski Związek Łowiecki»).
    """
    if not where.capital_beside(found.last):
        return True
    bare_attributes = language(scene.language).bare_attributes
    whole = not found.bare if found.name.person else len(found.name.slots) > 1 and not bare_attributes
    if found.name.term or (whole and not _is_compound(found, where)):
        return True
    if found.name.capitals[-1] in (Capital.ALL, Capital.ANY):
        return True  # an acronym, with or without full stops, goes before names freely
    if found.mask & WEAK and where.tokens[found.last].shape == Shape.TITLE:
        return found.last in scene.starts.get(where.number, ())
    if found.bare and where.tokens[found.first].key in scene.index.given(found.name.entity):
        return not _is_unknown_name(found.last, where, scene)
    declinable = found.mask & ANY != ANY
    if not (declinable and found.mask & FIXED):
        return True
    return found.last in scene.starts.get(where.number, ()) or not _is_unknown_name(found.last, where, scene)


def no_head_of_longer_name(found: Candidate, where: Passage, scene: Scene) -> bool:
    """Where a longer registered name begins with the same words, the shorter one of another is not meant.

    «Нью-Йорк» is no part of the meaning of «Нью-Йорк Таймс», linked or not. Names joined by a dash are.
    """
    rivals = scene.beginning.get(where.number, {}).get(found.first, ())
    longer = {one.name.entity for one in rivals if one.last > found.last}
    if not longer or found.name.entity in longer:
        return True
    joined = [word.shape for word in where.tokens[found.last : found.last + 2]]
    return joined[:1] == [Shape.DASH] and joined[1:] != [Shape.NUMBER]


def no_attribute_of_another(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Минздрав Чехии» is not that of Poland: a place in the genitive says whose an organisation is.

    It speaks against an organisation of which names or facts state another place, or of which a longer name
    goes on otherwise.
    """
    if found.name.kind != "Organization" or not where.beside(found.last):
        return True
    behind = scene.beginning.get(where.number, {}).get(found.last, ())
    owners = {one.name.entity for one in behind if one.name.kind == "Place" and one.mask & GENITIVE}
    if not owners:
        return True
    own = scene.index.places(found.name.entity)
    return not (own.isdisjoint(owners) and (own or _has_longer_name(found, where, scene)))


def _has_longer_name(found: Candidate, where: Passage, scene: Scene) -> bool:
    words = [word.key for word in where.tokens[found.first : found.last]]
    return any(
        name.entity == found.name.entity
        and len(name.slots) > len(words)
        and all(word in slot for word, slot in zip(words, name.slots, strict=False))
        for name in scene.index.names(words[0])
    )


def no_first_of_a_series(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Буран» is what «Буран — 2» came after: without its number, the name may be that of the first.

    It is refused where it stands in the registry only as a short form of a name with the number; with
    a rival for the same words the case is open anyway.
    """
    if found.name.rule.removeprefix("foreign-") != UNNUMBERED:
        return True
    rivals = scene.beginning[where.number][found.first]
    return any(one.last == found.last and one.name.entity != found.name.entity for one in rivals)


def no_number_behind(found: Candidate, where: Passage, scene: Scene) -> bool:
    """«Буран — 2» is not «Буран»: a number makes another name, where it surely belongs to the name.

    It does behind a product, unless it is a year or counts something; where name and number fill a pair of
    quotation marks; and where a dash stands before it and no noun behind, as it does for places in tables.
    """
    words, at = where.tokens, found.last
    dashed = at < len(words) and words[at].shape == Shape.DASH
    if dashed:
        at += 1
    if at >= len(words) or words[at].shape != Shape.NUMBER or not (dashed or where.beside(at)):
        return True
    if words[at - 1 - dashed].shape == Shape.NUMBER:
        return True
    if found.name.kind == "Product" and len(words[at].key) <= (1 if dashed else _MODEL):
        return False
    counted = where.beside(at + 1) and words[at + 1].shape == Shape.LOWER
    if dashed and not counted and found.name.kind != "Place":
        return False
    return not (where.after_quote(found.first) and where.after_quote(at + 1))


def _is_compound(found: Candidate, where: Passage) -> bool:
    """One word with a hyphen, such as «Нью-Йорк»."""
    joined = where.tokens[found.first + 1 : found.last : 2]
    return not found.name.person and bool(joined) and all(word.shape == Shape.DASH for word in joined)


def _is_unknown_name(at: int, where: Passage, scene: Scene) -> bool:
    """Whether a token looks like a name that nobody registered."""
    if not 0 <= at < len(where.tokens):
        return False
    word = where.tokens[at]
    capital = word.shape == Shape.TITLE or (word.shape == Shape.UPPER and len(word.key) > _LONGEST_ACRONYM)
    return capital and len(word.key) > 1 and not scene.covers(where, at) and not scene.is_common(word.key)
