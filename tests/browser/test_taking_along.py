"""A reference is copied at the press of a button, from a server and from disk, and can be read without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Window, Windows
from tests.browser.sites import Built, languages, sections

TEMPLATE = f"page of {sections()[0]}"
NO_CLIPBOARD = "() => Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }"


def opened(window: Window, site: Built, language: str) -> Page:
    page = window.open(site.url(TEMPLATE, language))
    page.locator("details.d-cite-page > summary").press("Enter")
    return page


def copied(page: Page) -> tuple[str, str]:
    """The reference as it is shown, and as it is on the clipboard after its button was pressed."""
    page.evaluate("() => document.querySelector('main').prepend(document.createElement('textarea'))")
    written = page.locator("main textarea")
    written.fill("whatever was there before")
    written.press("Control+a")
    written.press("Control+x")
    block = page.locator(".d-cite-page .d-take")
    block.locator(".d-copy").press("Enter")
    expect(block.locator("[role=status]")).to_have_text(
        block.locator(".d-copy").get_attribute("data-done") or "?"
    )
    written.press("Control+v")
    return block.locator(".d-citation").inner_text(), written.input_value()


@pytest.mark.parametrize("language", languages())
def test_copied_from_a_server(language: str, hosted: Built, windows: Windows):
    window = windows.get()
    shown, clipboard = copied(opened(window, hosted, language))
    assert clipboard == shown
    assert hosted.base in shown
    assert not window.watch.problems


def test_copied_from_disk(offline: Built, disk_windows: Windows):
    window = disk_windows.get()
    shown, clipboard = copied(opened(window, offline, languages()[0]))
    assert clipboard == shown
    assert not window.watch.problems


@pytest.mark.parametrize("script", [NO_CLIPBOARD, REFUSED])
def test_copied_where_the_browser_keeps_its_clipboard_to_itself(script: str, hosted: Built, windows: Windows):
    """As at an address without https."""
    page = opened(windows.get(), hosted, languages()[0])
    page.evaluate(script)
    shown, clipboard = copied(page)
    assert clipboard == shown


def test_without_scripts_the_reference_stands_there(hosted: Built, windows: Windows):
    page = opened(windows.get(scripts=False), hosted, languages()[0])
    block = page.locator(".d-cite-page .d-take")
    expect(block.locator(".d-citation")).to_be_visible()
    expect(block.locator(".d-copy")).to_be_hidden()
    assert block.locator("a[download]").count() == 3


def test_a_file_is_saved_under_its_name(offline: Built, disk_windows: Windows):
    page = opened(disk_windows.get(), offline, languages()[0])
    link = page.locator(".d-cite-page a[download]").first
    with page.expect_download() as saved:
        link.click()
    assert saved.value.suggested_filename == link.get_attribute("download")
    assert saved.value.path().read_text(encoding="utf-8").startswith("@online{")
