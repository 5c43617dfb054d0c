"""Maps in a browser: letters that can be read on any screen, links that a keyboard reaches."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import Built, languages

SIZES = """() => [...document.querySelectorAll(".d-map")].filter(map => map.checkVisibility())
    .flatMap(map => [...map.querySelectorAll("text")].map(text =>
        12 * map.getBoundingClientRect().width / map.viewBox.baseVal.width))"""

CROSSING = """() => [...document.querySelectorAll(".d-map")]
    .filter(map => map.checkVisibility()).flatMap((map) => {
    const named = [...map.querySelectorAll("text")];
    const boxes = named.map(text => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([name, one], i) => boxes.slice(i + 1)
        .filter(([, other]) => one.left < other.right && other.left < one.right
            && one.top + 2 < other.bottom && other.top + 2 < one.bottom)
        .map(([beside]) => name + " over " + beside));
})"""


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("width", [NARROW, 768, WIDE, 1920])
def test_names_can_be_read_and_none_lies_over_another(
    language: str, width: int, hosted: Built, windows: Windows
):
    page = windows.get(width=width).open(hosted.url("register places", language))
    sizes: list[float] = page.evaluate(SIZES)
    assert len(sizes) > 8
    assert min(sizes) > 10
    assert page.evaluate(CROSSING) == []


def test_a_place_is_reached_by_keyboard_once(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url("register places", languages()[0]))
    links = page.locator(".d-map--wide a")
    links.first.focus()
    page.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    assert (
        links.nth(1).evaluate("link => getComputedStyle(link.querySelector('circle')).strokeWidth") == "2.5px"
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/*/")
