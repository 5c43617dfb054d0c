"""What a home page tells of a dossier follows from the records alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.build import build
from dossier.compose.axis import NARROWEST, axis
from dossier.compose.home import LATEST, MOST, counted, dated, holders, news
from dossier.compose.index import make_index
from dossier.compose.tenures import newest
from dossier.compose.view import View
from dossier.dates import first_day
from dossier.i18n.interface import Interface
from dossier.lettering import breadth
from dossier.model import LinkedDossier, Tenure, Words
from dossier.pages.homes import AxisMark, DatedRow
from dossier.pages.texts import Link, Target
from tests.dossiers import PROJECT

ROLE = {"en": "Keeper"}


@pytest.fixture(scope="module")
def view() -> View:
    """The project's own dossier."""
    built, _ = build(PROJECT)
    assert built is not None
    return View(built.index, built.interface("en"))


@pytest.fixture
def linked(dossier_of: Callable[[str], Path]) -> LinkedDossier:
    """The smallest dossier, whose one source is of 1 May 2024."""
    built, _ = build(dossier_of("minimal"))
    assert built is not None
    return built.linked


def held(start: str, end: str, linked: LinkedDossier, title: Words = ROLE) -> Tenure:
    return replace(linked.dossier.entities["ada-reed"].roles[0], start=start, end=end, title=title)


def with_roles(linked: LinkedDossier, *roles: Tenure) -> View:
    """The dossier with these roles of its only person."""
    person = replace(linked.dossier.entities["ada-reed"], roles=roles)
    dossier = replace(linked.dossier, entities={person.id: person})
    return View(make_index(replace(linked, dossier=dossier)), Interface("en"))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2019", "", True),
        ("2019", "2024-05-01", True),
        ("2024-05-01", "unknown", True),
        ("2019", "2024-04-30", False),
        ("2024-05-02", "", False),
    ],
)
def test_a_role_shows_if_it_is_held_on_the_day_of_the_newest_source(
    start: str, end: str, shown: bool, linked: LinkedDossier
):
    rows = holders("people", with_roles(linked, held(start, end, linked))).rows
    assert [row.roles for row in rows] == ([("Keeper",)] if shown else [])


def test_a_role_without_a_beginning_shows_only_where_no_other_is_dated(linked: LinkedDossier):
    undated, over = held("", "", linked), held("2001", "2003", linked)
    [row] = holders("people", with_roles(linked, undated)).rows
    assert row.undated
    assert holders("people", with_roles(linked, undated, over)).rows == ()


def test_who_was_president_before_is_not_president_now(view: View):
    names = [row.link.text for row in holders("people", view).rows]
    assert "Donald Trump" in names
    assert "Joe Biden" not in names


def test_what_is_new_begins_with_the_newest_and_is_not_endless(view: View):
    days = [first_day(row.date) for row in news(view)]
    assert days == sorted(days, reverse=True)
    assert len(days) <= LATEST
    assert news(view)[0].date == newest(view)


def test_a_change_of_a_claim_is_news(view: View):
    changes = [change for claim in view.dossier.claims() for change in claim.changes]
    assert changes
    assert [row.status for row in news(view) if row.status] == [change.status for change in changes]


def test_what_comes_up_most_comes_first(view: View):
    body = counted("themes", view)
    counts = [(row.claims, row.mentions) for row in body.rows]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == MOST
    assert body.register.target.path == "themes"


def test_entries_stand_in_the_order_of_their_dates(view: View):
    body = dated("events", view)
    days = [first_day(row.date) for row in body.rows]
    assert days == sorted(days)
    events = {one.id for one in view.dossier.entities.values() if one.kind == "event"}
    assert len(body.rows) + len(body.undated) == len(events)
    assert {link.text for link in body.undated}.isdisjoint(row.link.text for row in body.rows)


def rows(*dates: str) -> tuple[DatedRow, ...]:
    return tuple(DatedRow(Link(f"Summit of {date}", Target(date)), date, date) for date in dates)


def test_a_year_is_as_long_as_a_year_and_a_day_is_a_point():
    made = axis(rows("2023", "2025-11-06", "2026"))
    assert made
    whole = (date(2027, 1, 1) - date(2023, 1, 1)).days
    until = (date(2025, 11, 6) - date(2023, 1, 1)).days
    first, day, last = made.marks
    assert day.start == pytest.approx(100 * until / whole, abs=0.01)
    assert day.width == 0
    assert first.width == last.width == pytest.approx(100 * 365 / whole, abs=0.01)
    assert last.start + last.width == pytest.approx(100, abs=0.01)
    assert [year for year, _ in made.years] == ["2023", "2024", "2025", "2026"]


def test_one_date_makes_no_axis():
    assert axis(rows("2025")) is None


def test_an_open_end_does_not_reach_into_eternity():
    made = axis(rows("2020/..", "2024-05-01"))
    assert made
    assert made.years[-1][0] == "2024"


def test_where_words_find_no_room_the_list_stays():
    made = axis((DatedRow(Link("long " * 80, Target("a")), "2024", "2024"), *rows("2025")))
    assert made
    assert not made.names_all
    assert [bool(mark.label) for mark in made.marks] == [False, True]


@pytest.mark.parametrize(
    "text", ["0001", "9999", "9999-12-31", "19XX", "2024-24", "2025~", "../2024", "2025/.."]
)
def test_any_date_of_a_record_finds_its_place(text: str):
    made = axis(rows(text, "2024"))
    assert made
    assert all(0 <= mark.start <= mark.start + mark.width <= 100.01 for mark in made.marks)


DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31)).map(date.isoformat)


@given(st.lists(DAYS, min_size=2, max_size=MOST))
def test_no_words_on_the_axis_meet_others_however_wide_it_is(days: list[str]):
    made = axis(rows(*sorted(days)))
    assert made
    for width in (NARROWEST, 1200.0):
        boxes = [box(mark, width) for mark in made.marks if mark.label]
        assert boxes
        for one, other in combinations(boxes, 2):
            assert one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]


@given(st.lists(DAYS, min_size=2, max_size=MOST))
def test_no_line_up_to_words_crosses_others(days: list[str]):
    made = axis(rows(*sorted(days)))
    assert made
    labels = [(mark.label, box(mark, NARROWEST)) for mark in made.marks if mark.label]
    for (label, _), (other, (_, left, right)) in permutations(labels, 2):
        at = label.at / 100 * NARROWEST
        assert label.height <= other.height or not left + 1 < at < right - 1


def box(mark: AxisMark, width: float) -> tuple[float, float, float]:
    """Height, left and right end of a mark's words."""
    assert mark.label
    x, wide = mark.label.at / 100 * width, breadth(mark.row.link.text, 14)
    left = x if mark.label.anchor == "start" else x - wide
    assert left >= 0
    assert left + wide <= width
    return mark.label.height, left, left + wide
