"""Whom claims name together is shown on both pages and for the whole dossier, the closest first."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.build import Built, build
from dossier.compose import network
from dossier.compose.connections import ROOM, SIZE
from dossier.lettering import breadth, shortened
from dossier.pages.connections import NetworkBody
from dossier.pages.entities import EntityBody
from tests.dossiers import PROJECT, assemble
from tests.reading import Page, pages

Pairs = Counter[tuple[str, str]]


@pytest.fixture(scope="module")
def built() -> Built:
    found, problems = build(PROJECT)
    assert found is not None, problems
    return found


def wanted(built: Built) -> Pairs:
    return Counter(
        pair
        for claim in built.index.dossier.claims()
        for pair in combinations(sorted({*claim.about, *claim.said_by}), 2)
    )


def whole(built: Built, language: str = "en") -> NetworkBody:
    body = built.pages[language][network.NETWORK].body
    assert isinstance(body, NetworkBody)
    return body


def test_both_pages_show_a_connection_with_all_its_claims(built: Built) -> None:
    found: Pairs = Counter()
    for page in built.pages["uk"].values():
        if isinstance(page.body, EntityBody) and page.body.connections:
            for row in page.body.connections.rows:
                found[page.path.rpartition("/")[2], row.id.removeprefix("with-")] += row.count
    pairs = wanted(built)
    assert found == pairs + Counter({(b, a): count for (a, b), count in pairs.items()})


def test_a_line_is_broken_where_one_only_speaks_of_the_other(built: Built) -> None:
    claims = built.index.dossier.claims()
    for page in built.pages["en"].values():
        if isinstance(page.body, EntityBody) and page.body.connections:
            own = page.path.rpartition("/")[2]
            for row in page.body.connections.rows:
                both = any({own, row.id.removeprefix("with-")} <= set(claim.about) for claim in claims)
                assert row.spoken is not both


def test_the_picture_shows_the_closest_of_the_table(built: Built) -> None:
    drawn = [
        page.body.connections
        for page in built.pages["ru"].values()
        if isinstance(page.body, EntityBody) and page.body.connections
    ]
    assert any(len(one.rows) > len(one.drawn) for one in drawn)
    for one in drawn:
        counts = [row.count for row in one.rows]
        assert counts == sorted(counts, reverse=True)
        assert one.rows[: len(one.drawn)] == one.drawn


def test_the_whole_network_counts_every_pair(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "LISTED", 10_000)
    found, _ = build(PROJECT)
    assert found is not None
    told = {
        (pair.one.target.path.rpartition("/")[2], pair.other.target.path.rpartition("/")[2]): pair.claims
        for pair in whole(found).pairs
    }
    assert told == dict(wanted(built))
    assert sum(told.values()) == sum(wanted(built).values())


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_a_row_of_the_picture_holds_one_entry_and_an_arc_joins_two(built: Built, language: str) -> None:
    body = whole(built, language)
    rows = {node.row: node.link.target for kind in body.kinds for node in kind.nodes}
    titles = [kind.row for kind in body.kinds]
    assert sorted([*rows, *titles]) == list(range(body.height))
    assert body.arcs
    for pair in body.arcs:
        assert pair.rows
        assert {rows[row] for row in pair.rows} == {pair.one.target, pair.other.target}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_a_name_is_cut_to_the_room_of_the_picture(name: str) -> None:
    short = shortened(name, SIZE, ROOM)
    assert breadth(short, SIZE) <= ROOM
    assert short == name or (short.endswith("…") and name.startswith(short[:-1].rstrip()))


def test_a_large_network_stays_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DRAWN", "ARCS", "LISTED"):
        monkeypatch.setattr(network, name, 3)
    found, _ = build(PROJECT)
    assert found is not None
    body = whole(found)
    assert sum(len(kind.nodes) for kind in body.kinds) == 3
    assert (len(body.arcs), len(body.pairs)) == (3, 3)
    assert body.others == len(wanted(found)) - 3


@pytest.fixture(scope="session")
def site_pages(site: Path) -> dict[str, Page]:
    return pages(site)


def test_lines_lead_to_rows_of_the_table_and_names_to_pages(site_pages: dict[str, Page]) -> None:
    checked = 0
    for page in site_pages.values():
        links = [one.get("href") for one in page.all("a") if any(o.tag == "svg" for o in one.inside)]
        rows = [link[1:] for link in links if link.startswith("#with-")]
        assert set(rows) <= set(page.ids())
        checked += len(rows)
    assert checked > 50


def test_a_dossier_without_claims_has_an_empty_network(tmp_path: Path) -> None:
    found, _ = build(assemble("doubts", tmp_path / "doubts"))
    assert found is not None
    language = next(iter(found.pages))
    assert not whole(found, language).pairs
    assert not any(
        page.body.connections for page in found.pages[language].values() if isinstance(page.body, EntityBody)
    )


def test_what_passed_between_two_is_told_from_where_one_stands(tmp_path: Path) -> None:
    built, problems = build(assemble("interactions", tmp_path / "interactions"))
    assert built is not None, problems
    told: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for page in built.pages["en"].values():
        if isinstance(page.body, EntityBody) and page.body.connections:
            for row in page.body.connections.rows:
                pair = (page.path.rpartition("/")[2], row.id.removeprefix("with-"))
                told[pair] = [(one.label, one.direction) for one in row.contacts]
    assert told == {
        ("anna", "boris"): [("Meeting", "both"), ("Invitation", "out"), ("Invitation", "in")],
        ("boris", "anna"): [("Meeting", "both"), ("Invitation", "out"), ("Invitation", "in")],
        ("anna", "clara"): [("Invitation", "out")],
        ("clara", "anna"): [("Invitation", "in")],
        ("boris", "clara"): [],
        ("clara", "boris"): [],
    }
    pairs = {(one.one.text, one.other.text): len(one.contacts) for one in whole(built).pairs}
    assert pairs == {("Anna", "Boris"): 3, ("Anna", "Clara"): 1, ("Boris", "Clara"): 0}


def test_a_picture_says_each_kind_once(tmp_path: Path) -> None:
    built, problems = build(assemble("interactions", tmp_path / "interactions"))
    assert built is not None, problems
    body = built.pages["en"]["people/anna"].body
    assert isinstance(body, EntityBody)
    assert body.connections
    assert [row.said for row in body.connections.drawn] == ["↔ Meeting, ↔ Invitation", "→ Invitation"]
