"""Lines under links and names are seen: three to one against what is behind them (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

import pytest

from tests.browser.chromium import SCHEMES, Scheme, Windows
from tests.browser.sites import Built, languages, sections, templates

LEAST = 3.0

UNDERLINED = """() => {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const painted = (colours) => {
        colours.forEach(colour => { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1) });
        return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (rgb) => {
        const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const [r, g, b] = rgb.map(v => linear(v / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (one) => {
        const layers = [];
        for (let at = one; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
        return layers;
    };
    const found = {};
    document.querySelectorAll("article a").forEach(one => {
        const style = getComputedStyle(one);
        if (!style.textDecorationLine.includes("underline") || !one.checkVisibility()) return;
        const layers = behind(one), back = light(painted(layers));
        const line = light(painted([...layers, style.textDecorationColor]));
        const ratio = (Math.max(back, line) + 0.05) / (Math.min(back, line) + 0.05);
        const name = one.className || one.parentElement.className || one.parentElement.tagName;
        found[name] = Math.min(found[name] ?? 99, ratio);
    });
    return found;
}"""
"""Class → the least contrast of an underline with what is painted behind it (WCAG 2.2, contrast ratio)."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_underlines_of_links_and_mentions(scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).page
    measured: dict[str, float] = {}
    for template in ("home", f"page of {sections()[0]}", *(one for one in templates() if "sources/" in one)):
        page.goto(hosted.url(template, languages()[0]))
        for name, ratio in page.evaluate(UNDERLINED).items():
            measured[name] = min(measured.get(name, 99), ratio)
    assert any("d-mention" in name for name in measured)
    assert {name: round(ratio, 2) for name, ratio in measured.items() if ratio < LEAST} == {}
