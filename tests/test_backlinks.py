"""Where a page cites a paragraph, the paragraph leads back to it, and says what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.compose.backlinks import citing_sentences
from dossier.load import load
from dossier.model import Locator
from tests.dossiers import PROJECT
from tests.reading import Page, pages, stripped

NAMES = {"ada": "Ada Reed"}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ada came [@one p1].", ["Ada came."]),
        ("Ada came. [@one p1] He left.", ["Ada came."]),
        ("It rained [@one p2]. [[ada]] came [@one p1]. He left.", ["Ada Reed came."]),
        ("It rained [@one p1 p2]. *Then [[ada|she]] came [@one p1]*.", ["It rained.", "Then she came."]),
        ("It rained [@one p1], then stopped [@one p1].", ["It rained, then stopped."]),
        ("It rained [@two p1]. Ada came [@one].", []),
        ("[@one p1] It rained.", ["It rained."]),
    ],
)
def test_the_sentences_that_cite(text: str, sentences: list[str]):
    assert citing_sentences(text, Locator("one", 1), NAMES) == sentences


def backlinks(page: Page, paragraph: int) -> list[str]:
    """The lines behind “cited on … pages” of a paragraph."""
    return [
        stripped(one.text).strip()
        for one in page.all("li")
        if any("d-support" in outer.classes for outer in one.inside)
        and any(outer.get("id") == f"p{paragraph}" for outer in one.inside)
        and any("d-passage" in inner.classes for inner in page.all() if one in inner.inside)
    ]


def test_every_page_that_cites_a_paragraph_says_there_what_it_says(site: Path):
    """A name alone would not tell a reader whether the way is worth it."""
    found, problems = load(PROJECT)
    assert found is not None, problems
    built = pages(site)
    for key, source in found.sources.items():
        page = built[f"sources/{key}/index.html"]
        for paragraph in source.paragraphs:
            cited = {
                entity.names["en"]
                for entity in found.entities.values()
                if f"[@{key} p{paragraph.number}]" in entity.summary["en"]
            }
            lines = backlinks(page, paragraph.number)
            for name in cited:
                assert any(line.startswith(name) and len(line) > len(name) + 10 for line in lines), name
