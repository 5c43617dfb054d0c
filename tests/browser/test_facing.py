"""Claims that disagree: side by side where there is room, one below the other where there is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.test_accessibility import found
from tests.browser.test_pages import width_problems

EVENT = "events/dam-break/index.html"


@pytest.fixture(scope="module")
def accounts(built: Callable[[str], Path]) -> str:
    """The address of a site whose sources disagree, on disk."""
    return (built("accounts") / "site").as_uri()


def box(card: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom edge."""
    found = card.bounding_box()
    assert found
    return found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]


@pytest.mark.parametrize("prefix", ["", "ru/"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_each_pair_can_be_compared(width: int, prefix: str, accounts: str, disk_windows: Windows):
    window = disk_windows.get(width=width, scripts=False)
    page = window.open(f"{accounts}/{prefix}{EVENT}", width=width)
    pairs = page.locator(".d-facing").all()
    assert len(pairs) == 2
    for pair in pairs:
        one, other = (box(card) for card in pair.locator(".d-claim").all())
        if width == WIDE:
            assert one[1] == other[1]
            assert one[2] < other[0]
        else:
            assert one[0] == other[0]
            assert one[3] < other[1]
    assert not width_problems(page, width)


def test_a_counterpart_is_reached_by_keyboard(accounts: str, disk_windows: Windows):
    page = disk_windows.get().open(f"{accounts}/{EVENT}")
    page.locator("#claim-two-hurt .d-counterpart a").press("Enter")
    assert page.url.endswith("#claim-nobody-hurt")


def test_the_claims_that_a_share_counts_open_by_keyboard(accounts: str, disk_windows: Windows):
    page = disk_windows.get().open(f"{accounts}/{EVENT}")
    share = page.locator(".d-share").first
    assert not share.locator("li a").first.is_visible()
    share.locator("summary").press("Enter")
    assert share.locator("li a").first.is_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violations(scheme: Scheme, accounts: str, disk_windows: Windows):
    page = disk_windows.get(scheme).open(f"{accounts}/{EVENT}")
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    assert not found(page)
