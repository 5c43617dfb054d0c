"""The paragraphs of an article."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.paragraphs import header_date, split


@pytest.mark.parametrize(
    ("text", "date", "paragraphs"),
    [
        ("", "", []),
        (" \n\t\n", "", []),
        ("a", "", ["a"]),
        ("a\nb", "", ["a\nb"]),
        ("a\n\nb", "", ["a", "b"]),
        ("a\n \t\n\n\nb\n", "", ["a", "b"]),
        ("a\r\nb\r\n\r\nc\r\n", "", ["a\r\nb", "c"]),
        ("a\r\rb", "", ["a", "b"]),
        ("  a  \n\n  b  ", "", ["a", "b"]),
        (" date 2025-10-28 a\n\nb", "2025-10-28", ["a", "b"]),
        ("date 2025-10-28\n\na", "2025-10-28", ["a"]),
        ("\ufeff date 2025-10-28 a", "2025-10-28", ["a"]),
        ("\ufeffa", "", ["a"]),
        (" date 2025-02-30 a", "", ["date 2025-02-30 a"]),
        (" date 2025-10-28a", "", ["date 2025-10-28a"]),
        ("a date 2025-10-28 b", "", ["a date 2025-10-28 b"]),
        ("a\n\n date 2025-10-28 b", "", ["a", "date 2025-10-28 b"]),
        (" date 2025-10-28 ", "2025-10-28", []),
    ],
)
def test_an_article_falls_into_blocks(text: str, date: str, paragraphs: list[str]) -> None:
    assert header_date(text) == date
    assert [paragraph.text for paragraph in split(text)] == paragraphs


LINES = st.lists(
    st.sampled_from(["\n", "\r\n", "\r", " ", "\t", "\u00a0", "\u3000", "a", "жї", "e\u0301", "."])
)


@given(LINES.map("".join) | st.text())
@example("a\n\u2028\nb")
@example("\x1c\n\na")
@example("\ufeff")
def test_paragraphs_are_the_article_and_nothing_else(text: str) -> None:
    """Numbered in order, each at its place, and between them nothing but white space."""
    found = split(text)
    assert [paragraph.number for paragraph in found] == list(range(1, len(found) + 1))
    done = 0
    for paragraph in found:
        end = paragraph.start + len(paragraph.text)
        assert text[paragraph.start : end] == paragraph.text == paragraph.text.strip()
        assert paragraph.start >= done
        assert not re.search(r"(\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]", paragraph.text)
        if header_date(text) == "":
            assert text[done : paragraph.start].strip("\ufeff").strip() == ""
        done = end
    assert text[done:].strip("\ufeff").strip() == "" or (header_date(text) and not found)
