"""On paper there is the text, and nothing to press."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import SCHEMES, Scheme, Windows
from tests.browser.sites import Built, cases, languages

CONTROLS = (
    ".md-header",
    ".md-sidebar",
    ".md-search",
    ".md-top",
    ".md-content__button",
    ".d-pager",
    ".d-edit",
    ".d-crumbs",
    ".d-choice",
    ".d-take__as",
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "template", [template for template, language in cases() if language == languages()[0]]
)
def test_controls_stay_off_paper(template: str, scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).open(hosted.url(template, languages()[0]))
    # The scheme that the page chose when it was loaded stays; browsers ask for paper to be light.
    page.emulate_media(media="print", color_scheme="light")
    try:
        expect(page.locator("h1")).to_be_visible()
        shown = [control for control in CONTROLS if page.locator(control).locator("visible=true").count()]
        assert not shown
        ink = page.locator("h1").evaluate("one => getComputedStyle(one).color.match(/[\\d.]+/g).map(Number)")
        assert sum(ink[:3]) / 3 < 140, f"dark paper or pale ink: {ink}"
    finally:
        page.emulate_media(media="screen", color_scheme=scheme)
