"""An article and its translation: side by side where there is room, only one of them if a reader wishes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Scheme, Windows
from tests.browser.test_accessibility import found
from tests.browser.test_pages import width_problems

ARTICLE = "sources/2031-03-02-bakery/index.html"
PAGES = (ARTICLE, f"ru/{ARTICLE}", "uk/people/olena-hai/index.html", "translations/index.html")


@pytest.fixture(scope="module")
def bakery(built: Callable[[str], Path]) -> str:
    """The address of a site with translations in every state, on disk."""
    return (built("translated") / "site").as_uri()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_translation_stands_beside_or_below(width: int, bakery: str, disk_windows: Windows):
    page = disk_windows.get(width=width, scripts=False).open(f"{bakery}/{ARTICLE}", width=width)
    original, translation = (
        page.locator(f"#p1 .{name}").bounding_box() for name in ("d-original", "d-translation")
    )
    assert original
    assert translation
    if width == WIDE:
        assert abs(original["y"] - translation["y"]) < 2
        assert original["x"] + original["width"] < translation["x"]
    else:
        assert original["y"] + original["height"] <= translation["y"]


def test_a_reader_chooses_by_keyboard_and_without_a_script(bakery: str, disk_windows: Windows):
    page = disk_windows.get(scripts=False).open(f"{bakery}/{ARTICLE}")
    original, translation = page.locator("#p1 .d-original"), page.locator("#p1 .d-translation")
    page.locator("#d-view-both").press("ArrowRight")
    assert (original.is_visible(), translation.is_visible()) == (True, False)
    page.locator("#d-view-original").press("ArrowRight")
    assert (original.is_visible(), translation.is_visible()) == (False, True)


def test_the_choice_is_kept_for_the_visit(bakery: str, disk_windows: Windows):
    page = disk_windows.new().open(f"{bakery}/{ARTICLE}")
    page.locator("#d-view-translation").check()
    page.goto(f"{bakery}/ru/{ARTICLE}")
    assert page.locator("#d-view-translation").is_checked()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("scheme", "width"), [*((scheme, WIDE) for scheme in SCHEMES), ("light", NARROW)])
def test_the_pages_are_accessible_and_fit(
    scheme: Scheme, width: int, path: str, bakery: str, disk_windows: Windows
):
    page = disk_windows.get(scheme, width).open(f"{bakery}/{path}", width=width)
    assert not found(page)
    assert not width_problems(page, width)
