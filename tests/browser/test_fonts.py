"""The site’s fonts have every letter of its readers’ languages, and nothing moves when they come late."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Route

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import ROOT, Built, languages, sections, templates

ALPHABETS: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("alphabets.yml").read_text(encoding="utf-8")
)
FONTS = (ROOT / "theme" / "assets" / "stylesheets" / "fonts.css").read_text(encoding="utf-8")

MOST = 0.1
"""Cumulative layout shift that is still called good (web.dev, Core Web Vitals); a line that breaks elsewhere
in the other font may cost half of it in a narrow window."""
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 100);
})"""


def late(route: Route) -> None:
    time.sleep(0.5)
    route.continue_()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "template",
    [f"page of {sections()[0]}", next(name for name in templates() if name.startswith("sources/"))],
)
def test_nothing_moves_when_the_fonts_arrive(
    template: str, language: str, width: int, hosted: Built, windows: Windows
):
    page = windows.new(width=width).page
    page.route("**/*.woff2", late)
    page.goto(hosted.url(template, language), wait_until="load")
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(300)
    assert page.evaluate(
        "() => [...document.fonts].some(one => one.status === 'loaded' && one.family === 'Inter')"
    )
    assert page.evaluate(SHIFTS) < MOST
    page.context.close()


@pytest.mark.parametrize("style", ["normal", "italic"])
@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_is_drawn_with_the_font_of_the_site(
    language: str, style: str, hosted: Built, windows: Windows
):
    """So its file has the letter, and the style sheet says so."""
    page = windows.get().open(hosted.url("home", languages()[0]))
    # The lower case of İ, where nobody says that it is Turkish, is an i and a combining dot.
    letters = ALPHABETS[language] + " " + ALPHABETS[language].lower().replace("\u0307", "")
    page.locator("h1").evaluate(
        "(one, [letters, style]) => { one.style.fontStyle = style; one.textContent = letters }",
        [letters, style],
    )
    page.evaluate("() => document.fonts.ready")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    heading = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    drawn = session.send("CSS.getPlatformFontsForNode", {"nodeId": heading})["fonts"]
    session.detach()
    others = {font["familyName"]: font["glyphCount"] for font in drawn if not font["isCustomFont"]}
    assert drawn
    assert not others


def test_every_font_that_stands_in_is_asked_for_after_our_own():
    listed = re.search(r"--md-text-font: ([^;]+);", FONTS)
    assert listed
    declared = dict.fromkeys(re.findall(r'font-family: ("[^"]+");', FONTS))
    assert [family.strip() for family in listed[1].split(",")] == list(declared)
