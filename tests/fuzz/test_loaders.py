"""What fuzzing begins with and what it found: no loader raises, and each is done in a moment."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.loaders import SECONDS, loaders, texts

LOADERS = loaders()


def test_every_loader_has_texts_to_begin_with() -> None:
    assert set(texts()) == set(LOADERS)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, all_ in texts().items() for text in all_])
def test_a_text_is_read_or_told(name: str, text: str) -> None:
    began = time.monotonic()
    LOADERS[name](text.encode("utf-8", "surrogatepass"))
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize("name", LOADERS)
@settings(max_examples=30)
@given(data=st.data())
def test_any_two_texts_one_within_the_other_are_read_or_told(name: str, data: st.DataObject) -> None:
    """Of the same file's or of another's form, at any place; and any bytes there."""
    whole = data.draw(st.sampled_from(texts()[name])).encode("utf-8", "surrogatepass")
    others = st.sampled_from([text for all_ in texts().values() for text in all_]).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    )
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 20))
    LOADERS[name](whole[:at] + data.draw(others | st.binary(max_size=8)) + whole[at + cut :])
