"""The site’s fonts have every letter of its readers’ languages, and nothing moves when they come late."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Route

from tests.browser.chromium import NARROW, WIDE, Window, Windows
from tests.browser.sites import ROOT, Built, cases, languages

ALPHABETS: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("alphabets.yml").read_text(encoding="utf-8")
)
FONTS = (ROOT / "theme" / "assets" / "stylesheets" / "fonts.css").read_text(encoding="utf-8")

MOST = 0.05
"""Cumulative layout shift (Layout Instability API); web.dev still calls twice as much good."""
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 100);
})"""


def late(route: Route) -> None:
    time.sleep(0.2)
    route.continue_()


@pytest.mark.parametrize(
    ("language", "width"), [*((one, NARROW) for one in languages()), (languages()[-1], WIDE)]
)
def test_nothing_moves_when_fonts_and_scripts_come_late(
    language: str, width: int, hosted: Built, windows: Windows
):
    """On a slow device, where a page is drawn before it is wholly read."""
    page = windows.new(width=width).page
    page.set_default_timeout(60_000)
    page.route("**/*.woff2", late)
    page.route("**/before-theme.js", late)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    moved = {}
    for template in [one for one, spoken in cases() if spoken == language]:
        page.goto(hosted.url(template, language), wait_until="load")
        page.wait_for_timeout(100)
        moved[template] = page.evaluate(SHIFTS)
    assert moved
    assert {template: shift for template, shift in moved.items() if shift >= MOST} == {}
    page.context.close()


@pytest.fixture(scope="module")
def patient(windows: Windows) -> Iterator[Window]:
    """A window where a font is drawn however late it comes."""
    window = windows.new()
    asked = FONTS.replace("font-display: optional", "font-display: block")
    window.page.route("**/fonts.css", lambda route: route.fulfill(body=asked, content_type="text/css"))
    yield window
    window.page.context.close()


@pytest.mark.parametrize("style", ["normal", "italic"])
@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_is_drawn_with_the_font_of_the_site(
    language: str, style: str, hosted: Built, patient: Window
):
    """So its file has the letter, and the style sheet says so."""
    page = patient.open(hosted.url("home", languages()[0]))
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


@pytest.mark.parametrize("language", languages())
def test_fonts_asked_for_ahead_are_there_and_used(language: str, hosted: Built, windows: Windows):
    window = windows.new()
    page = window.open(hosted.url("home", language))
    page.evaluate("() => document.fonts.ready")
    asked = page.locator("link[rel=preload]").evaluate_all("all => all.map(one => one.href)")
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(one => one.name)")
    assert asked
    assert set(asked) <= set(loaded)
    # The browser itself complains of what was asked for ahead and not used.
    page.wait_for_timeout(4000)
    assert not window.watch.problems
    page.context.close()


def test_every_font_that_stands_in_is_asked_for_after_our_own():
    listed = re.search(r"--md-text-font: ([^;]+);", FONTS)
    assert listed
    declared = dict.fromkeys(re.findall(r'font-family: ("[^"]+");', FONTS))
    assert [family.strip() for family in listed[1].split(",")] == list(declared)
