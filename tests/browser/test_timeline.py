"""The timeline can be narrowed to an entry or an article; without scripts it stands whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dossier.build import build
from dossier.model import UNKNOWN, Claim, Dossier
from tests.browser.chromium import Windows
from tests.browser.sites import ROOT, Built, languages

ROWS = ".d-timeline > li:visible"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    built, _ = build(ROOT)
    assert built is not None
    return built.index.dossier


def dated(dossier: Dossier) -> list[Claim]:
    return [claim for claim in dossier.claims() if claim.date != UNKNOWN]


def test_narrowed_to_an_entry_exactly_its_claims_are_left(dossier: Dossier, hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url("timeline", languages()[0]))
    all_claims = page.locator(ROWS).count()
    assert all_claims == len(dated(dossier))
    choice = page.locator(".d-narrow select").first
    for value in [
        one for one in choice.locator("option").evaluate_all("all => all.map(one => one.value)") if one
    ]:
        entity = value.removeprefix("about:")
        choice.select_option(value)
        wanted = [one for one in dated(dossier) if entity in {*one.about, *one.said_by}]
        expect(page.locator(ROWS)).to_have_count(len(wanted))
        expect(page.locator(".d-narrow [role=status]")).to_contain_text(str(len(wanted)))
        assert (
            page.locator("article h2[id^=y]:visible").count() == page.locator(".d-timeline:visible").count()
        )
    page.locator(".d-narrow [type=reset]").click()
    expect(page.locator(ROWS)).to_have_count(all_claims)


def shared(page: Page) -> str:
    """Narrow to the first article, and give the address."""
    page.locator(".d-narrow select[name=source]").select_option(index=1)
    return page.url


def test_the_address_keeps_what_was_chosen(hosted: Built, windows: Windows):
    page = windows.get().open(hosted.url("timeline", languages()[-1]))
    address = shared(page)
    left = page.locator(ROWS).count()
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(ROWS)).to_have_count(left)
    page.goto(f"{address.partition('?')[0]}?source=nothing:such")
    assert page.locator(ROWS).count() > left


def test_it_works_from_disk(offline: Built, disk_windows: Windows):
    page = disk_windows.get().open(offline.url("timeline", languages()[0]))
    everything = page.locator(ROWS).count()
    shared(page)
    assert 0 < page.locator(ROWS).count() < everything
