"""BibTeX values without anything of LaTeX in them are not parsed, and come out as if they were."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from dossier.read.bibtex import plain_text

VALUES = st.text(st.sampled_from("aБé1 -–'`\",.!?&$#_^~%{}\\\n\t\u00a0<>@/:"), max_size=12)


def by_pybtex(value: str) -> str | None:
    try:
        return str(Text.from_latex(value)).strip()
    except (PybtexError, ValueError):
        return None


@settings(max_examples=600, deadline=None)
@given(VALUES)
def test_a_value_is_what_pybtex_makes_of_it(value: str) -> None:
    expected = by_pybtex(value)
    try:
        found: str | None = plain_text(value)
    except (PybtexError, ValueError):
        found = None
    assert found == expected
