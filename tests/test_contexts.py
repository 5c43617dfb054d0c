"""A mention is shown with the words of its sentence, or as many of them as are of use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.build import build
from dossier.compose.contexts import WIDTH, after, before
from dossier.pages.entities import OPEN_CONTEXTS, EntityBody
from tests.dossiers import PROJECT
from tests.reading import elements

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


@pytest.mark.parametrize("many", [1, OPEN_CONTEXTS, OPEN_CONTEXTS + 1, OPEN_CONTEXTS + 2, 300])
def test_of_many_sources_the_newest_stand_open_and_the_others_wait(many: int):
    built, _ = build(PROJECT)
    assert built is not None
    page = next(
        one for one in built.pages["ru"].values() if isinstance(one.body, EntityBody) and one.body.contexts
    )
    assert isinstance(page.body, EntityBody)
    body = replace(page.body, contexts=page.body.contexts[:1] * many)
    found = elements(built.fragment(replace(page, body=body)))
    groups = [one for one in found if "d-context" in one.classes]
    waiting = [one for one in groups if any("d-more" in outer.classes for outer in one.inside)]
    assert len(groups) == many
    assert len(waiting) == (many - OPEN_CONTEXTS if many > OPEN_CONTEXTS + 1 else 0)
    assert waiting == groups[many - len(waiting) :]
