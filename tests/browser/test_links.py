"""Links lead where they say: by a crawler, by clicking, and with scripts switched off."""

from __future__ import annotations

from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.crawler import Crawl, crawl
from tests.browser.markup import resolved
from tests.browser.sites import Built, cases, languages, sections

IN_VIEW = """element => {
    const box = element.getBoundingClientRect();
    const header = document.querySelector(".md-header");
    const covers = header && getComputedStyle(header).position === "sticky";
    const top = covers ? header.getBoundingClientRect().bottom : 0;
    return box.height > 0 && box.top >= Math.min(top, innerHeight) - 1 && box.top < innerHeight;
}"""


@pytest.fixture(scope="session")
def crawled(hosted: Built) -> Crawl:
    """The whole site, from the home page."""
    return crawl(hosted.base, hosted.base)


def test_every_link_and_anchor_is_alive(crawled: Crawl):
    assert not crawled.problems, f"{len(crawled.problems)} problems:\n" + "\n".join(crawled.problems[:60])


def test_every_page_can_be_reached(hosted: Built, crawled: Crawl):
    pages = {hosted.address(file) for file in hosted.pages() if file.name != "404.html"}
    assert not sorted(pages - set(crawled.pages))


def test_anchors_are_unique(crawled: Crawl):
    twice = [
        f"{address.removeprefix(crawled.base)}: {name}"
        for address, page in crawled.pages.items()
        for name in sorted({name for name in page.ids if page.ids.count(name) > 1})
    ]
    assert not twice, "\n".join(twice[:40])


def test_language_switch_keeps_the_page(hosted: Built, crawled: Crawl):
    """On every page: to the same one in each language, or to that language's home where there is none."""
    homes = {hosted.url("home", language) for language in languages()}
    problems = []
    for address, page in crawled.pages.items():
        alternates = {code: resolved(address, href)[0] for code, href in page.alternates().items()}
        if alternates.get(page.language) != address:
            problems.append(f"{address}: its own language leads to {alternates.get(page.language)}")
        for code, target in alternates.items():
            other = crawled.pages.get(target)
            if other is None or other.language != code:
                problems.append(f"{address}: {code} leads to {target}, which is not in that language")
            elif target in homes:
                if (
                    address not in homes
                    and _counterpart(hosted, address, page.language, code) in crawled.pages
                ):
                    problems.append(f"{address}: {code} leads home although the page is there")
            elif resolved(target, other.alternates().get(page.language, "nowhere"))[0] != address:
                problems.append(f"{address}: {code} leads to {target}, which does not lead back")
    assert not problems, f"{len(problems)} problems:\n" + "\n".join(problems[:40])


def _counterpart(site: Built, address: str, language: str, other: str) -> str:
    """Where a page would stand in another language."""
    return site.url("home", other) + address.removeprefix(site.url("home", language))


@pytest.mark.parametrize("language", languages())
def test_neighbours(language: str, hosted: Built, crawled: Crawl):
    """Every entry has neighbours in its section, and is its neighbours' neighbour."""
    for section in (*sections(), "sources"):
        home = hosted.page(section, language).parent
        entries = {hosted.address(file) for file in home.glob("*/index.html")}
        after = {}
        for address in entries:
            page = crawled.pages[address]
            following = page.links("", "next")
            assert len(following) <= 1
            if following:
                after[address] = resolved(address, following[0])[0]
                back = crawled.pages[after[address]].links("", "prev")
                assert [resolved(after[address], href)[0] for href in back] == [address]
        assert len(entries - set(after)) == 1, f"{section}: one entry is the last"
        assert len(set(after.values())) == len(entries) - 1, (
            f"{section}: every entry but the first comes after one"
        )


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", languages())
def test_language_switch_by_hand(language: str, width: int, hosted: Built, windows: Windows):
    template = f"page of {sections()[0]}"
    others = [code for code in languages() if code != language]
    window = windows.get(width=width)
    for other in others:
        page = window.open(hosted.url(template, language), width=width)
        page.locator(".md-select > button").click()
        page.locator(f".md-select__link[hreflang={other}]").click()
        page.wait_for_url(hosted.url(template, other))
        expect(page.locator("html")).to_have_attribute("lang", other)
    assert not window.watch.problems


def test_language_switch_by_keyboard(hosted: Built, windows: Windows):
    """The menu opens when its button has the focus, and its links are the next stops."""
    template = f"page of {sections()[0]}"
    page = windows.get().open(hosted.url(template, languages()[0]))
    page.locator(".md-select > button").focus()
    for _ in languages()[1:]:
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(f".md-select__link[hreflang={languages()[-1]}]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(hosted.url(template, languages()[-1]))


def test_language_switch_keeps_the_paragraph(hosted: Built, windows: Windows):
    template = next(template for template, _ in cases() if template.startswith("sources/"))
    page = windows.get().open(hosted.url(template, languages()[0]) + "#p2")
    page.locator(".md-select > button").click()
    page.locator(f".md-select__link[hreflang={languages()[1]}]").click()
    page.wait_for_url(hosted.url(template, languages()[1]) + "*")
    assert urldefrag(page.url).fragment == "p2"


# The middle of a link's longest line: some links go over two lines, some have words for screen readers only.
MIDDLE = """link => {
    const whole = link.getBoundingClientRect();
    const line = [...link.getClientRects()].sort((one, other) => other.width - one.width)[0];
    return {x: line.x - whole.x + line.width / 2, y: line.y - whole.y + line.height / 2};
}"""


def press(link: Locator) -> None:
    """Click a link where a reader does."""
    link.scroll_into_view_if_needed()
    link.click(position=link.evaluate(MIDDLE))


def arrives(page: Page, fragment: str) -> None:
    """The anchor is the page's target and the reader sees it."""
    target = page.locator(":target")
    expect(target).to_have_id(fragment)
    page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector(':target'))")


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", languages())
def test_citation_leads_to_its_paragraph_and_back(language: str, width: int, hosted: Built, windows: Windows):
    window = windows.get(width=width)
    start = hosted.url(f"page of {sections()[0]}", language)
    page = window.open(start, width=width)
    citation = page.locator("article a.d-cite[href*='#p']").last
    target, fragment = resolved(start, citation.get_attribute("href") or "")
    press(citation)
    page.wait_for_url(f"{target}#**")
    arrives(page, fragment)
    expect(page.locator(":target")).to_contain_text(f"¶{fragment.removeprefix('p')}")

    page.go_back()
    page.wait_for_url(start)
    back = page.locator(".d-references .d-back a").first
    anchor = (back.get_attribute("href") or "").removeprefix("#")
    press(back)
    arrives(page, anchor)
    expect(page.locator(f"[id='{anchor}']")).to_have_class("d-cite")
    assert not window.watch.problems


@pytest.mark.parametrize(("template", "language"), [case for case in cases() if case[1] == languages()[0]])
def test_without_scripts(template: str, language: str, hosted: Built, windows: Windows):
    """Everything is there: the text, the contents and links that work."""
    window = windows.get(scripts=False)
    page = window.open(hosted.url(template, language))
    expect(page.locator("h1")).to_be_visible()
    content = page.locator("main")
    assert len(content.inner_text()) > 30
    hidden = page.locator("article :is(p, li, h2, td, dd)").evaluate_all(
        """found => found.filter(one => !one.closest("details:not([open])") && !one.checkVisibility())
            .filter(one => !one.closest(".d-axis ~ .d-dates--drawn"))  // shown by a line of time, too
            .filter(one => !one.closest("form[data-narrows]"))  // does nothing without scripts
            .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert not hidden, hidden
    assert not window.watch.problems, window.watch.problems
    link = content.locator(
        "article a[href]:not([href^='#']):not([href^='http']):visible, main > section a"
    ).first
    if link.count():
        target = resolved(page.url, link.get_attribute("href") or "")[0]
        press(link)
        page.wait_for_url(f"{target}**")
