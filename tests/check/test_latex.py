"""BibTeX values without anything of LaTeX in them are not parsed, and come out as if they were.

A few commands pybtex does not know; they are read as LaTeX prints them, and so are addresses.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from dossier.read.bibtex import plain_text, verbatim

VALUES = st.text(st.sampled_from("aБé1 -–'`\",.!?&$#_^~%{}\\\n\t\u00a0<>@/:"), max_size=12)


def by_pybtex(value: str) -> str | None:
    try:
        return str(Text.from_latex(value)).strip()
    except (PybtexError, ValueError):
        return None


@given(VALUES)
def test_a_value_is_what_pybtex_makes_of_it(value: str) -> None:
    assume(not re.search(r"\\[{}$]", value))
    expected = by_pybtex(value)
    try:
        found: str | None = plain_text(value)
    except (PybtexError, ValueError):
        found = None
    assert found == expected


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"a \{sic\} b", "a {sic} b"),
        (r"\textbraceleft{}x\textbraceright{}", "{x}"),
        (r"5 \$ or {5 \$}", "5 $ or 5 $"),
        (r"\textasciicircum{}2", "^2"),
    ],
)
def test_single_characters_are_read_as_they_are_printed(written: str, printed: str) -> None:
    assert plain_text(written) == printed


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://news.example/a%20b", "https://news.example/a%20b"),
        ("https://news.example/~ada/--x", "https://news.example/~ada/--x"),
        (r"https://news.example/a\_b?c=d\&e=50\%25", "https://news.example/a_b?c=d&e=50%25"),
    ],
)
def test_an_address_is_read_as_it_stands(written: str, address: str) -> None:
    assert verbatim(written) == address
