"""Lines under links and names are seen: three to one against what is behind them (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

import pytest

from tests.browser.chromium import SCHEMES, Scheme, Windows
from tests.browser.contrast import CONTRAST, LEAST
from tests.browser.sites import Built, languages, sections, templates

UNDERLINED = (
    "() => {"
    + CONTRAST
    + """
    const found = {};
    document.querySelectorAll("article a").forEach(one => {
        const style = getComputedStyle(one);
        if (!style.textDecorationLine.includes("underline") || !one.checkVisibility()) return;
        const ratio = contrast(one, style.textDecorationColor);
        const name = one.className || one.parentElement.className || one.parentElement.tagName;
        found[name] = Math.min(found[name] ?? 99, ratio);
    });
    return found;
}"""
)
"""Class → the least contrast of an underline with what is painted behind it (WCAG 2.2, contrast ratio)."""

LEGEND = "() => [...document.querySelectorAll('.d-legend .d-mention')].map(one => one.className)"
"""How each kind of mention in an article is drawn."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_underlines_of_links_and_mentions(scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).page
    measured: dict[str, float] = {}
    kinds: set[str] = set()
    for template in ("home", f"page of {sections()[0]}", *(one for one in templates() if "sources/" in one)):
        page.goto(hosted.url(template, languages()[0]))
        for name, ratio in page.evaluate(UNDERLINED).items():
            measured[name] = min(measured.get(name, 99), ratio)
        kinds |= set(page.evaluate(LEGEND))
    assert len(kinds) > 1
    assert kinds <= set(measured), "each kind of mention is drawn otherwise, and is measured by itself"
    assert {name: round(ratio, 2) for name, ratio in measured.items() if ratio < LEAST} == {}
