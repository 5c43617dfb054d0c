"""The page of an article: what a reader chooses to see of it, and who is named in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.sites import Built, languages, sections, templates
from tests.browser.test_accessibility import AXE
from tests.browser.test_translations import ARTICLE

SOURCE = next(name for name in templates() if name.startswith("sources/"))
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError") } })"""


@pytest.fixture(scope="module")
def bakery(built: Callable[[str], Path]) -> str:
    """The address of a site with translations, on disk."""
    return (built("translated") / "site").as_uri()


def views(page: Page) -> list[bool]:
    """Whether the original and the translation of the first paragraph are seen."""
    return [page.locator(f"#p1 .{name}").is_visible() for name in ("d-original", "d-translation")]


def test_the_way_back_from_a_note_leads_to_words_that_are_seen(bakery: str, disk_windows: Windows):
    page = disk_windows.get(scripts=False).open(f"{bakery}/{ARTICLE}")
    page.locator("#d-view-translation").check()
    assert views(page) == [False, True]
    page.locator("#note-by-the-river [role=doc-backlink]").press("Enter")
    expect(page.locator("#p1 .d-original")).to_be_in_viewport()
    assert not page.locator("#p2 .d-original").is_visible()


@pytest.mark.parametrize(("asked", "seen"), [("original", [True, False]), ("translation", [False, True])])
def test_an_address_asks_for_a_view(asked: str, seen: list[bool], bakery: str, disk_windows: Windows):
    page = disk_windows.get().open(f"{bakery}/{ARTICLE}?view={asked}#p2")
    assert views(page) == seen


def test_the_choice_works_where_nothing_can_be_kept(bakery: str, disk_windows: Windows):
    window = disk_windows.new()
    window.page.add_init_script(NO_STORAGE)
    window.page.goto(f"{bakery}/{ARTICLE}")
    window.page.locator("#d-view-original").check()
    assert views(window.page) == [True, False]
    ours = [line for line in window.watch.problems if "reading.js" in line]
    assert not ours


def test_the_switch_of_languages_keeps_paragraph_and_view(hosted: Built, windows: Windows):
    page = windows.get().open(f"{hosted.url(SOURCE, languages()[0])}?view=original#p3")
    page.locator(".md-select__link").last.evaluate("one => one.click()")
    page.wait_for_url(f"**/{languages()[-1]}/**/?view=original#p3")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_notes_are_brief_until_one_is_asked_for(width: int, hosted: Built, windows: Windows):
    page = windows.get(scripts=False).open(hosted.url(SOURCE, languages()[0]), width=width)
    heights = "all => all.map(one => [one.clientHeight, one.scrollHeight])"
    brief = page.locator(".d-note").evaluate_all(heights)
    cut = next(at for at, (shown, whole) in enumerate(brief) if shown < whole)
    page.locator(f"#{page.locator('.d-note').nth(cut).get_attribute('id')!s} .d-note__words").press("Enter")
    shown, whole = page.locator(".d-note").evaluate_all(heights)[cut]
    assert shown == whole
    page.locator("#d-notes-full").check()
    assert all(shown == whole for shown, whole in page.locator(".d-note").evaluate_all(heights))


def test_without_scripts_a_count_leads_to_the_first_mention(hosted: Built, windows: Windows):
    page = windows.get(scripts=False).open(hosted.url(SOURCE, languages()[0]))
    page.locator(".d-named summary").press("Enter")
    row = page.locator(".d-named dd").first
    entity = row.locator(".d-mention").get_attribute("href")
    row.locator(".d-show").press("Enter")
    paragraph = page.locator(f"#{page.url.partition('#')[2]}")
    assert paragraph.locator(f"a[href='{entity}']").count()


def test_a_count_shows_the_mentions_and_hides_them_again(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url(SOURCE, languages()[0]))
    page.locator(".d-named summary").press("Enter")
    row = page.locator(".d-named dd").first
    entity = row.locator(".d-mention").get_attribute("href")
    button = row.get_by_role("button")
    button.press("Space")
    assert button.get_attribute("aria-pressed") == "true"
    lit = page.locator(".d-lit")
    assert lit.count() == page.locator(f".d-text a[href='{entity}']").count() > 0
    assert {one.get_attribute("href") for one in lit.all()} == {entity}
    button.press("Enter")
    assert not lit.count()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("template", [SOURCE, f"page of {sections()[0]}"])
def test_who_asks_for_more_contrast_gets_the_most(
    template: str, scheme: Scheme, hosted: Built, windows: Windows
):
    """Seven to one for every text (WCAG 2.2, 1.4.6)."""
    page = windows.new(scheme).page
    page.emulate_media(contrast="more")
    page.goto(hosted.url(template, languages()[0]))
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    rule = {"type": "rule", "values": ["color-contrast-enhanced"]}
    response = AXE.run(page, options={"runOnly": rule}).response
    assert response["passes"]
    assert not [node["html"] for violation in response["violations"] for node in violation["nodes"]]
    page.context.close()


def test_in_forced_colours_marked_words_keep_those_of_the_text(hosted: Built, windows: Windows):
    page = windows.new().page
    page.emulate_media(forced_colors="active")
    page.goto(hosted.url(SOURCE, languages()[0]))
    marked = "one => [getComputedStyle(one), getComputedStyle(one.parentElement)].map(style => style.color)"
    for mark in page.locator(".d-noted").all()[:10]:
        own, around = mark.evaluate(marked)
        assert own == around
    page.context.close()
