"""The picture of all connections: names stand within it, and are cut only where there is no room."""

from __future__ import annotations

import pytest

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import Built, languages

LEAST = {WIDE: 50, NARROW: 18}
"""Characters of a name that the picture has room for."""

NAMES = """() => {
    const edge = document.querySelector(".d-network").getBoundingClientRect().right;
    return [...document.querySelectorAll(".d-network a")].map(link => {
        const [shown, ...others] = [...link.querySelectorAll("text")].filter(one => one.checkVisibility());
        return [link.getAttribute("aria-label"), shown.textContent,
                others.length, shown.getBoundingClientRect().right <= edge];
    });
}"""
"""Of each name: whole, as shown, how often besides, and whether it ends within the picture."""


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", languages())
def test_names_stand_within_the_picture(width: int, language: str, hosted: Built, windows: Windows):
    page = windows.get(width=width).open(hosted.url("network", language), width=width)
    names = page.evaluate(NAMES)
    assert names
    for whole, shown, others, within in names:
        assert within, f"{shown} is cut off by the edge"
        assert not others
        assert shown == whole or (shown.endswith("…") and len(shown) >= LEAST[width])
