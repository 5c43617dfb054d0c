"""A reader's way through the search is the same by http and from disk, in Chromium and in Firefox."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import Window, Windows
from tests.browser.names import registered, sampled
from tests.browser.sites import Built, languages
from tests.browser.test_search import RESULTS, addresses, slash, typed

BROWSERS = {"chromium": "browser", "firefox": "firefox_browser"}
PLACES = ("hosted", "offline")
LEADS = """([address, wanted]) => {
    const first = document.querySelector(".md-search-result__item a");
    return (!!first && first.href.split(/[?#]/)[0] === address) === wanted;
}"""
QUERIES = tuple(name.text for name in sampled())


def opened(browser: Browser, site: Built) -> Window:
    home = "file://" if site.offline else "/".join(site.base.split("/")[:3])
    return Windows(browser, home).new()


@pytest.fixture(params=PLACES, scope="module")
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=BROWSERS, scope="module")
def window(request: pytest.FixtureRequest, site: Built) -> Iterator[Window]:
    browser: Browser = request.getfixturevalue(BROWSERS[request.param])
    made = opened(browser, site)
    yield made
    made.page.context.close()


def wanted(site: Built, path: str, language: str) -> str:
    return site.address(site.page(path, language))


def slipped(text: str) -> str:
    """A name with two letters exchanged, as hasty fingers do."""
    return text[:2] + text[3] + text[2] + text[4:]


def test_by_keys_alone(window: Window, site: Built):
    """A key opens the box, arrows walk through what is found, another key closes it, one follows."""
    language = languages()[-1]
    name = next(one for one in sampled() if one.language == language)
    page = window.open(site.url("home", language))
    slash(page)
    page.keyboard.press("Escape")
    expect(page.locator("input[name=query]")).not_to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()
    slash(page)
    page.keyboard.insert_text(name.text)
    page.keyboard.press("End")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.href.split(/[?#]/)[0]") == addresses(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"{wanted(site, name.path, language)}**")
    assert not window.watch.problems, window.watch.problems


def test_a_link_shares_what_was_searched(window: Window, site: Built):
    name = sampled()[0]
    page = window.open(f"{site.url('home', languages()[0])}?q={name.text}")
    expect(page.locator("input[name=query]")).to_have_value(name.text)
    page.locator(RESULTS).first.wait_for()
    assert wanted(site, name.path, languages()[0]) in addresses(page)


def test_slips_are_forgiven_unless_words_are_to_be_exact(window: Window, site: Built):
    language = languages()[0]
    name = next(
        one for one in registered() if one.language == language and one.text.isalpha() and len(one.text) > 6
    )
    page = window.open(site.url("home", language))
    typed(page, slipped(name.text))
    assert wanted(site, name.path, language) in addresses(page)
    page.locator(".d-search-options input[type=checkbox]").check()
    expect(page.locator(RESULTS)).to_have_count(0)


def test_results_are_narrowed(window: Window, site: Built):
    page = window.open(site.url("home", languages()[0]))
    typed(page, sampled()[0].text)
    everywhere = addresses(page)
    kinds = page.locator(".d-search-options select").first
    kinds.select_option(index=kinds.locator("option").count() - 1)
    page.wait_for_function(LEADS, arg=[everywhere[0], False])
    assert addresses(page) != everywhere
    kinds.select_option(index=0)
    page.wait_for_function(LEADS, arg=[everywhere[0], True])


def lists(page: Page, site: Built) -> dict[str, list[str]]:
    """What each query finds, by paths of the site."""
    found = {}
    page.goto(site.url("home", languages()[1]))
    for query in QUERIES:
        typed(page, query)
        page.wait_for_timeout(700)  # the list grows until all are there
        found[query] = [
            re.sub(r"(/index)?\.html$|/$", "", one.removeprefix(site.base)) for one in addresses(page)
        ]
    return found


def test_the_same_is_listed_everywhere(request: pytest.FixtureRequest):
    seen = {}
    for browser, fixture in BROWSERS.items():
        for place in PLACES:
            site: Built = request.getfixturevalue(place)
            window = opened(request.getfixturevalue(fixture), site)
            seen[browser, place] = lists(window.page, site)
            window.page.context.close()
    for query, first in seen["chromium", "hosted"].items():
        assert first
        assert {(query, *at): found[query] for at, found in seen.items() if found[query] != first} == {}
