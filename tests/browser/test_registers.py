"""Registers narrow and sort in the page, in any script, and the address keeps what was asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dossier.build import build
from dossier.model import Dossier, Entity
from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.sites import ROOT, Built, languages

ROWS = "table.d-register tbody tr:visible"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    built, _ = build(ROOT)
    assert built is not None
    return built.index.dossier


@pytest.fixture(scope="module")
def president(dossier: Dossier) -> Entity:
    """Somebody with an office, and a name in several scripts."""
    return next(one for one in dossier.entities.values() if any(role.of for role in one.roles))


@pytest.fixture(scope="module")
def section(dossier: Dossier, president: Entity) -> str:
    return dossier.kinds[president.kind].section


def names(page: Page) -> list[str]:
    return page.locator(f"{ROWS} th a").all_inner_texts()


def numbers(page: Page, column: int) -> list[int]:
    return [
        int(text) for text in page.locator(f"{ROWS} td.d-number:nth-last-child({column})").all_inner_texts()
    ]


def test_any_name_in_any_script_finds_the_row(
    section: str, president: Entity, hosted: Built, windows: Windows
):
    page = windows.get().open(hosted.url(section, "en"))
    asked = page.locator(".d-narrow [name=name]")
    for _, name in president.called():
        for typed in (name, name.upper(), name.rpartition(" ")[2][:5]):
            asked.fill(typed)
            assert president.names["en"] in names(page), typed
    asked.fill("xylophone")
    expect(page.locator(ROWS)).to_have_count(0)
    expect(page.locator(".d-narrow [role=status]")).to_contain_text("0")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_was_asked_stands_in_the_address(
    width: int, section: str, president: Entity, hosted: Built, windows: Windows
):
    page = windows.get(width=width).open(hosted.url(section, "en"))
    of = next(role.of for role in president.roles if role.of)
    page.locator(".d-narrow [name=by-country]").select_option(of)
    page.locator("th[data-column=claims] button").click()
    expect(page.locator("th[data-column=claims]")).to_have_attribute("aria-sort", "descending")
    shown = names(page)
    assert president.names["en"] in shown
    assert numbers(page, 1) == sorted(numbers(page, 1), reverse=True)
    address = page.url
    assert f"by-country={of}" in address
    shared = windows.get(width=width).open(address)
    assert names(shared) == shown
    expect(shared.locator("[aria-sort]")).to_have_count(1)
    shared.locator(".d-narrow [type=reset]").click()
    expect(shared.locator(ROWS)).to_have_count(shared.locator("table.d-register tbody tr").count())


def test_counts_narrow_and_are_announced(section: str, hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url(section, "en"))
    all_counts = numbers(page, 2)
    least = max(all_counts)
    page.locator(".d-narrow [name=mentions]").fill(str(least))
    assert set(numbers(page, 2)) == {least}
    shown = str(all_counts.count(least))
    expect(page.locator(".d-narrow [role=status]")).to_contain_text(shown)


def test_sorting_goes_both_ways_by_keyboard(section: str, hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url(section, "en"))
    before = names(page)
    button = page.locator("th[data-column=name] button")
    button.focus()
    page.keyboard.press("Enter")
    assert names(page) == before[::-1]
    expect(page.locator("th[data-column=name]")).to_have_attribute("aria-sort", "descending")
    page.keyboard.press("Enter")
    assert names(page) == before


def test_an_address_that_asks_for_nonsense_shows_everything(section: str, hosted: Built, windows: Windows):
    window = windows.get()
    page = window.open(hosted.url(section, "en") + "?by-country=atlantis&sort=colour&order=up&claims=many")
    expect(page.locator(ROWS)).to_have_count(page.locator("table.d-register tbody tr").count())
    assert not window.watch.problems


@pytest.mark.parametrize("language", languages())
def test_without_scripts_the_table_is_whole(language: str, section: str, hosted: Built, windows: Windows):
    page = windows.get(scripts=False).open(hosted.url(section, language))
    assert len(names(page)) == page.locator("table.d-register tbody tr").count() > 0
    expect(page.locator(".d-narrow")).to_be_hidden()
    assert not page.locator("thead button:enabled").count()


def test_it_works_from_disk(section: str, president: Entity, offline: Built, disk_windows: Windows):
    window = disk_windows.get()
    page = window.open(offline.url(section, "ru"))
    page.locator(".d-narrow [name=name]").fill(president.names["en"])
    assert names(page) == [president.names["ru"]]
    assert "name=" in page.url
    assert not window.watch.problems
