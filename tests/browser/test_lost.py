"""Lost readers get the page in the language of the address they asked for, at any depth."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Windows
from tests.browser.sites import Built, languages


@pytest.mark.parametrize("language", languages())
def test_the_language_of_the_address_comes_first(language: str, hosted: Built, windows: Windows):
    home = hosted.url("home", language)
    window = windows.new()
    for address in (f"{home}nothing", f"{home}people/nobody/at/all/"):
        page = window.page
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("section").first).to_have_attribute("lang", language)
        assert page.evaluate("document.documentElement.lang") == language
        assert page.locator("section ul:visible").count() == 1
        assert page.locator("section").count() in (1, len(languages()))
    window.page.context.close()


def test_without_scripts_all_languages_stand_there(hosted: Built, windows: Windows):
    page = windows.get(scripts=False).page
    page.goto(f"{hosted.base}nothing")
    assert page.locator("section ul:visible").count() == len(languages())
