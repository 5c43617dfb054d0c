"""Every sort of page loads without a complaint, is outlined well and fits a narrow screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import HEIGHT, NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.programs import in_both
from tests.browser.sites import Built, by_turns, languages, sections

HEADINGS = """() => [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")]
    .filter(heading => heading.checkVisibility())
    .map(heading => [Number(heading.tagName[1]), heading.textContent.trim()])"""

OVERFLOW = "() => [document.scrollingElement.scrollWidth, innerWidth]"

# What sticks out at the right, unless it stands in a region that scrolls or is put aside on purpose.
STICKING_OUT = """() => {
    const scrolls = (element) => {
        for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
            if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(one).overflowX)) return true;
            if (getComputedStyle(one).position === "fixed") return true;
        }
        return getComputedStyle(element).position === "fixed";
    };
    return [...document.body.querySelectorAll("*")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 1)
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one))
        .map(one => one.tagName.toLowerCase() + (one.id ? "#" + one.id : "")
            + [...one.classList].map(name => "." + name).join("")
            + " ends at " + Math.round(one.getBoundingClientRect().right) + " px");
}"""


def outline_problems(page: Page) -> list[str]:
    """What is wrong with the headings that a reader sees."""
    headings: list[tuple[int, str]] = page.evaluate(HEADINGS)
    first = [text for level, text in headings if level == 1]
    problems = [] if len(first) == 1 else [f"{len(first)} first headings: {first}"]
    if headings and headings[0][0] != 1:
        problems.append(f"the first heading is no h1: {headings[0][1]!r}")
    for (before, _), (level, text) in pairwise(headings):
        if level > before + 1:
            problems.append(f"h{level} after h{before}: {text!r}")
    return [*problems, *(f"an empty h{level}" for level, text in headings if not text)]


def width_problems(page: Page, width: int) -> list[str]:
    """What is wider than the window."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    whole, window = page.evaluate(OVERFLOW)
    problems = [f"at {width} px the page is {whole} px wide"] if whole > window else []
    return problems + [f"at {width} px {line}" for line in page.evaluate(STICKING_OUT)[:5]]


@pytest.mark.parametrize(("template", "language", "scheme"), by_turns(SCHEMES))
def test_page(template: str, language: str, scheme: Scheme, hosted: Built, windows: Windows):
    window = windows.get(scheme)
    # Loaded narrow in the dark and wide in the light; either is then made as wide as the other.
    order = (WIDE, NARROW) if scheme == "light" else (NARROW, WIDE)
    page = window.open(hosted.url(template, language), width=order[0])
    problems = [line for width in order for line in width_problems(page, width)]
    if page.locator("html").get_attribute("lang") != language:
        problems.append(f"the page says it is in {page.locator('html').get_attribute('lang')!r}")
    problems += outline_problems(page)
    problems += window.watch.problems
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_follow_the_system(scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).open(hosted.url("home", "en"))
    colour = page.evaluate(
        "() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number)"
    )
    light = sum(colour[:3]) / 3 > 127
    assert light == (scheme == "light"), colour


def test_address_without_a_page(hosted: Built, windows: Windows):
    """A reader who is lost, however deep, finds the way home."""
    window = windows.get()
    page = window.open(f"{hosted.base}no/such/page/")
    link = page.locator("main a").first
    assert link.is_visible()
    # The address itself has no page, and says so; nothing else may be missing.
    others = [line for line in window.watch.problems if "no/such/page/" not in line]
    assert not others, "\n".join(others)
    link.click()
    assert page.url == hosted.base


@in_both
def test_a_line_of_a_picture_leads_into_the_folded_table(hosted: Built, windows: Windows):
    """Browsers open the <details> that an address leads into (HTML, “ancestor revealing algorithm”)."""
    window = windows.new()
    page = window.open(hosted.url(f"page of {sections()[0]}", languages()[0]))
    line = page.locator(".d-fan a").first
    row = page.locator(line.get_attribute("href") or "nothing")
    assert not row.is_visible()
    line.focus()
    page.keyboard.press("Enter")
    row.wait_for(state="visible")
    page.context.close()
