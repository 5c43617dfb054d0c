"""The timeline can be narrowed to an entry or an article; without scripts it stands whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from dossier.build import build
from dossier.model import UNKNOWN, Claim, Dossier
from tests.browser.chromium import Windows
from tests.browser.programs import in_both
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


@in_both
def test_a_bar_of_the_picture_leads_to_the_first_claim_of_its_time(hosted: Built, windows: Windows):
    window = windows.new()
    page = window.open(hosted.url("timeline", languages()[0]))
    bar = page.locator(".d-overview svg a").last
    target = page.locator(bar.get_attribute("href") or "nothing")
    bar.focus()
    page.keyboard.press("Enter")
    expect(target).to_be_in_viewport()
    page.context.close()


def test_a_filter_opens_the_years_of_a_long_list(hosted: Built, windows: Windows):
    """As if this timeline were long: its years are folded, but for the last."""
    window = windows.new()
    page = window.page
    page.route("**/timeline/", folded)
    window.open(hosted.url("timeline", languages()[0]))
    years = page.locator("details.d-year")
    total = years.count()
    assert total > 1
    expect(page.locator(ROWS)).not_to_have_count(page.locator(".d-timeline > li").count())
    page.locator(".d-narrow select[name=source]").select_option(index=1)
    expect(page.locator("details.d-year:visible:not([open])")).to_have_count(0)
    expect(page.locator(ROWS)).to_have_count(page.locator(".d-timeline > li:not([hidden])").count())
    page.context.close()


def folded(route: Route) -> None:
    html = route.fetch().text()
    html = html.replace('<section class="d-year"', '<details class="d-year"')
    html = html.replace('</h2>\n<ol class="d-timeline">', '</h2><ol class="d-timeline">')
    route.fulfill(body=html.replace("</ol>\n</section>", "</ol></details>"), content_type="text/html")
