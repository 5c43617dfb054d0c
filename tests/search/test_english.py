"""English nouns in the plural or possessive lead to their base form."""

from __future__ import annotations

import pytest

from dossier.search.english import singular


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("summits", "summit"),
        ("minister’s", "minister"),
        ("ministers'", "minister"),
        ("parties", "party"),
        ("themes", "theme"),
    ],
)
def test_plurals_and_possessives_have_a_base(word: str, base: str) -> None:
    assert singular(word, "en") == singular(word, "en-GB") == {base}


@pytest.mark.parametrize(
    ("word", "language"), [("texas", "en"), ("status", "en"), ("gas", "en"), ("ales", "cs")]
)
def test_other_words_stay(word: str, language: str) -> None:
    assert singular(word, language) == frozenset()
