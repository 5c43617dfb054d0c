"""The search itself: it folds words as the index does, and every name leads to its page first."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from dossier.link.forms import forms
from dossier.load import load
from dossier.model import Dossier
from dossier.search.folding import key, words
from tests.browser.chromium import Windows
from tests.browser.programs import in_both
from tests.browser.sites import ROOT, Built, languages
from tests.browser.test_search import slash

pytestmark = in_both

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїўқғңәөұүһҳҷӣӯşçğıñžšč'’ʻ0123456789ßœæ"
)
FIRST = """async ([folder, queries]) => {
  await dossierSearch.setup(folder);
  const found = [];
  for (const query of queries) {
    const items = await (await dossierSearch.search(query, {})).items(3, 0);
    found.push(items.map(item => item[0].location));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    found, _ = load(ROOT)
    assert found is not None
    return found


def searched(page: Page, folder: str, queries: list[str]) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(FIRST, [folder, queries])
    return found


def opened(built: Built, language: str, windows: Windows) -> tuple[Page, str]:
    """A page of the site, and the address of its index."""
    page = windows.get().open(built.url("home", language))
    home = built.url("home", language).rpartition("/")[0]
    return page, f"{home}/search/"


def everything(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        yield from words(path.read_text(encoding="utf-8"))


def test_words_fold_as_in_the_index(hosted: Built, windows: Windows, dossier: Dossier):
    """All words of the articles and the registry, and a few thousand made up of letters of many alphabets."""
    chance = random.Random(1)
    made = ["".join(chance.choices(LETTERS, k=chance.randint(1, 14))) for _ in range(5000)]
    named = [
        word for entity in dossier.entities.values() for _, name in entity.called() for word in words(name)
    ]
    asked = sorted({*everything(ROOT / "seeds"), *named, *made, *(word.upper() for word in made)})
    page, folder = opened(hosted, languages()[0], windows)
    script = "async ([folder, asked]) => { const { folding } = await dossierSearch.setup(folder); \
const { key } = dossierSearch.folder(folding); return asked.map(key); }"
    keys: list[str] = page.evaluate(script, [folder, asked])
    differing = {
        word: (there, key(word)) for word, there in zip(asked, keys, strict=True) if there != key(word)
    }
    assert not differing


@pytest.mark.parametrize("language", languages())
def test_every_name_leads_to_its_page_first(language: str, hosted: Built, windows: Windows, dossier: Dossier):
    """Names and aliases in every language; where several share a name, one of them."""
    page, folder = opened(hosted, language, windows)
    bearers: dict[str, set[str]] = {}
    for entity in dossier.entities.values():
        for _, name in entity.called():
            location = f"{dossier.kinds[entity.kind].section}/{entity.id}/"
            bearers.setdefault(" ".join(key(word) for word in words(name)), set()).add(location)
    queries = sorted({name for entity in dossier.entities.values() for _, name in entity.called()})
    wrong = {
        query: found
        for query, found in zip(queries, searched(page, folder, queries), strict=True)
        if not found or found[0] not in bearers[" ".join(key(word) for word in words(query))]
    }
    assert not wrong


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_inflected_names_of_people_lead_to_their_pages(
    language: str, hosted: Built, windows: Windows, dossier: Dossier
):
    page, folder = opened(hosted, language, windows)
    asked: dict[str, str] = {}
    for entity in dossier.entities.values():
        if dossier.kinds[entity.kind].names == "person":
            surname = entity.names[language].split()[-1]
            for form in forms(surname, language, "surname", entity.gender):
                asked[form] = f"{dossier.kinds[entity.kind].section}/{entity.id}/"
    found = searched(page, folder, list(asked))
    wrong = {
        query: first for (query, place), first in zip(asked.items(), found, strict=True) if place not in first
    }
    assert len(asked) > 30
    assert not wrong


def test_from_disk_the_same_is_found(hosted: Built, offline: Built, windows: Windows, dossier: Dossier):
    language = languages()[1]
    queries = [entity.names[language] for entity in dossier.entities.values()]
    queries += ["приглашение", "письмо", "Трапм", "мягкая сила", "«мягкая сила»", "запросив"]
    page, folder = opened(hosted, language, windows)
    by_http = searched(page, folder, queries)
    page, folder = opened(offline, language, windows)
    from_disk = searched(page, folder, queries)
    assert [[re.sub(r"(?:index)?\.html$", "", place).rstrip("/") for place in row] for row in from_disk] == [
        [place.rstrip("/") for place in row] for row in by_http
    ]


ONE = """async ([folder, query, options]) => {
  await dossierSearch.setup(folder);
  return await (await dossierSearch.search(query, options)).items(30, 10);
}"""


def found(page: Page, folder: str, query: str, **options: object) -> list[list[dict[str, Any]]]:
    items: list[list[dict[str, Any]]] = page.evaluate(ONE, [folder, query, options])
    return items


def test_paragraphs_are_results_with_the_words_marked(hosted: Built, windows: Windows):
    page, folder = opened(hosted, "ru", windows)
    article = next(
        item for item in found(page, folder, "письмо приглашение") if "sources/" in item[0]["location"]
    )
    places = [place for place in article[1:] if "#p" in place["location"]]
    assert places
    assert all("<mark>" in place["text"] and 'lang="' in place["text"] for place in places[:1])


def test_narrowed_to_a_kind_a_language_or_a_year(hosted: Built, windows: Windows):
    page, folder = opened(hosted, "ru", windows)
    everywhere = [item[0]["location"] for item in found(page, folder, "Трамп")]
    kinds = page.evaluate("async folder => (await dossierSearch.setup(folder)).runs", folder)
    last = max(run[0] for run in kinds)
    sources = [item[0]["location"] for item in found(page, folder, "Трамп", kind=last)]
    assert sources
    assert all(place.startswith("sources/") for place in sources)
    assert set(sources) < set(everywhere)
    in_ukrainian = [item[0]["location"] for item in found(page, folder, "Трамп", language="uk")]
    assert 0 < len(in_ukrainian) < len(sources)
    assert not found(page, folder, "Трамп", year=1901)


def test_exact_words_and_phrases(hosted: Built, windows: Windows):
    page, folder = opened(hosted, "ru", windows)
    near = {item[0]["location"] for item in found(page, folder, "приглашению")}
    exact = {item[0]["location"] for item in found(page, folder, "приглашению", exact=True)}
    assert exact
    assert exact < near
    assert not found(page, folder, "приглошению", exact=True)
    phrase = {item[0]["location"] for item in found(page, folder, "«экономические связи»")}
    apart = {item[0]["location"] for item in found(page, folder, "экономические связи")}
    assert phrase
    assert phrase < apart


LOOKED_THROUGH = """async ([folder, query]) => {
  await dossierSearch.setup(folder);
  const known = dossierSearch.index.sections, pages = new Set();
  dossierSearch.index.sections = (page) => { pages.add(page); return known(page); };
  const answer = await dossierSearch.search(query, {}), found = [];
  for (const [most, texts] of [[10, 1], [10, 10], [Infinity, Infinity]])
    found.push([(await answer.items(most, texts)).length, pages.size, !!answer.all()]);
  dossierSearch.index.sections = known;
  return found;
}"""
"""For each stage of an answer: pages listed, texts looked through, and whether all was looked at."""


def test_texts_are_looked_through_for_a_phrase_only_until_there_are_enough(hosted: Built, windows: Windows):
    page, folder = opened(hosted, "ru", windows)
    first, ten, last = page.evaluate(LOOKED_THROUGH, [folder, "«Трамп»"])
    assert 0 < first[0] <= ten[0] == 10 < last[0]
    assert first[1] < ten[1] <= last[1]
    assert [stage[2] for stage in (first, ten, last)] == [False, False, True]


@pytest.mark.parametrize(
    "query", ["", " ", "…", "«»", "constructor __proto__ toString", "\u0301" * 50, "а" * 5000, "\ud800"]
)
def test_an_odd_query_finds_nothing_worse_than_nothing(query: str, hosted: Built, windows: Windows):
    window = windows.get()
    page, folder = opened(hosted, "ru", windows)
    items = page.evaluate(ONE, [folder, query, {}])
    assert isinstance(items, list)
    assert not window.watch.problems


def test_a_list_stays_while_somebody_chooses_from_it(hosted: Built, windows: Windows):
    """Pages are listed before their texts arrive, and the one that is focused keeps the focus."""
    page = windows.new().page

    def late(route: Route) -> None:
        page.wait_for_timeout(1500)
        route.continue_()

    page.route("**/search/x*.js", late)
    page.goto(hosted.url("home", "ru"))
    slash(page)
    page.keyboard.insert_text("Трамп")
    page.keyboard.press("End")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.href")
    page.wait_for_timeout(2500)
    assert page.evaluate("document.activeElement.href") == chosen
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/donald-trump/**")
