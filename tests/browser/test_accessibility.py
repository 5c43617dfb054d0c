"""axe-core finds nothing on any sort of page, in light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.names import sampled
from tests.browser.sites import Built, cases, languages, sections
from tests.browser.test_search import slash, typed

AXE = Axe()
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""What WCAG 2.2 adds, the size of targets (2.5.8), is off unless asked for."""


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


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("template", "language"), cases())
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
def test_no_violations_with_everything_open(scheme: Scheme, hosted: Built, windows: Windows):
    """What a reader unfolds is looked at too."""
    for template in (
        f"page of {sections()[0]}",
        next(name for name, _ in cases() if name.startswith("sources/")),
    ):
        page = windows.get(scheme).open(hosted.url(template, languages()[0]), width=WIDE)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        complaints = found(page)
        assert not complaints, "\n".join(complaints)
