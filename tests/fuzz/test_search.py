"""The search answers whatever is asked, and whatever its files hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fuzz.search import CORPUS, SCRIPTS, fuzzed

SECONDS, SEED = 2, 8


def test_no_query_and_no_damaged_file_make_the_search_fail_or_wait(site: Path) -> None:
    found = fuzzed(site / "uk" / "search", SECONDS, SEED)
    assert found["finds"] == []
    assert found["queries"] + found["damaged"] > 0


def test_a_search_that_shows_markup_would_be_found(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The excerpts' one function that escapes, without what it does."""
    for path in SCRIPTS.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace('return "&#" + c.charCodeAt(0) + ";"', "return c"))
    monkeypatch.setattr("tests.fuzz.search.SCRIPTS", tmp_path)
    assert any("markup in a" in one["fault"] for one in fuzzed(site / "search", SECONDS, SEED)["finds"])


def test_the_corpus_is_a_list_of_queries() -> None:
    assert all(isinstance(query, str) for query in json.loads(CORPUS.read_text(encoding="utf-8")))
