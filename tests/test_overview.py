"""How claims spread over time: bars of one length for all that is known finely enough, rows for the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.build import Built, build
from dossier.compose.overview import LEAST, overview
from dossier.compose.view import View
from dossier.i18n.interface import Interface
from dossier.pages.entities import EntityBody
from dossier.pages.texts import Target
from dossier.pages.timelines import Overview, TimelineBody, TimelineRow
from tests.dossiers import PROJECT
from tests.reading import Page, pages

CASES = yaml.safe_load(Path(__file__).with_name("overviews.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built() -> Built:
    found, problems = build(PROJECT)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def view(built: Built) -> View:
    return View(built.index, Interface("en", None))


def rows(dates: Sequence[str]) -> list[TimelineRow]:
    return [TimelineRow(f"c{n}", one, one, (), (), (), Target("")) for n, one in enumerate(dates)]


def total(found: Overview) -> int:
    drawn = [*found.bars, *(bar for lane in found.spread for bar in lane)]
    return sum(bar.count for bar in drawn) + found.others


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_bars_and_rows(case: dict[str, Any], view: View) -> None:
    found = overview(rows(case["dates"]), 0, view)
    told = [f"{bar.words}: {bar.count}" for bar in found.bars] if found else []
    assert told == case["bars"]
    spread = [[f"{bar.words}: {bar.count}" for bar in lane] for lane in found.spread] if found else []
    assert spread == case.get("spread", [])
    assert [tick.words for tick in found.ticks] == case["ticks"] if found else not case["ticks"]


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
DATES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    DAYS.map(lambda day: f"../{day.isoformat()}"),
    DAYS.filter(lambda day: day.year < 9999).map(lambda day: f"{day}/{day + timedelta(days=90)}"),
)


@given(dates=st.lists(DATES, min_size=LEAST, max_size=80))
@example(dates=[*["2000-01-01"] * 5, "9999-06-01"])
def test_every_claim_is_drawn_or_counted_and_stays_within_the_picture(view: View, dates: list[str]) -> None:
    found = overview(rows(sorted(dates)), 0, view)
    if found is None:
        return
    assert total(found) == len(dates)
    for bars in (found.bars, *found.spread):
        ends = [(bar.start, bar.start + bar.width) for bar in bars]
        assert all(-0.01 <= start <= end <= 100.02 for start, end in ends)
        assert all(end <= start + 0.02 for (_, end), (start, _) in pairwise(ends))


def test_each_bar_leads_to_the_first_of_its_claims(built: Built, site: Path) -> None:
    """On the timeline and on the pages of entries; what has no date is counted with them."""
    html = pages(site)
    seen = 0
    for language, listed in built.pages.items():
        for page in listed.values():
            body = page.body
            if not isinstance(body, TimelineBody | EntityBody) or body.overview is None:
                continue
            seen += 1
            read: Page = html[built.site.file(language, page.path)]
            rowed = (
                [row for _, year in body.years for row in year]
                if isinstance(body, TimelineBody)
                else list(body.timeline)
            )
            assert total(body.overview) == len(rowed)
            anchors = {one.get("id") for one in read.all("li")}
            assert {f"on-{row.id}" for row in rowed} <= anchors
            bars = [*body.overview.bars, *(bar for lane in body.overview.spread for bar in lane)]
            assert {bar.target.fragment for bar in bars} <= {f"on-{row.id}" for row in rowed}
    claims = built.index.dossier.claims()
    whole = built.pages["en"]["timeline"].body
    assert isinstance(whole, TimelineBody)
    assert whole.overview
    assert total(whole.overview) + whole.overview.undated == len(claims)
    assert seen > len(built.pages)


def test_the_bar_of_most_claims_is_the_highest(built: Built) -> None:
    body = built.pages["en"]["timeline"].body
    assert isinstance(body, TimelineBody)
    assert body.overview
    ranked = sorted(body.overview.bars, key=lambda bar: bar.count)
    assert [bar.height for bar in ranked] == sorted(bar.height for bar in ranked)
    assert not [bar.words for bar in ranked if not re.search(r"\d", bar.words)]


def test_a_long_list_is_folded_by_year_but_for_the_last(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = built.pages["en"]["timeline"]
    assert isinstance(page.body, TimelineBody)
    assert '<details class="d-year' not in built.fragment(page)
    monkeypatch.setattr("dossier.pages.timelines.UNFOLDED", page.body.count - 1)
    folds = re.findall(r'<details class="d-year"( open)?>', built.fragment(page))
    assert folds == [""] * (len(page.body.years) - 1) + [" open"]
