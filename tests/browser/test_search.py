"""The search box finds an entity by any of its registered names, and shows data as text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Windows
from tests.browser.names import sampled
from tests.browser.programs import in_both
from tests.browser.sites import Built, languages

pytestmark = in_both

RESULTS = ".md-search-result__item"
FIRST = 5

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"'><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %}",
    "title:~99999 *^ +-",
    "__proto__ constructor",
    "(" * 60,
    "\\",
    "а" * 400,
)
# Nothing of the results acts, loads or is filled in.
HARMFUL = "script, style, link, meta, base, img, iframe, object, embed, form, input, button, video, audio"


def typed(page: Page, query: str) -> None:
    """Type into the search box, and wait until there is an answer to just that."""
    box = page.locator("input[name=query]")
    box.click()
    entered(page, "")
    idle = page.evaluate("() => JSON.parse(document.getElementById('__config').text).translations")
    says = page.locator(".md-search-result__meta")
    expect(says).to_have_text(idle["search.result.placeholder"])
    entered(page, query)
    expect(says).not_to_have_text(idle["search.result.placeholder"])


def entered(page: Page, query: str) -> None:
    """Put a query into the box; the theme looks at it when a key comes up again."""
    page.locator("input[name=query]").fill(query)
    page.keyboard.press("End")


def markup_of_data(page: Page) -> list[str]:
    """What stands in the results as markup and may have come out of data."""
    found: list[str] = page.locator(".md-search-result *").evaluate_all(
        """(found, harmful) => found.flatMap(one => [
            ...(one.matches(harmful) ? [one.outerHTML] : []),
            ...one.getAttributeNames().filter(name => name.startsWith("on")),
        ])""",
        HARMFUL,
    )
    # Escaped once too often, data would show its escapes; a heading may well hold a “<” of its own.
    titles = " ".join(page.locator(".md-search-result__list :is(h1, h2)").all_inner_texts())
    return found + re.findall(r"&(?:lt|gt|amp|quot|#\d+);", titles)


def slash(page: Page) -> None:
    """Open the box by its key; once more where the theme was not listening yet, or still closing it."""
    box = page.locator("#__search")
    for _ in range(4):
        page.keyboard.press("/")
        try:
            expect(box).to_be_checked(timeout=3_000)
            break
        except AssertionError:
            page.evaluate("document.activeElement.blur()")
            page.wait_for_timeout(500)
    expect(box).to_be_checked()
    expect(page.locator("input[name=query]")).to_be_focused()


def addresses(page: Page) -> list[str]:
    """Where the first results lead."""
    found: list[str] = page.locator(f"{RESULTS} > a, {RESULTS} > article > a").evaluate_all(
        "links => links.map(link => link.href.split(/[?#]/)[0])"
    )
    return list(dict.fromkeys(found))[:FIRST]


@pytest.mark.parametrize("language", languages())
def test_a_name_in_any_language_finds_its_page_and_is_shown_as_text(
    language: str, hosted: Built, windows: Windows
):
    window = windows.get()
    page = window.open(hosted.url("home", language))
    missed = []
    for name in sampled():
        typed(page, name.text)
        found = addresses(page)
        if hosted.address(hosted.page(name.path, language)) not in found:
            missed.append(f"{name.text} ({name.path}): {[one.removeprefix(hosted.base) for one in found]}")
        assert not markup_of_data(page)
    assert not missed, "\n".join(missed)
    assert not window.watch.problems, window.watch.problems


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_query_does_nothing(query: str, hosted: Built, windows: Windows):
    window = windows.get()
    page = window.open(hosted.url("home", languages()[0]))
    page.locator("input[name=query]").click()
    entered(page, query)
    page.wait_for_timeout(500)
    assert not window.watch.dialogs
    assert not window.watch.problems, window.watch.problems
    assert not markup_of_data(page)
    # The box still works after it.
    typed(page, sampled()[0].text)
    assert addresses(page)


@pytest.mark.parametrize("language", languages())
def test_by_keyboard(language: str, hosted: Built, windows: Windows):
    """The theme's own keys: one opens the box, another the first result."""
    name = next(one for one in sampled() if one.language == language)
    page = windows.get().open(hosted.url("home", language))
    slash(page)
    page.keyboard.insert_text(name.text)
    page.keyboard.press("End")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{name.path}/**")
