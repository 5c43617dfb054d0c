"""Words of another language than the page's say so: for voices, hyphens and fonts (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n.collation import ALPHABETS
from dossier.i18n.foreign import pieces
from tests.reading import elements, pages, texts

CASES = yaml.safe_load(Path(__file__).with_name("foreign.yml").read_text(encoding="utf-8"))

SHOWN = ("title", "aria-label", "alt", "placeholder", "label")
"""Attributes whose words are shown or read out."""
UNSEEN = ("script", "style")
NO_LANGUAGE = ("code", "kbd", "pre", "samp")
"""What is typed or printed by programs is in none."""
CITATION = "d-cite"
"""Its tip is the citation as the convention has it: the title in its own language, which no tip can mark."""


def foreign(html: str) -> Iterator[str]:
    """Words with a Cyrillic letter that the language they are said to be in does not have."""
    said = list(texts(html))
    said += [(one, one.get(name)) for one in elements(html) for name in SHOWN if CITATION not in one.classes]
    for element, text in said:
        if not {element.tag, *(one.tag for one in element.inside)}.isdisjoint((*UNSEEN, *NO_LANGUAGE)):
            continue
        own = set(ALPHABETS.get(element.language, "")) | {"ё" if element.language == "ru" else ""}
        letters = {
            sign for sign in text.casefold() if unicodedata.name(sign, "").startswith("CYRILLIC SMALL LETTER")
        }
        if letters - own:
            yield f"{element.language}: {' '.join(text.split())[:80]}"


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ('<html lang="en"><p>Tokayev</p></html>', 0),
        ('<html lang="en"><p>Токаев</p></html>', 1),
        ('<html lang="en"><p lang="ru">Токаев</p></html>', 0),
        ('<html lang="ru"><p>Київ, ёлка</p></html>', 1),
        ('<html lang="uk"><p>Київ, <i title="объект">і</i></p></html>', 1),
        ('<html lang="uk"><p>Київ, <i title="объект" lang="ru">все</i></p></html>', 0),
    ],
)
def test_an_unmarked_word_is_found(html: str, wrong: int) -> None:
    assert len(list(foreign(html))) == wrong


def test_no_page_holds_unmarked_words_of_another_language(site: Path) -> None:
    found = pages(site)
    assert len(found) > 100
    unmarked = [(name, words) for name, page in found.items() for words in foreign(page.html)]
    assert unmarked == []


@pytest.mark.parametrize("name", ["translated", "doubts", "interactions", "pacific"])
def test_no_page_of_other_dossiers_does(name: str, built: Callable[[str], Path]) -> None:
    unmarked = [
        (file, words) for file, page in pages(built(name) / "site").items() for words in foreign(page.html)
    ]
    assert unmarked == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case['own']}: {case['text']}" for case in CASES])
def test_foreign_words_are_told_by_their_letters(case: dict[str, Any]) -> None:
    found = pieces(case["text"], case["own"], case["others"])
    assert {text: language for text, language in found if language} == case["marked"]


@given(
    st.text(alphabet="ab «»“”\"'’-\n\u0301еёіыїЎқ北ა\u200b7", max_size=30),
    st.sampled_from(["en", "ru", "uk", "kk"]),
)
def test_marking_changes_no_character(text: str, own: str) -> None:
    found = pieces(text, own, ["ru", "uk", "kk", "ka", "zh"])
    assert "".join(piece for piece, _ in found) == text
    assert own not in {language for _, language in found}
