"""A card tells what a link leads to, for pointer and keyboard, and is never in the way (WCAG 2.2, 1.4.13)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.sites import Built, languages, sections, templates
from tests.browser.test_accessibility import found

SOURCE = next(name for name in templates() if name.startswith("sources/"))
ENTITY = f"page of {sections()[0]}"
CARD = "#d-preview"
NAME, CITATION, NOTE = ".d-text .d-mention", ".d-lead .d-cite", ".d-ref"


def point(page: Page, link: Locator) -> None:
    """Move the pointer onto the first line of a link."""
    link.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = link.evaluate("one => { const b = one.getClientRects()[0]; return [b.x, b.y, b.width, b.height] }")
    page.mouse.move(box[0] + box[2] / 2, box[1] + box[3] / 2)


@pytest.mark.parametrize("place", ["hosted", "offline"])
@pytest.mark.parametrize(("template", "selector"), [(SOURCE, NAME), (ENTITY, CITATION), (SOURCE, NOTE)])
def test_the_pointer_brings_a_card_and_may_move_onto_it(
    template: str, selector: str, place: str, request: pytest.FixtureRequest
):
    built: Built = request.getfixturevalue(place)
    windows: Windows = request.getfixturevalue("windows" if place == "hosted" else "disk_windows")
    page = windows.get().open(built.url(template, languages()[0]))
    link, card = page.locator(selector).first, page.locator(CARD)
    expect(card).to_be_hidden()
    point(page, link)
    expect(card).to_be_visible()
    assert len(card.inner_text()) > 20
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_the_keyboard_brings_a_card_and_escape_puts_it_away(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url(SOURCE, languages()[0]))
    link, card = page.locator(NAME).first, page.locator(CARD)
    link.press("Shift")  # the focus then comes from the keyboard, as far as the browser can tell
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(card).to_be_visible()
    assert page.evaluate("() => document.activeElement.getAttribute('aria-describedby')") == "d-preview"
    assert not page.locator(f"{CARD} :is(a, button, [tabindex])").count()


@pytest.mark.parametrize("selector", [NAME, NOTE])
def test_a_finger_follows_the_link(selector: str, hosted: Built, windows: Windows):
    touch = windows.new(width=NARROW).page.context.browser
    assert touch
    page = touch.new_page(has_touch=True, viewport={"width": NARROW, "height": 800})
    page.goto(hosted.url(SOURCE, languages()[0]))
    link = page.locator(selector).first
    aim = link.evaluate("one => one.href")
    link.tap()
    page.wait_for_url(aim)
    assert not page.locator(CARD).is_visible()
    page.close()


@pytest.mark.parametrize(("width", "height"), [(WIDE, 800), (NARROW, 800), (640, 400), (NARROW, 320)])
@pytest.mark.parametrize("template", [SOURCE, ENTITY])
def test_every_card_stays_in_the_window_and_off_its_link(
    template: str, width: int, height: int, hosted: Built, windows: Windows
):
    """640 by 400 is a window of 1280 by 800 at twice the size."""
    page = windows.get().open(hosted.url(template, languages()[0]), width=width)
    page.set_viewport_size({"width": width, "height": height})
    seen = 0
    for link in page.locator(".md-content a:is(.d-mention, .d-entity, .d-cite, .d-ref)").all()[::9]:
        if not link.is_visible():
            continue
        link.evaluate("one => one.scrollIntoView({ block: 'center' })")
        link.press("Shift")
        if not page.locator(CARD).is_visible():
            continue
        seen += 1
        card, line = (
            page.locator(CARD).bounding_box(),
            link.evaluate("one => { const b = one.getClientRects()[0]; return [b.top, b.bottom] }"),
        )
        assert card
        assert card["x"] >= 0
        assert card["x"] + card["width"] <= width
        assert card["y"] >= 0
        assert card["y"] + card["height"] <= height
        assert card["y"] >= line[1] or card["y"] + card["height"] <= line[0]
    assert seen > 3


def test_there_is_one_card_for_each_place_however_many_links_lead_there(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url(SOURCE, languages()[0]))
    places = page.locator("template").evaluate_all("all => all.map(one => one.dataset.preview)")
    assert len(places) == len(set(places)) > 10
    assert page.locator(NAME).count() > len(set(places)) / 2


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violations_with_a_card(scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).open(hosted.url(SOURCE, languages()[0]))
    point(page, page.locator(NAME).first)
    expect(page.locator(CARD)).to_be_visible()
    assert not found(page)


def test_words_in_context_lead_to_the_very_words(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url(ENTITY, languages()[0]))
    line = page.locator(".d-context li").last
    words = line.locator("mark").inner_text()
    line.locator(".d-p").click()
    page.wait_for_url("**/sources/**")
    asked = page.evaluate("() => decodeURIComponent(performance.getEntriesByType('navigation')[0].name)")
    assert f"{words}" in asked.partition(":~:text=")[2]
    assert page.url.partition("#")[2].startswith("p")
