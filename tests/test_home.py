"""What a home page tells of a dossier follows from the records alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.build import build
from dossier.compose.home import LATEST, MOST, counted, dated, holders, news
from dossier.compose.index import make_index
from dossier.compose.tenures import newest
from dossier.compose.view import View
from dossier.dates import first_day
from dossier.i18n.interface import Interface
from dossier.model import LinkedDossier, Tenure, Words
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
    rows = dated("events", view)
    known = [first_day(row.date) for row in rows if row.date != "unknown"]
    assert known == sorted(known)
    assert {row.date for row in rows[len(known) :]} == {"unknown"}
