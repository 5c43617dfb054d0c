"""Who has no scripts finds the A–Z index where others have the search."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import Built, languages, sections


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", languages())
def test_without_scripts_the_index_takes_the_place_of_the_search(
    language: str, width: int, hosted: Built, windows: Windows
):
    page = windows.get(width=width, scripts=False).open(hosted.url(f"page of {sections()[0]}", language))
    expect(page.locator(".md-search")).to_be_hidden()
    expect(page.locator("label[for=__search]").first).to_be_hidden()
    link = page.locator(".md-header .d-alphabet")
    box = link.bounding_box()
    assert box is not None
    assert 0 <= box["x"] < box["x"] + box["width"] <= width
    link.click()
    page.wait_for_url(hosted.url("a-to-z", language))
    letter = page.locator(".d-letters a").last
    letter.click()
    expect(page.locator(":target")).to_have_text(letter.inner_text())


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_with_scripts_there_is_the_search_alone(width: int, hosted: Built, windows: Windows):
    page = windows.get(width=width).open(hosted.url("home", languages()[0]))
    expect(page.locator(".d-alphabet")).to_have_count(0)
    expect(page.locator("label[for=__search]:visible, .md-search:visible").first).to_be_visible()
