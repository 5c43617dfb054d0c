"""Every sort of page in Firefox: nothing it complains of, no other host asked, and nothing too wide."""

from __future__ import annotations

import pytest

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import Built, by_turns, languages
from tests.browser.test_pages import outline_problems, width_problems

in_firefox = pytest.mark.parametrize("windows", ["firefox"], indirect=True, ids=[""], scope="session")
from_disk = pytest.mark.parametrize("disk_windows", ["firefox"], indirect=True, ids=[""], scope="session")


def seen_from(place: str) -> list[tuple[str, str]]:
    """The pages to open from a host or from disk; each sort of page is opened from both."""
    return [(template, language) for template, language, way in by_turns(["host", "disk"]) if way == place]


@in_firefox
@pytest.mark.parametrize(("template", "language"), seen_from("host"))
def test_page(template: str, language: str, hosted: Built, windows: Windows):
    window = windows.get()
    page = window.open(hosted.url(template, language), width=WIDE)
    problems = [line for width in (WIDE, NARROW) for line in width_problems(page, width)]
    problems += outline_problems(page)
    problems += window.watch.problems
    assert not problems, "\n".join(problems)


@from_disk
@pytest.mark.parametrize(("template", "language"), [case for case in seen_from("disk") if case[0] != "404"])
def test_page_from_disk(template: str, language: str, offline: Built, disk_windows: Windows):
    window = disk_windows.get()
    page = window.open(offline.url(template, language))
    assert page.locator("h1").is_visible()
    assert not window.watch.problems, "\n".join(window.watch.problems)


@in_firefox
def test_a_complaint_would_be_seen(hosted: Built, windows: Windows):
    """What the other tests here rely on: errors, other hosts and forbidden parts of a page are noted."""
    window = windows.new()
    page = window.open(hosted.url("home", languages()[0]))
    page.evaluate(
        "() => { setTimeout(() => nowhere.at.all()); new Image().src = 'http://127.0.0.1:9/x.png'; }"
    )
    page.wait_for_timeout(500)
    noted = "\n".join(window.watch.problems)
    page.context.close()
    assert "nowhere" in noted
    assert "127.0.0.1:9" in noted
