"""The home page: dates on a line where there is room for their words, and a list where there is none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import Built, languages

WORDS = """() => [...document.querySelectorAll(".d-axis text")].map(text => {
    const box = text.getBoundingClientRect(), axis = text.closest("svg").getBoundingClientRect();
    return [box.left - axis.left, box.right - axis.left, box.top, box.bottom, axis.width];
})"""


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("width", [768, WIDE, 1920])
def test_words_on_the_line_stay_within_it_and_meet_no_others(
    language: str, width: int, hosted: Built, windows: Windows
):
    page = windows.get(width=width).open(hosted.url("home", language))
    words: list[list[float]] = page.evaluate(WORDS)
    assert words
    for i, (left, right, top, bottom, whole) in enumerate(words):
        assert left >= -1
        assert right <= whole + 1
        for other_left, other_right, other_top, other_bottom, _ in words[:i]:
            beside = right <= other_left or other_right <= left
            assert beside or bottom <= other_top + 3 or other_bottom <= top + 3


@pytest.mark.parametrize(("width", "drawn"), [(NARROW, False), (768, True), (WIDE, True)])
def test_dates_are_told_once(width: int, drawn: bool, hosted: Built, windows: Windows):
    page = windows.get(width=width).open(hosted.url("home", languages()[0]))
    expect(page.locator(".d-axis")).to_be_visible(visible=drawn)
    expect(page.locator(".d-dates--drawn")).to_be_visible(visible=not drawn)
