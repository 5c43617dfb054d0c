"""Words meet under one key across scripts, spellings and cases, and different words stay apart."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.search.folding import key, skeleton, words

CASES = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", CASES["together"], ids=lambda row: row[0])
def test_forms_of_a_word_share_a_key(row: list[str]) -> None:
    assert len({key(word) for word in row}) == 1, {word: key(word) for word in row}


@pytest.mark.parametrize("row", CASES["apart"], ids=lambda row: row[0])
def test_different_words_have_different_keys(row: list[str]) -> None:
    for one, other in combinations(row, 2):
        assert key(one) != key(other)


def test_marks_inside_a_word_do_not_end_it() -> None:
    assert list(words("Тока\u0301ев, м’яка сам\u00adмит «С5+1»")) == ["Токаев", "м’яка", "саммит", "С5", "1"]


@given(st.text())
def test_any_text_has_words_with_keys(text: str) -> None:
    for word in words(text):
        assert key(word) == key(word.upper()) or word.upper().lower() != word.lower()
        assert not any(char.isspace() or char in "|+->\n" for char in skeleton(word))
