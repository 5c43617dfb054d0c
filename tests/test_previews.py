"""The cards of links: what an entry or a paragraph is, told before anybody follows the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.build import Built, build
from dossier.compose.index import make_index
from dossier.compose.previews import Previews
from dossier.compose.view import View
from dossier.i18n.interface import Interface
from dossier.pages.previews import Preview
from dossier.pages.texts import Passage, Target

ARTICLE = "sources/2031-03-02-bakery"
HARBOUR = "sources/2024-05-01-harbour-news"
ADA = Target("people/ada-reed")


@pytest.fixture
def translated(dossier_of: Callable[[str], Path]) -> Built:
    """An article in Ukrainian with translations in every state."""
    built, _ = build(dossier_of("translated"))
    assert built is not None
    return built


def card(built: Built, target: Target, page: str = "people/nobody", language: str = "en") -> Preview:
    found = built.previews[language].of(target, page)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("ends", "about"), [("2024-05-01", "Person · Keeper of the lamp"), ("2024-04-30", "Person")]
)
def test_the_role_is_that_of_the_day_of_the_text(
    ends: str, about: str, dossier_of: Callable[[str], Path]
) -> None:
    built, _ = build(dossier_of("minimal"))
    assert built is not None
    dossier = built.index.dossier
    person = dossier.entities["ada-reed"]
    person = replace(person, roles=(replace(person.roles[0], end=ends),))
    dossier = replace(dossier, entities={person.id: person})
    view = View(make_index(replace(built.linked, dossier=dossier)), Interface("en"))
    found = Previews(view).of(ADA, HARBOUR)
    assert found == Preview(
        "Ada Reed",
        about,
        (Passage("Ada Reed opened the harbour museum."),),
        counts=found.counts if found else "",
    )


def test_a_paragraph_brings_its_translation_if_a_person_made_it_of_this_text(translated: Built) -> None:
    outdated, current, by_program = (
        card(translated, Target(ARTICLE, f"p{number}")).passages for number in (1, 2, 3)
    )
    assert [one.language for one in outdated] == ["uk"]
    assert [one.text for one in current] == ["Хліб пече Тарас Кут.", "Taras Kut bakes <i>the bread</i>."]
    assert [one.language for one in by_program] == ["uk"]


def test_the_reader_s_own_language_is_not_marked_as_foreign(translated: Built) -> None:
    (passage,) = card(translated, Target(ARTICLE, "p2"), language="uk").passages
    assert passage == Passage("Хліб пече Тарас Кут.")


@pytest.mark.parametrize(
    ("target", "page"),
    [
        (Target("people/olena-hai"), "people/olena-hai"),
        (Target("people/olena-hai", "claims"), ARTICLE),
        (Target(ARTICLE, "claim-bakery-opened"), "people/olena-hai"),
        (Target("people"), ARTICLE),
        (Target("", "note-by-the-river"), ARTICLE),
    ],
)
def test_other_links_have_no_card(target: Target, page: str, translated: Built) -> None:
    assert translated.previews["en"].of(target, page) is None


def test_lists_have_no_cards_and_pages_have_each_once(translated: Built) -> None:
    pages = translated.pages["en"]
    for path in ("people", "sources", "timeline", "gaps"):
        assert "<template" not in translated.fragment(pages[path])
    html = translated.fragment(pages[ARTICLE])
    assert html.count("<template") == html.count("<template data-preview") > 0
    assert "&lt;i&gt;the bread" in translated.fragment(pages["people/taras-kut"])
