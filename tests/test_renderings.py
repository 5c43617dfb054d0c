"""A quotation in another language stands with its translation, where it is sure which words that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.build import build
from dossier.compose.renderings import aligned
from tests.reading import Page

TEXT = "Ада приехала. Она осмотрела музей в гавани. Потом шёл дождь."


@pytest.mark.parametrize(
    ("quote", "translated", "shown"),
    [
        ("музей", "Ada came. She saw the harbour museum. Then it rained.", "She saw the harbour museum."),
        ("гавани. Потом", "Ada came. She saw the museum. It rained.", "She saw the museum. It rained."),
        ("музей", "Ada came and saw the harbour museum. Then it rained.", ""),
        ("музей", f"Ada came. She saw {'the harbour, ' * 5}the museum. It rained.", ""),
        ("Ада", "Ada came. She saw the harbour museum. Then it rained.", "Ada came."),
    ],
)  # fmt: skip
def test_sentences_stand_for_one_another_in_their_order(quote: str, translated: str, shown: str):
    start = TEXT.index(quote)
    assert aligned(TEXT, start, start + len(quote), translated) == shown


def test_a_text_of_one_sentence_is_rendered_whole():
    assert aligned("Шёл дождь", 0, 3, "It rained") == "It rained"


EVIDENCE = """
      - {p: 2, quote: Хліб пече}
      - {p: 3, quote: Черга стоїть}
"""


def test_only_what_a_person_translated_from_the_text_as_it_stands_is_shown(dossier_of: Callable[[str], Path]):
    """The first paragraph’s translation is outdated, the third’s a program’s."""
    root = dossier_of("translated")
    record = root / "data" / "sources" / "2031-03-02-bakery.yml"
    record.write_text(record.read_text("utf-8").rstrip() + EVIDENCE, "utf-8")
    built, problems = build(root)
    assert built is not None, problems
    for language, shown in (("en", ["In translation: Taras Kut bakes <i>the bread</i>."]), ("uk", [])):
        page = Page("olena-hai", built.fragment(built.pages[language]["people/olena-hai"]))
        assert len(list(page.all(class_="d-evidence"))) == 3
        assert [one.text for one in page.all("footer", class_="d-evidence__by")] == shown
