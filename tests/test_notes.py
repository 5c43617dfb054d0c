"""What editors say of an article's words, as the search box and the page have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.load import load
from dossier.model import Note
from dossier.search.folding import key, words
from tests.dossiers import PROJECT
from tests.searching import Read


def slips() -> list[Note]:
    """Notes that give another reading."""
    found, problems = load(PROJECT)
    assert found is not None, problems
    return [note for source in found.sources.values() for note in source.notes if note.reading]


@pytest.mark.parametrize("home", ["", "ru/", "uk/"], ids=["en", "ru", "uk"])
def test_a_slip_is_found_by_what_is_written_and_by_what_is_meant(site: Path, home: str) -> None:
    index = Read.folder(site / f"{home}search")
    texts = {section[0]: section[2] for sections in index.texts for section in sections}
    assert slips()
    for note in slips():
        assert f"{note.quote.text} → {note.reading} " in texts[f"note-{note.id}"]
        for word in {*words(note.quote.text), *words(note.reading)}:
            assert f"sources/{note.quote.source}/" in index.holding(key(word)), (note.id, word)
