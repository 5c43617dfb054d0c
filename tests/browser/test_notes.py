"""A note is reached from its words, and the words from the note, by keyboard and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Windows
from tests.browser.sites import Built, languages, templates

ARTICLE = next(name for name in templates() if name.startswith("sources/"))


def opened(built: Built, windows: Windows, *, scripts: bool, width: int) -> Page:
    window = windows.get(scripts=scripts)
    return window.open(built.url(ARTICLE, languages()[0]), width=width)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scripts", [True, False])
def test_there_and_back_by_keyboard(scripts: bool, width: int, hosted: Built, windows: Windows):
    page = opened(hosted, windows, scripts=scripts, width=width)
    reference = page.locator(".d-ref").first
    place = reference.get_attribute("href")
    assert place
    assert reference.get_attribute("aria-label")
    reference.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{place}")
    note = page.locator(f"[id='{place[1:]}']")
    expect(note).to_be_in_viewport()
    note.locator("[role=doc-backlink]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{reference.get_attribute('id')}")
    expect(page.locator(".d-original").filter(has=page.locator(".d-ref")).first).to_be_in_viewport()


def test_every_note_has_a_reference_and_every_reference_a_note(hosted: Built, windows: Windows):
    page = opened(hosted, windows, scripts=True, width=1280)
    notes = page.locator(".d-note").evaluate_all("all => all.map(one => one.id.replace('note-', ''))")
    references = page.locator(".d-ref").evaluate_all("all => all.map(one => one.id.replace('ref-', ''))")
    assert notes
    assert sorted(notes) == sorted(references)


def test_numbers_are_no_part_of_the_text(hosted: Built, windows: Windows):
    """What a reader copies is the article, and on paper the numbers are there."""
    page = opened(hosted, windows, scripts=True, width=1280)
    paragraph = page.locator(".d-original", has=page.locator(".d-ref")).first
    copied = paragraph.evaluate(
        "one => { const all = getSelection(); all.selectAllChildren(one); return all.toString() }"
    )
    assert copied.strip() == (paragraph.text_content() or "").strip()
    page.emulate_media(media="print")
    try:
        drawn = paragraph.locator(".d-ref").first.evaluate("one => getComputedStyle(one, '::after').content")
        assert any(sign.isdigit() for sign in drawn) or "attr" in drawn
        assert page.locator(".d-note").count() == page.locator(".d-note").locator("visible=true").count()
    finally:
        page.emulate_media(media="screen")
