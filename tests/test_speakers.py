"""Who is likely to have said something is told for editors to look at; nobody is where nothing says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from dossier.i18n.clues import quotations
from dossier.link.editors.speakers import likely_speaker
from dossier.model import Mention

CASES = yaml.safe_load(Path(__file__).with_name("speakers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("code", "marked", "expected"),
    [(code, *case) for code, cases in CASES.items() for case in cases],
)
def test_a_speaker_is_next_to_a_word_of_saying(code: str, marked: str, expected: str) -> None:
    text, named = "", []
    for part in re.split(r"(\[.*?\])", marked):
        start, words = len(text), part.strip("[]")
        text += words
        if part.startswith("["):
            named.append(Mention("article", 1, start, len(text), words, words, "name", "exact"))
    spans = quotations(text)
    assert likely_speaker(text, spans[0], spans, named, code) == expected
