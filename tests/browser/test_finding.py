"""What the page on searching promises, with the examples that it gives."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Window, Windows
from tests.browser.sites import ROOT, Built, languages
from tests.browser.test_search import RESULTS, addresses, entered, slash, typed

TOKAYEV = "people/kassym-jomart-tokayev"
MINISTRY = "organisations/mfa-uzbekistan"
SOFT_POWER = "themes/soft-power"

FIRST = {
    "en": {"Tokayev": TOKAYEV, "Токаев": TOKAYEV, "Токаєвим": TOKAYEV, "Тоқаев": TOKAYEV, "Toqayev": TOKAYEV}
    | {"Tokajev": TOKAYEV, "Tokayve": TOKAYEV, "minis": MINISTRY}
    | {'"soft power"': SOFT_POWER, "«мягкая сила»": SOFT_POWER},
    "ru": {"Токаев": TOKAYEV, "Токаєвим": TOKAYEV, "Тоқаев": TOKAYEV, "Tokayev": TOKAYEV, "Toqayev": TOKAYEV}
    | {"Tokajev": TOKAYEV, "Токаве": TOKAYEV, "минис": MINISTRY}
    | {'"soft power"': SOFT_POWER, "«мягкая сила»": SOFT_POWER},
    "uk": {"Токаєв": TOKAYEV, "Токаєвим": TOKAYEV, "Тоқаев": TOKAYEV, "Tokayev": TOKAYEV, "Toqayev": TOKAYEV}
    | {"Tokajev": TOKAYEV, "Токаве": TOKAYEV, "мініс": MINISTRY}
    | {'"soft power"': SOFT_POWER, "«м’яка сила»": SOFT_POWER},
}
"""Language → example → the page that comes first."""
FORMS = {
    "en": {"приглашению": "приглашение"},
    "ru": {"приглашению": "приглашение"},
    "uk": {"запрошенням": "запрошення"},
}
"""Language → example → another form that is found."""


@pytest.fixture(params=["hosted", "offline"])
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def window(site: Built, windows: Windows, disk_windows: Windows) -> Window:
    return (disk_windows if site.offline else windows).get()


def examples(language: str) -> set[str]:
    """Whatever the page gives as something to type, keys and addresses aside."""
    text = (ROOT / "docs" / language / "finding.md").read_text(encoding="utf-8")
    return {one for one in re.findall(r"`([^`]+)`", text) if len(one) > 2 and "=" not in one} - {
        "Enter",
        "Tab",
        "Esc",
    }


def marked(page: Page) -> set[str]:
    return {text.lower() for text in page.locator(f"{RESULTS} mark").all_inner_texts()}


@pytest.mark.parametrize("language", languages())
def test_every_example_is_tried_here(language: str):
    assert examples(language) == {*FIRST[language], *FORMS[language]}


@pytest.mark.parametrize("language", languages())
def test_examples_find_what_the_page_says(language: str, site: Built, window: Window):
    page = window.open(site.url("home", language))
    for query, wanted in FIRST[language].items():
        typed(page, query)
        assert (query, addresses(page)[0]) == (query, site.url(wanted, language))
    for query, form in FORMS[language].items():
        typed(page, query)
        expect(page.locator(f"{RESULTS} mark").first).to_be_visible()
        page.wait_for_timeout(500)  # the rest of the list follows
        assert form in marked(page)


@pytest.mark.parametrize("language", languages())
def test_exact_words_are_those_that_were_typed(language: str, site: Built, window: Window):
    page = window.open(site.url("home", language))
    typed(page, next(one for one, wanted in FIRST[language].items() if wanted == MINISTRY))
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator(".d-search-options input[type=checkbox]").check()
    expect(page.locator(RESULTS)).to_have_count(0)
    labels = page.locator(".d-search-options label").all_inner_texts()
    text = (ROOT / "docs" / language / "finding.md").read_text(encoding="utf-8")
    (named,) = (one.strip("«»") for one in re.findall(r"\*\*(.+?)\*\*", text))
    assert named in [label.strip() for label in labels]


def test_a_link_carries_a_search(site: Built, window: Window):
    for language in languages():
        page = window.open(f"{site.url('people', language)}?q=Tokajev")
        expect(page.locator(RESULTS).first).to_be_visible()
        assert addresses(page)[0] == site.url(TOKAYEV, language)


def test_the_keys_do_what_the_table_says(site: Built, window: Window):
    start = site.url("home", languages()[0])
    page = window.open(start)
    box = page.locator("#__search")
    slash(page)
    page.keyboard.press("Escape")
    expect(box).not_to_be_checked()

    slash(page)
    entered(page, "Tokayev")
    page.locator(RESULTS).first.wait_for()
    found = addresses(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{found[0]}**")

    page = window.open(start)
    slash(page)
    entered(page, "Tokayev")
    page.locator(RESULTS).nth(1).wait_for()
    page.keyboard.press("ArrowDown")
    first = page.evaluate("() => document.activeElement.href")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.href") != first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("() => document.activeElement.href") == first
    page.keyboard.press("Enter")
    page.wait_for_url(f"{first.split('#')[0].split('?')[0]}**")

    page = window.open(start)
    slash(page)
    entered(page, "Tokayev")
    page.locator(RESULTS).first.wait_for()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("() => !!document.activeElement.closest('.d-search-options')"):
            break
    assert page.evaluate("() => !!document.activeElement.closest('.d-search-options')")


@pytest.mark.parametrize("language", languages())
def test_the_page_leads_to_the_index_and_is_led_to(language: str, hosted: Built, windows: Windows):
    window = windows.get()
    page = window.open(hosted.url("finding", language))
    page.locator("article a[href*='a-to-z']").click()
    page.wait_for_url(hosted.url("a-to-z", language))
    page = window.open(hosted.url("method", language))
    page.locator("article a[href*='finding']").click()
    page.wait_for_url(hosted.url("finding", language))
