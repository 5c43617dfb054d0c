"""Hostile texts at every place, in a browser: nothing runs, asks another host, opens or takes a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import Window, Windows
from tests.browser.sites import serving
from tests.browser.test_search import typed
from tests.dossiers import built_once
from tests.hostile.site import KEY, build

PAGES = (
    "",
    "people",
    "people/ada-reed",
    f"sources/{KEY}",
    "sources",
    "timeline",
    "bibliography",
    "a-to-z",
    "gaps",
)


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return built_once(shared / "hostile", build)


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the site, by http and as the copy for reading from disk."""
    if request.param == "file":
        yield f"{(folder / 'site-offline').as_uri()}/"
        return
    with serving(tmp_path / "served") as base:
        (tmp_path / "served").rmdir()
        (tmp_path / "served").symlink_to(folder / "site", target_is_directory=True)
        yield base


@pytest.fixture
def window(site: str, browser: Browser) -> Iterator[Window]:
    home = "file://" if site.startswith("file") else "/".join(site.split("/")[:3])
    made = Windows(browser, home).new()
    yield made
    made.page.context.close()


def pages(site: str, folder: Path) -> list[str]:
    """The files of the pages, from the site's root."""
    root = folder / ("site-offline" if site.startswith("file") else "site")
    both = [(f"{page}/index.html".removeprefix("/"), f"{page}.html") for page in PAGES]
    return [next(name for name in names if (root / name).is_file()) for names in both]


def assert_quiet(window: Window, page: Page, where: str) -> None:
    assert (where, window.watch.problems, window.watch.dialogs) == (where, [], [])
    assert page.evaluate("() => window.ran") is None
    for name in ("location", "body", "forms", "getElementById"):
        assert (
            page.evaluate(f"() => document.{name} instanceof Element && document.{name}.tagName !== 'BODY'")
            is False
        )


def test_no_page_does_what_a_text_says(site: str, window: Window, folder: Path):
    for name in pages(site, folder):
        page = window.open(site + name)
        assert_quiet(window, page, name)


def test_nor_does_the_search_dialog_or_a_card(site: str, window: Window):
    page = window.open(site + "index.html")
    typed(page, "script")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert_quiet(window, page, "the search dialog")
