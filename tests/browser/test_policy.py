"""Nothing but the site's own files loads or runs, and nothing that a page itself needs is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chromium import Window, Windows
from tests.browser.names import sampled
from tests.browser.sites import Built, cases, languages, sections
from tests.browser.test_search import typed

LISTEN = """() => { window.refused = [];
    addEventListener("securitypolicyviolation", (event) => refused.push(
        [event.effectiveDirective, event.blockedURI, event.sample || ""].join(" ").trim())); }"""


@pytest.fixture(params=["hosted", "offline"])
def site(request: pytest.FixtureRequest) -> Built:
    """The site by http, and from disk, where no host is one's own."""
    found: Built = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def window(site: Built, windows: Windows, disk_windows: Windows) -> Iterator[Window]:
    made = (disk_windows if site.offline else windows).new()
    made.page.add_init_script(f"({LISTEN})()")
    yield made
    made.page.context.close()


def refused(page: Page) -> list[str]:
    """What the page was not allowed so far."""
    found: list[str] = page.evaluate("() => window.refused")
    return found


@pytest.mark.parametrize("language", languages())
def test_no_page_asks_for_what_is_not_allowed(language: str, site: Built, window: Window):
    for template in [one for one, code in cases() if code == language]:
        page = window.open(site.url(template, language))
        assert (template, refused(page)) == (template, [])
        problems = [line for line in window.watch.problems if "policy" in line.lower()]
        assert not problems, problems


def test_nor_does_whatever_a_reader_uses(site: Built, window: Window):
    page = window.open(site.url(f"page of {sections()[0]}", languages()[0]))
    page.locator("label[for^=__palette]:visible").click()
    page.locator(".md-select > button").click()
    page.locator("summary:visible").last.click()
    page.locator(".d-copy:visible").first.click()
    typed(page, sampled()[0].text)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator(".d-search-options input[type=checkbox]").check()
    page.keyboard.press("Escape")
    page.mouse.wheel(0, 2000)
    page.emulate_media(media="print")
    assert refused(page) == []
    assert not window.watch.problems, window.watch.problems


def test_nor_does_reading_an_article(site: Built, window: Window):
    template = next(one for one, _ in cases() if one.startswith("sources/"))
    page = window.open(site.url(template, languages()[-1]))
    for choice in reversed(page.locator(".d-view label:visible").all()):
        choice.click()
    page.locator("article a.d-mention:visible").first.hover()
    page.locator("article a.d-mention:visible").first.focus()
    page.wait_for_timeout(300)
    assert refused(page) == []


FOREIGN = {
    "style-src-attr": '<p style="color: red">red</p>',
    "style-src-elem": "<style>p { color: red }</style>",
    "script-src-elem": "<script>window.ran = true</script>",
    "script-src-attr": '<img src="data:," alt="" onerror="window.ran = true">',
    "img-src": '<img src="http://127.0.0.1:9/x.png" alt="">',
    "base-uri": '<base href="http://127.0.0.1:9/">',
    "frame-src": '<iframe src="data:text/html,hello"></iframe>',
    "object-src": '<object data="data:text/html,hello"></object>',
    "media-src": '<audio src="data:audio/wav;base64,AAAA" preload="auto"></audio>',
    "form-action": '<form id="out" action="http://127.0.0.1:9/"></form>',
}


@pytest.mark.parametrize("directive", FOREIGN)
def test_what_slips_into_a_page_is_refused(directive: str, hosted: Built, windows: Windows):
    """One page with one thing too many: it does nothing, and these tests would see it."""
    window = windows.new()
    window.page.add_init_script(f"({LISTEN})()")
    url = hosted.url(f"page of {sections()[0]}", languages()[0])

    def altered(route: Route) -> None:
        text = hosted.file(f"page of {sections()[0]}", languages()[0]).read_text(encoding="utf-8")
        assert text.count("</h1>") == 1
        route.fulfill(body=text.replace("</h1>", f"</h1>{FOREIGN[directive]}"), content_type="text/html")

    window.page.route(url, altered)
    page = window.open(url)
    if directive == "form-action":
        page.evaluate("() => document.getElementById('out').requestSubmit()")
    page.wait_for_function("() => refused.length > 0")
    assert {line.split(" ")[0] for line in refused(page)} == {directive}
    assert page.evaluate("() => window.ran") is None
    page.context.close()
