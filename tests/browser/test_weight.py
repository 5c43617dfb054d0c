"""What a page asks a reader’s device to load and run stays small."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import Windows
from tests.browser.sites import ROOT, Built, languages, templates
from tests.browser.test_search import slash

MOST_SCRIPT = 15_000
"""Bytes after gzip of our own scripts, apart from those of the search."""


def test_our_own_scripts_are_small():
    scripts = sorted((ROOT / "theme" / "assets" / "javascripts").glob("*.js"))
    assert scripts
    assert len(gzip.compress(b"".join(path.read_bytes() for path in scripts))) < MOST_SCRIPT


def animations(page: Page) -> int:
    return int(page.evaluate("() => document.getAnimations().length"))


@pytest.mark.parametrize("template", templates())
def test_who_asks_for_less_motion_gets_none(template: str, hosted: Built, windows: Windows):
    """Hovering, and following a link within the page."""
    page = windows.get().open(hosted.url(template, languages()[0]))
    page.emulate_media(reduced_motion="reduce")
    page.locator("a[href]:visible").last.hover()
    assert animations(page) == 0
    inner = page.locator(".md-nav--secondary a:visible")
    if inner.count():
        inner.last.click()
        assert animations(page) == 0
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_nor_does_the_search_move_for_them(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url("home", languages()[0]))
    page.emulate_media(reduced_motion="reduce")
    slash(page)
    assert animations(page) == 0


def test_motion_would_be_seen(hosted: Built, windows: Windows):
    """What the tests above rely on: without that wish the theme does move things."""
    page = windows.get().open(hosted.url("home", languages()[0]))
    page.emulate_media(reduced_motion="no-preference")
    page.keyboard.press("/")
    assert animations(page) > 0
    page.emulate_media(reduced_motion="reduce")
