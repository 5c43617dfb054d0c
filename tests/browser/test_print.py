"""On paper there is the text, and nothing to press."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.chromium import SCHEMES, Scheme, Windows
from tests.browser.sites import Built, cases, languages, sections, templates

CONTROLS = (
    ".md-header",
    ".md-sidebar",
    ".md-search",
    ".md-top",
    ".md-content__button",
    ".d-pager",
    ".d-edit",
    ".d-crumbs",
    ".d-choice",
    ".d-take__as",
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "template", [template for template, language in cases() if language == languages()[0]]
)
def test_controls_stay_off_paper(template: str, scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).open(hosted.url(template, languages()[0]))
    # The scheme that the page chose when it was loaded stays; browsers ask for paper to be light.
    page.emulate_media(media="print", color_scheme="light")
    try:
        expect(page.locator("h1")).to_be_visible()
        shown = [control for control in CONTROLS if page.locator(control).locator("visible=true").count()]
        assert not shown
        ink = page.locator("h1").evaluate("one => getComputedStyle(one).color.match(/[\\d.]+/g).map(Number)")
        assert sum(ink[:3]) / 3 < 140, f"dark paper or pale ink: {ink}"
    finally:
        page.emulate_media(media="screen", color_scheme=scheme)


def lines(sheet: PageObject) -> list[str]:
    """What stands on a sheet, from the top: a file holds it in the order in which it was drawn."""
    found: dict[int, list[tuple[float, str]]] = {}

    def note(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        across = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        height = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        if text.strip():
            found.setdefault(round(height), []).append((across, text.strip()))

    sheet.extract_text(visitor_text=note)
    return [" ".join(text for _, text in sorted(found[height])) for height in sorted(found, reverse=True)]


def printed(page: Page) -> list[list[str]]:
    """The lines of each sheet, without the number at its foot."""
    sheets = [
        lines(sheet)
        for sheet in PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    ]
    assert [sheet[-1] for sheet in sheets] == [str(number) for number in range(1, len(sheets) + 1)]
    return [sheet[:-1] for sheet in sheets]


SOURCE = next(name for name in templates() if name.startswith("sources/"))


def joined(text: str) -> str:
    """Without white space, which a file for paper does not hold as the page does."""
    return "".join(text.split())


@pytest.mark.parametrize("template", ["gaps", f"page of {sections()[0]}"])
def test_no_heading_ends_a_sheet(template: str, hosted: Built, windows: Windows):
    """Wherever on a sheet the page’s text comes to stand."""
    page = windows.new().open(hosted.url(template, languages()[0]))
    headings = {joined(text) for text in page.locator("h2, h3").all_inner_texts()}
    for lower in range(0, 600, 60):
        page.locator("h1").evaluate("(one, lower) => { one.style.marginBottom = lower + 'px' }", lower)
        sheets = printed(page)
        assert headings & {joined(line) for sheet in sheets for line in sheet}
        assert all(sheets), "an empty sheet"
        assert not headings & {joined(sheet[-1]) for sheet in sheets}


def test_notes_stand_on_paper_with_their_numbers(hosted: Built, windows: Windows):
    page = windows.new().open(hosted.url(SOURCE, languages()[0]))
    heads = page.locator(".d-note > p:first-child").evaluate_all(
        """all => all.map(one =>
            [...one.querySelectorAll(".d-note__number, b")].map(part => part.textContent).join(""))"""
    )
    sheets = joined("".join(line for sheet in printed(page) for line in sheet))
    assert heads
    assert not [head for head in heads if joined(head) not in sheets]


def test_a_page_says_on_paper_where_it_stands_on_the_web(hosted: Built, windows: Windows):
    page = windows.new().open(hosted.url(SOURCE, languages()[0]))
    assert page.url in joined("".join(line for sheet in printed(page) for line in sheet))


def test_the_head_of_a_table_stands_on_every_sheet(hosted: Built, windows: Windows):
    """Whole: what readers press to sort is drawn as words."""
    page = windows.new().open(hosted.url(f"register {sections()[0]}", languages()[0]))
    heads = [joined(text) for text in page.locator("thead th").all_inner_texts()]
    heads = [head.rstrip("↕↑↓") for head in heads]
    page.locator("h1").evaluate("one => { one.style.marginBottom = '700px' }")
    sheets = printed(page)
    assert len(sheets) > 1
    assert len(heads) > 3
    for sheet in sheets[:-1]:
        text = joined("".join(sheet))
        assert not [head for head in heads if head not in text]


def test_a_picture_stands_on_the_sheet_of_its_heading(hosted: Built, windows: Windows):
    page = windows.new().open(hosted.url("network", languages()[0]))
    name = page.locator(".d-network__name:visible").last.text_content() or "nothing"
    assert joined(name) in joined("".join(printed(page)[0]))


def test_a_folded_table_goes_on_below_what_stands_before_it(hosted: Built, windows: Windows):
    """It may break between its rows, so no sheet is left half empty before it."""
    page = windows.new().open(hosted.url("entry never named", languages()[0]))
    summary = joined(page.locator("#connections ~ details summary").first.inner_text())
    last = joined(page.locator(".d-fan__name").last.text_content() or "nothing")
    (sheet,) = (sheet for sheet in printed(page) if summary in joined("".join(sheet)))
    assert last in joined("".join(sheet))
