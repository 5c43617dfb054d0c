"""A mention is shown with the words of its sentence, or as many of them as are of use."""

from __future__ import annotations

import pytest

from dossier.compose.contexts import WIDTH, after, before

LONG = "word " * 100


@pytest.mark.parametrize(
    ("text", "name", "left", "right"),
    [
        ("Ada came.", "Ada", "", " came."),
        ("It rained. Then Ada came. He left.", "Ada", "Then ", " came."),
        ("«Is it?» Ada said «yes». So be it.", "Ada", "", " said «yes»."),
        ("He came. Ada, too.", "Ada", "", ", too."),
        ("She met J. Reed there.", "Reed", "She met J. ", " there."),
        ("One\nAda\ntwo", "Ada", "One\n", "\ntwo"),
    ],
)
def test_the_sentence_stands_around_a_mention(text: str, name: str, left: str, right: str):
    start = text.index(name)
    assert before(text, start) == left
    assert after(text, start + len(name)) == right


def test_a_long_sentence_is_cut_at_words():
    text = f"{LONG}Ada {LONG}"
    start = text.index("Ada")
    left, right = before(text, start), after(text, start + 3)
    assert left.startswith("… word ")
    assert right.endswith(" word …")
    assert max(len(left), len(right)) <= WIDTH + 2


def test_a_text_without_spaces_is_cut_too():
    text = "a" * 1000
    assert before(text, 500) == "… " + "a" * WIDTH
    assert after(text, 500) == "a" * WIDTH + " …"
