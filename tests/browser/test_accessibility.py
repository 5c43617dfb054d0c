"""axe-core finds nothing on any sort of page, in light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.names import sampled
from tests.browser.sites import Built, by_turns, cases, languages, sections
from tests.browser.test_search import slash, typed

AXE = Axe()
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""What WCAG 2.2 adds, the size of targets (2.5.8), is off unless asked for."""


READER = languages()[-1]
SOURCE = "an article that this reader sees beside its translation"
PERSON = f"page of {sections()[0]}"


def translated(site: Built) -> str:
    """The first article that offers the reader its translation alone."""
    articles = (name for name, language in cases() if name.startswith("sources/") and language == READER)
    return next(
        name for name in articles if 'id="d-view-translation"' in site.file(name, READER).read_text("utf-8")
    )


def checked(choice: str) -> Callable[[Page], None]:
    """Choose what is seen of an article."""
    return lambda page: page.locator(choice).check()


def opened(page: Page) -> None:
    """Unfold everything that folds."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")


def narrowed(page: Page) -> None:
    """Type into the first field of the form, or choose its second line, so that fewer rows are left."""
    rows = page.locator(".d-narrow__shown")
    before = rows.inner_text()
    asked = page.locator(".d-narrow :is(input, select)").first
    if asked.evaluate("one => one.tagName") == "SELECT":
        asked.select_option(index=1)
    else:
        asked.fill("an")
    expect(rows).not_to_have_text(before)


def sorted_by_another_column(page: Page) -> None:
    """Sort the register by its last column."""
    page.locator("thead button").last.press("Enter")
    expect(page.locator("th[aria-sort]")).to_have_count(1)


def previewed(mark: str) -> Callable[[Page], None]:
    """Let the first such link show its card."""

    def show(page: Page) -> None:
        page.locator(mark).first.focus()
        expect(page.locator("#d-preview")).to_be_visible()

    return show


def lit(page: Page) -> None:
    """Show the mentions of somebody in the text."""
    opened(page)
    page.locator(".d-show").first.press("Space")
    page.evaluate("() => scrollTo(0, 0)")  # what the header happens to lie on is not too small
    expect(page.locator(".d-lit").first).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "the original alone": (SOURCE, checked("#d-view-original")),
    "the translation alone": (SOURCE, checked("#d-view-translation")),
    "notes in full": (SOURCE, checked("#d-notes-full")),
    "mentions of somebody shown": (SOURCE, lit),
    "an article, everything open": (SOURCE, opened),
    "a name's card": (SOURCE, previewed(".d-text .d-mention")),
    "a citation's card": (PERSON, previewed("a.d-cite")),
    "an entry, everything open": (PERSON, opened),
    "a narrowed register": (f"register {sections()[0]}", narrowed),
    "a register sorted anew": (f"register {sections()[0]}", sorted_by_another_column),
    "a narrowed timeline": ("timeline", narrowed),
    "the network's table": ("network", opened),
}
"""What a reader can make of a page: the sort of page, and how it comes about."""

IN_A_SENTENCE = 'class="d-cite"'
"""Links within sentences may be as high as their lines (WCAG 2.2, 2.5.8, “Inline”)."""


def found(page: Page) -> list[str]:
    """What axe complains of, a line for each element."""
    response: dict[str, Any] = AXE.run(page, options=OPTIONS).response
    return [
        f"{violation['id']} ({violation['impact']}) at {' '.join(map(str, node['target']))}: "
        f"{' '.join(node['failureSummary'].split())} | {node['html'][:160]}"
        for violation in response["violations"]
        for node in violation["nodes"]
        if not (violation["id"] == "target-size" and IN_A_SENTENCE in node["html"])
    ]


@pytest.mark.parametrize(("template", "language", "scheme"), by_turns(SCHEMES))
def test_no_violations(template: str, language: str, scheme: Scheme, hosted: Built, windows: Windows):
    window = windows.get(scheme)
    complaints = []
    page = window.open(hosted.url(template, language), width=WIDE)
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        complaints += [f"{width} px: {line}" for line in found(page)]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_violations_in_the_search(width: int, scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).open(hosted.url("home", languages()[0]), width=width)
    slash(page)
    typed(page, sampled()[0].text)
    complaints = found(page)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violations_in_the_drawer(scheme: Scheme, hosted: Built, windows: Windows):
    page = windows.get(scheme).open(hosted.url(f"page of {sections()[0]}", languages()[0]), width=NARROW)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.wait_for_timeout(300)
    complaints = found(page)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", STATES)
def test_no_violations_in_what_a_reader_makes_of_a_page(
    state: str, scheme: Scheme, hosted: Built, windows: Windows
):
    template, act = STATES[state]
    template = translated(hosted) if template == SOURCE else template
    complaints = []
    for width in (WIDE, NARROW):
        page = windows.get(scheme).open(hosted.url(template, READER), width=width)
        act(page)
        complaints += [f"{width} px: {line}" for line in found(page)]
    assert not complaints, "\n".join(complaints)
