"""Paradigms of the words that a morphological dictionary knows.

Russian words come from the dictionary of OpenCorpora, Ukrainian ones from VESUM where the extra
``uk-dictionary`` is installed; both as pymorphy3 packs them. Only words that stand in the dictionary count:
what it would predict for others, the tables of endings say with more care for names.

Source of the tags: https://opencorpora.org/dict.php?act=gram
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from dossier.link.forms.masks import FIXED, PLURAL, VOWELS, Forms, add
from dossier.link.forms.slavic import PERSON
from dossier.link.normalise import folded

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

PACKAGES: Mapping[str, str] = {"ru": "pymorphy3_dicts_ru", "uk": "pymorphy3_dicts_uk"}
"""Primary subtag → the package that holds the language's dictionary."""

_CASES = ("nomn", "gent gen1 gen2", "datv", "accs acc2", "ablt", "loct loc1 loc2", "voct")
_CASE = {tag: number for number, tags in enumerate(_CASES) for tag in tags.split()}
_NOMINAL = {"NOUN", "ADJF"}
_DECLINED = {*_NOMINAL, "PRTF"}
_MARKS = {"person": {"Name", "Surn", "Patr"}, "proper": {"Geox", "Orgn"}}
"""Kind of names → the tags of words that are such names."""
_NO_BASE = {"Abbr", "Init"}
_NO_FORM = {"Infr", "Erro", "Dist", "Supr", "Cmp2"}


def paradigm(key: str, language: str, names_type: str, gender: str) -> Forms:
    """The forms of a folded base that the dictionary knows, each with its cases; empty where it does not."""
    lookup = analyzer(language)
    if lookup is None:
        return {}
    # It takes ё for е, which makes no difference here, but also ґ for г, which makes another word.
    parses = [one for one in lookup.parse(key) if folded(one.word)[0] == key]
    parses = [one for one in parses if _is_base(key, one.tag, names_type, gender)]
    marks = _MARKS["person"] if names_type in PERSON else _MARKS.get(names_type, set())
    parses = [one for one in parses if marks & one.tag.grammemes] or _nouns_first(parses)
    found: dict[str, int] = {}
    for one in parses:
        for form, mask in _forms(one, names_type):
            add(found, form, mask)
    if found:
        add(found, key, FIXED)
    return found


@lru_cache(maxsize=1 << 12)
def impersonal_cases(key: str, language: str) -> int | None:
    """The cases in the singular of a word that the dictionary knows, and never as part of a person's name.

    None where it does not know the word, or knows such a name; 0 for a verb and the like.
    """
    lookup = analyzer(language)
    parses = lookup.parse(key) if lookup else []
    if not parses or any(_MARKS["person"] & one.tag.grammemes for one in parses):
        return None
    cases = {_CASE[one.tag.case] for one in parses if one.tag.case in _CASE and not _is_plural(one.tag)}
    return sum(1 << case for case in cases)


@lru_cache(maxsize=1 << 18)
def lemmas(word: str, language: str) -> frozenset[str]:
    """Base forms of a noun or adjective in lower case; none where the dictionary does not know the word."""
    lookup = analyzer(language)
    parses = lookup.parse(word) if lookup else []
    return frozenset(one.normal_form for one in parses if one.tag.POS in _NOMINAL)


def analyzer(language: str) -> MorphAnalyzer | None:
    """A look-up in a language's dictionary, without guesses; None where no dictionary is installed."""
    return _opened(PACKAGES[language]) if language in PACKAGES else None


@lru_cache(maxsize=len(PACKAGES))
def _opened(package: str) -> MorphAnalyzer | None:
    """Opened when first asked for, since that takes a while."""
    if find_spec(package) is None:
        return None
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.units import DictionaryAnalyzer

    path = import_module(package).get_path()
    return MorphAnalyzer(path, units=[DictionaryAnalyzer()], probability_estimator_cls=None)


def _is_base(key: str, tag: Any, names_type: str, gender: str) -> bool:
    """Whether a parse reads the word as the base form of such a name."""
    known: frozenset[str] = tag.grammemes
    if "nomn" not in known or tag.POS not in _DECLINED or known & _NO_BASE:
        return False
    if "Fixd" in known and not _may_stand_still(key, known):
        return False
    if names_type not in PERSON:
        # «Афины» are not several women of the name Афина.
        return not (_is_plural(tag) and known & _MARKS["person"])
    # The accusative of «Мороз» is that of a living being, whatever the common noun says.
    living = tag.POS == "NOUN" and "inan" not in known
    return living and not _is_plural(tag) and _is_of(tag.gender, gender)


def _may_stand_still(key: str, known: frozenset[str]) -> bool:
    """Whether to believe the dictionary, which denies endings to «Лахор», «Айгуль» and «Гарсия», too."""
    if key[-1] in VOWELS:
        return key[-1] not in "ая"
    return {"femn", "Surn"} <= known


def _is_of(found: str | None, gender: str) -> bool:
    """Whether a noun's gender suits a person's."""
    return found in {"m": {"masc", "ms-f"}, "f": {"femn", "ms-f"}}.get(gender, {"masc", "femn", "ms-f"})


def _nouns_first(parses: list[Any]) -> list[Any]:
    """Without adjectives that look like a noun of the same gender and number: «Рада»."""
    nouns = {(one.tag.gender, _is_plural(one.tag)) for one in parses if one.tag.POS == "NOUN"}
    return [
        one for one in parses if one.tag.POS == "NOUN" or (one.tag.gender, _is_plural(one.tag)) not in nouns
    ]


def _kind(tag: Any) -> tuple[str, ...]:
    """What the forms of one word have in common: «соединённые» is not «соединившие»."""
    return tag.POS, tag.tense, tag.voice


def _is_plural(tag: Any) -> bool:
    return "plur" in tag.grammemes


def _forms(base: Any, names_type: str) -> Iterator[tuple[str, int]]:
    """The forms of the base's own gender and number; terms have the other number, too."""
    for form in base.lexeme:
        tag = form.tag
        if tag.case not in _CASE or tag.grammemes & _NO_FORM or _kind(tag) != _kind(base.tag):
            continue
        plural = _is_plural(tag)
        if plural != _is_plural(base.tag) and (names_type != "term" or _is_plural(base.tag)):
            continue
        if not plural and base.tag.gender and tag.gender not in (None, base.tag.gender):
            continue
        yield folded(form.word)[0], 1 << _CASE[tag.case] + (PLURAL if plural else 0)
