"""The folder opened from disk: the same pages, the same links, the same search, and no host asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Windows
from tests.browser.crawler import Crawl, crawl
from tests.browser.names import sampled
from tests.browser.sites import Built, cases, languages, sections
from tests.browser.test_search import addresses, typed


@pytest.fixture(scope="session")
def crawled(offline: Built) -> Crawl:
    """The whole folder, from its first page."""
    return crawl(offline.base, offline.url("home", languages()[0]))


def test_every_link_and_anchor_is_alive(crawled: Crawl):
    assert not crawled.problems, f"{len(crawled.problems)} problems:\n" + "\n".join(crawled.problems[:60])


def test_every_page_can_be_reached(offline: Built, crawled: Crawl):
    pages = {offline.address(file) for file in offline.pages() if file.name != "404.html"}
    assert not sorted(pages - set(crawled.pages))


@pytest.mark.parametrize(("template", "language"), [case for case in cases() if case[0] != "404"])
def test_page(template: str, language: str, offline: Built, disk_windows: Windows):
    window = disk_windows.get()
    page = window.open(offline.url(template, language))
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_be_visible()
    assert not window.watch.problems, "\n".join(window.watch.problems)


@pytest.mark.parametrize("language", languages())
def test_language_switch(language: str, offline: Built, disk_windows: Windows):
    template = f"page of {sections()[0]}"
    window = disk_windows.get()
    for other in languages():
        page = window.open(offline.url(template, language))
        page.locator(".md-select > button").click()
        page.locator(f".md-select__link[hreflang={other}]").click()
        page.wait_for_url(f"{offline.url(template, other)}**")
        expect(page.locator("html")).to_have_attribute("lang", other)
    assert not window.watch.problems


@pytest.mark.parametrize("language", languages())
def test_search(language: str, offline: Built, disk_windows: Windows):
    window = disk_windows.get()
    for name in [one for one in sampled() if one.language == language][:2]:
        page = window.open(offline.url("home", language))
        typed(page, name.text)
        wanted = offline.address(offline.page(name.path, language))
        assert wanted in addresses(page), [one.removeprefix(offline.base) for one in addresses(page)]
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{name.path}/index.html**")
        expect(page.locator("h1")).to_be_visible()
    assert not window.watch.problems, window.watch.problems
