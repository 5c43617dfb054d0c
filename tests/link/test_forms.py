"""Paradigms: the forms that texts use are covered, and forms that would name something else are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.link.forms import dictionary, forms
from dossier.link.forms.packed import packed
from dossier.link.forms.slavic import declined
from dossier.link.language import language as known
from dossier.link.normalise import folded

TABLES = Path(__file__).parent / "forms"
WORDS: list[tuple[str, str, str, dict[str, str]]] = [
    (path.stem, kind, word, paradigm)
    for path in sorted(TABLES.glob("*.yml"))
    for kind, words in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items()
    for word, paradigm in words.items()
]
NAMES = [f"{language}: {word} ({kind})" for language, kind, word, _ in WORDS]


@pytest.mark.parametrize(("language", "kind", "word", "paradigm"), WORDS, ids=NAMES)
def test_paradigm(language: str, kind: str, word: str, paradigm: dict[str, Any]) -> None:
    """``covers`` lists forms that must be there; ``never`` such as must not."""
    names_type, _, gender = kind.partition("-")
    found = forms(word, language, names_type, gender)
    assert {folded(form)[0] for form in [word, *paradigm.get("covers", "").split()]} <= set(found)
    assert not {folded(form)[0] for form in paradigm.get("never", "").split()} & set(found)


@pytest.mark.parametrize(("language", "floor"), [("ru", 0.98), ("uk", 0.99)], ids=["Russian", "Ukrainian"])
def test_the_table_of_endings_alone_covers_paradigms(language: str, floor: float) -> None:
    """Without a dictionary, which Ukrainian need not have, hardly a form is lost."""
    covered = total = 0
    for _, kind, word, paradigm in (one for one in WORDS if one[0] == language):
        names_type, _, gender = kind.partition("-")
        wanted = {folded(form)[0] for form in paradigm.get("covers", "").split()}
        found = declined(folded(word)[0], known(language), names_type, gender)
        covered, total = covered + len(wanted & set(found)), total + len(wanted)
    assert total > 800
    assert covered / total >= floor


def test_a_word_without_a_dictionary_has_the_forms_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "PACKAGES", {})
    assert not dictionary.paradigm("рада", "uk", "proper", "")


@pytest.mark.parametrize(
    ("word", "names_type", "gender", "forms_"),
    [
        ("рада", "proper", "", "рада рады раде раду радой радою"),
        ("штаты", "proper", "", "штаты штатов штатам штатами штатах"),
        ("лев", "given", "m", "лев льва льву львом льве"),
        ("меркель", "surname", "f", "меркель"),
        ("трамп", "surname", "m", "трамп трампа трампу трампом трампе"),
        ("бежал", "term", "", ""),
    ],
)
def test_the_dictionary_reads_a_base_as_its_kind_of_name(
    word: str, names_type: str, gender: str, forms_: str
) -> None:
    """An adjective, a verb or a namesake of the other gender lends it no forms."""
    assert set(dictionary.paradigm(word, "ru", names_type, gender)) == set(forms_.split())


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
