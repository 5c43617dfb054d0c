"""What a page asks a reader’s device to load and run stays small."""

from __future__ import annotations

import gzip

from playwright.sync_api import Page

from tests.browser.chromium import Windows
from tests.browser.sites import ROOT, Built, languages, sections

MOST_SCRIPT = 15_000
"""Bytes after gzip of our own scripts, apart from those of the search."""


def test_our_own_scripts_are_small():
    scripts = sorted((ROOT / "theme" / "assets" / "javascripts").glob("*.js"))
    assert scripts
    assert len(gzip.compress(b"".join(path.read_bytes() for path in scripts))) < MOST_SCRIPT


def animations(page: Page) -> int:
    return int(page.evaluate("() => document.getAnimations().length"))


def test_who_asks_for_less_motion_gets_none(hosted: Built, windows: Windows):
    """Hovering, opening the search and following a link within the page."""
    page = windows.get().open(hosted.url(f"page of {sections()[0]}", languages()[0]))
    page.emulate_media(reduced_motion="reduce")
    for act in (
        page.locator("article a").first.hover,
        lambda: page.keyboard.press("/"),
        lambda: page.keyboard.press("Escape"),
        page.locator(".md-nav--secondary a").last.click,
    ):
        act()
        assert animations(page) == 0
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_motion_would_be_seen(hosted: Built, windows: Windows):
    """What the test above relies on: without that wish the theme does move things."""
    page = windows.get().open(hosted.url("home", languages()[0]))
    page.emulate_media(reduced_motion="no-preference")
    page.keyboard.press("/")
    assert animations(page) > 0
    page.emulate_media(reduced_motion="reduce")
