"""Alphabetical order, as readers of each language know it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n.collation import ALPHABETS, letter, sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", "Гора Ґава Дім Ева Європа Жито Ігор Їжак Йод Лис Щука Юрта Яма"),
        ("uk", "Ззаду Знання Издали Ія"),
        ("ru", "Дом Ева Ёлка Жук"),
        ("ru", "Иван Йод Кот Эхо Яма"),
        ("en", "Abel Ábel Åbel Baker Émile Zoe"),
        ("kk", "Абай Әлия Бек Ғани Дос Қанат Лес Ұлан Үміт"),
        ("en", "Zoe Абай"),
        ("uk", "Яма Abel"),
        ("ru", "Яма Қазақ Abel"),
        ("en", "10 lamps,2 lamps,Ada"),
    ],
)
def test_words_stand_in_order(language: str, words: str) -> None:
    listed = words.split("," if "," in words else " ")
    assert sorted(listed[1:] + listed[:1], key=lambda word: sort_key(word, language)) == listed


@pytest.mark.parametrize(
    ("language", "name", "filed"),
    [
        ("ru", "ёлка", "Е"),
        ("ru", "йод", "Й"),
        ("uk", "Ґава", "Ґ"),
        ("en", "Élysée", "E"),
        ("en", "Йод", "И"),
        ("cs", "Čapek", "Č"),
        ("pl", "Łódź", "Ł"),
        ("en", "“Soft power”", "S"),
        ("uk", "21 жовтня", "0–9"),
        ("en", "习近平", "漢"),
        ("en", "«…»", "…"),
    ],
)
def test_a_name_is_filed_under_the_letter_where_its_readers_look(
    language: str, name: str, filed: str
) -> None:
    assert letter(name, language) == filed


@pytest.mark.parametrize("language", ALPHABETS)
def test_an_alphabet_has_each_letter_once(language: str) -> None:
    letters = ALPHABETS[language]
    assert len(set(letters)) == len(letters)
    assert letters == letters.casefold()


@given(st.text(), st.sampled_from(["en", "ru", "uk", "kk", "xx"]))
def test_any_text_has_a_place(text: str, language: str) -> None:
    assert sort_key(text, language) == sort_key(text, language)
    assert sort_key(text, language)[1] == text
