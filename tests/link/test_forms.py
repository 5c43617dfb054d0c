"""Paradigms: the forms that texts use are covered, and forms that would name something else are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.link.forms import forms
from dossier.link.forms.packed import packed
from dossier.link.normalise import folded

TABLES = Path(__file__).parent / "forms"
WORDS = [
    pytest.param(path.stem, kind, word, paradigm, id=f"{path.stem}: {word} ({kind})")
    for path in sorted(TABLES.glob("*.yml"))
    for kind, words in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items()
    for word, paradigm in words.items()
]


@pytest.mark.parametrize(("language", "kind", "word", "paradigm"), WORDS)
def test_paradigm(language: str, kind: str, word: str, paradigm: dict[str, Any]) -> None:
    """``covers`` lists forms that must be there; ``never`` such as must not."""
    names_type, _, gender = kind.partition("-")
    found = forms(word, language, names_type, gender)
    assert {folded(form)[0] for form in [word, *paradigm.get("covers", "").split()]} <= set(found)
    assert not {folded(form)[0] for form in paradigm.get("never", "").split()} & set(found)


def test_a_language_without_data_has_the_base_form_only() -> None:
    assert set(forms("Virtanen", "fi", "person", "m")) == {"virtanen"}


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_forms_agree_by_case(language: str) -> None:
    """«Центральної Азії» shares a case, «Центральної Азією» does not."""
    first, second = ("Центральная", "Азия") if language == "ru" else ("Центральна", "Азія")
    adjective, noun = forms(first, language, "proper", ""), forms(second, language, "proper", "")
    genitive = ("центральной", "азии") if language == "ru" else ("центральної", "азії")
    cases = (1 << 14) - 1
    assert adjective[genitive[0]] & noun[genitive[1]] & cases
    accusative = "азию" if language == "ru" else "азію"
    assert not adjective[genitive[0]] & noun[accusative] & cases


@pytest.mark.parametrize("word", ["Трамп", "Казахстан", "Нью-Йорк", ":", "C5+1"])
def test_packing_loses_nothing(word: str) -> None:
    found = forms(word, "ru")
    assert {form: packed(found).mask(form) for form in packed(found)} == found


def test_a_part_of_a_form_is_no_form() -> None:
    odd = {":": 1, "трамп": 2, "трампа": 5, "b5+1": 7}
    made = packed(odd)
    assert dict.fromkeys(made) == dict.fromkeys(odd)
    for other in ("т", "рамп", "трам", "5", "1", "b5", "трамп:2", "::"):
        assert other not in made
        assert made.mask(other) == 0
