"""Who reports what: every claim once, with all articles that hold it and the origins these share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.build import build
from dossier.compose import reports
from dossier.dates import sort_key
from dossier.model import Claim, Evidence, Text
from dossier.origins import by_origin, evidence_for, origins
from dossier.pages.reports import ReportRow, ReportsBody
from dossier.problems import Location
from tests.dossiers import PROJECT, assemble
from tests.reading import Page, pages, stripped, target


def body_of(root: Path, language: str) -> tuple[ReportsBody, list[Claim]]:
    built, problems = build(root)
    assert built is not None, problems
    body = built.pages[language][reports.REPORTS].body
    assert isinstance(body, ReportsBody)
    return body, list(built.index.dossier.claims())


def rows(body: ReportsBody) -> dict[str, ReportRow]:
    """Claim → its row; a claim has but one."""
    found = [row for group in body.groups for row in group.rows]
    by_claim = {row.claim.target.fragment.removeprefix("claim-"): row for row in found}
    assert len(by_claim) == len(found)
    return by_claim


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assemble("accounts", tmp_path_factory.mktemp("accounts") / "accounts")


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_every_claim_of_the_project_stands_there_with_its_paragraphs(language: str) -> None:
    body, claims = body_of(PROJECT, language)
    found = rows(body)
    assert set(found) == {claim.id for claim in claims}
    for claim in claims:
        wanted = {(f"sources/{one.source}", f"p{one.paragraph}") for one in evidence_for(claim)}
        told = {
            (place.target.path, place.target.fragment)
            for cell in found[claim.id].cells
            for place in cell.places
        }
        assert told == wanted


def test_articles_of_one_origin_share_a_letter(accounts: Path) -> None:
    body, _ = body_of(accounts, "en")
    letters = {id_: [cell.origin for cell in row.cells] for id_, row in rows(body).items()}
    assert letters["dam-holds"] == ["a", "a"], "both go back to the Water Office"
    assert letters["bridge-to-reopen"] == ["a", "b"], "each says so itself"
    assert letters["two-hurt"] == [""], "a single article needs no letter"
    said = {id_: row.rests_on for id_, row in rows(body).items()}
    assert said["dam-holds"] == "2 articles, 1 origin"
    assert said["two-hurt"] == "1 article"
    assert body.summary == (
        "3 claims are in one article each",
        "1 claim is in several articles of one origin",
        "1 claim is in several articles of different origins",
    )


def test_claims_stand_under_the_event_they_are_about(accounts: Path) -> None:
    body, _ = body_of(accounts, "en")
    assert [(group.id, len(group.rows)) for group in body.groups] == [("dam-break", 5)]
    dates = [row.date for row in body.groups[0].rows]
    assert dates == sorted(dates, key=sort_key)


def test_of_many_articles_each_row_names_its_own(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "COLUMNS", 2)
    body, _ = body_of(accounts, "en")
    assert body.columns == ()
    assert [len(row.cells) for row in rows(body).values() if row.rests_on.startswith("2")] == [2, 2]


@pytest.fixture(scope="session")
def found(built: Callable[[str], Path]) -> dict[str, Page]:
    return pages(built("accounts") / "site")


def test_the_table_is_one_that_can_be_read_aloud(found: dict[str, Page]) -> None:
    """Each row and column has its heading, an empty cell says that it is, and letters say what they are."""
    page = found["reports/index.html"]
    heads = [one for one in page.all("th") if one.get("scope") == "col"]
    assert len(heads) == 2 + 3 + 1
    assert len([one for one in page.all("th") if one.get("scope") == "row"]) == 5
    assert {one.get("aria-label") for one in page.all(class_="d-none")} == {"not reported"}
    assert {" ".join(one.text.split()) for one in page.all(class_="d-origin")} == {"origin a", "origin b"}


def test_its_links_lead_to_paragraphs_and_claims(found: dict[str, Page]) -> None:
    page = found["reports/index.html"]
    led = set(_places(page, found))
    assert {fragment for file, fragment in led if file.startswith("sources/")} >= {"p1", "claim-two-hurt"}


def _places(page: Page, found: dict[str, Page]) -> Iterator[tuple[str, str]]:
    for link in page.links():
        path, fragment = target(page, link) or ("", "")
        file = f"{path}index.html".removeprefix("/")
        if file in found:
            assert not fragment or fragment in found[file].ids(), link
            yield file, fragment


def test_a_dossier_without_claims_says_so(built: Callable[[str], Path]) -> None:
    site = built("doubts") / "site"
    assert "No claims are recorded." in stripped((site / "reports/index.html").read_text(encoding="utf-8"))


CHAINS = st.lists(st.sampled_from(["reed", "poe", "office", "tolk", "wire"]), max_size=3, unique=True)


@given(st.lists(st.tuples(st.sampled_from("abc"), CHAINS), min_size=1, max_size=6), st.randoms())
def test_every_quotation_has_one_origin_whatever_their_order(
    written: list[tuple[str, list[str]]], chance: object
) -> None:
    def claim(quotations: list[Evidence]) -> Claim:
        text = Text(words={"en": "X."})
        where = Location("data/sources/a.yml")
        return Claim("c", "a", ("reed",), "2032", (), "reported", text, tuple(quotations), where)

    quotations = [
        Evidence(source, 1, number, number + 1, "x", tuple(chain))
        for number, (source, chain) in enumerate(written)
    ]
    shuffled = list(quotations)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    groups = by_origin(claim(quotations))
    assert sorted(one.start for group in groups for one in group) == list(range(len(quotations)))
    assert {frozenset(group) for group in groups} == {
        frozenset(group) for group in by_origin(claim(shuffled))
    }
    assert origins(claim(quotations)) == len(groups)
