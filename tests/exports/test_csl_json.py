"""CSL-JSON that the project of the Citation Style Language itself finds valid."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from dossier.cite.parts import people
from dossier.cite.vocabulary import TYPES
from dossier.exports.csl_json import csl_json
from dossier.exports.works import GENRES, Work
from tests.exports.samples import HERE, TEXTS, plain, titled, works

SCHEMA = Draft7Validator(json.loads((HERE / "csl-data.json").read_text(encoding="utf-8")))
WORKS = {work.reference.key: work for work in works()}


def read(found: list[Work]) -> list[dict[str, Any]]:
    items = json.loads(csl_json(found))
    assert [error.message for error in SCHEMA.iter_errors(items)] == []
    made: list[dict[str, Any]] = items
    return made


def one(key: str) -> dict[str, Any]:
    return read([WORKS[key]])[0]


def test_the_schema_finds_mistakes() -> None:
    assert not SCHEMA.is_valid([{"id": "x", "type": "online"}])
    assert not SCHEMA.is_valid([{"id": "x", "type": "book", "titel": "y"}])


def test_every_type_has_its_counterpart() -> None:
    assert set(GENRES) == set(TYPES)


def test_the_whole_bibliography_is_valid_and_in_its_order() -> None:
    items = read(list(WORKS.values()))
    assert [item["id"] for item in items] == list(WORKS)
    assert [item["type"] for item in items] == [work.genre.csl for work in WORKS.values()]
    assert "unknown" not in json.dumps(items)


@pytest.mark.parametrize("work", works(), ids=lambda work: work.reference.key)
def test_an_item_says_what_the_reference_says(work: Work) -> None:
    item = one(work.reference.key)
    names = [{"family": f, "given": g} if g else {"literal": f} for f, g in people(work.reference)]
    assert item.get("author", []) == names
    assert item["title"] == work.title
    variables = {
        "publisher": "publisher",
        "language": "language",
        "DOI": "doi",
        "URL": "url",
        "page": "pages",
    }
    assert {name: item.get(name, "") for name in variables} == {
        name: work.field(field) for name, field in variables.items()
    }


def test_what_csl_has_no_variable_for_is_kept_beside() -> None:
    assert one("lamp")["custom"] == {"title_en": "The lamp burns again"}
    assert one("harbours")["custom"] == {"author_en": [{"family": "Li", "given": "Yan"}]}
    assert one("pier")["custom"] == {
        "archiveurl": "https://archive.example/pier",
        "archivedate": "2024-06-03",
    }


def test_a_number_is_what_it_counts() -> None:
    """An issue of a newspaper, the number of a report."""
    assert one("lamp")["issue"] == "12"
    assert one("depth")["number"] == "HO-7"


def test_a_thesis_says_which_it_is() -> None:
    assert one("waves")["genre"] == "PhD thesis"


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2024-05-01", {"date-parts": [[2024, 5, 1]]}),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024", {"date-parts": [[2024]]}),
        ("2020/2021-03", {"date-parts": [[2020], [2021, 3]]}),
        ("2019~", {"date-parts": [[2019]], "circa": True}),
        ("2019-05-XX", {"date-parts": [[2019, 5]]}),
        ("2018-21", {"date-parts": [[2018]], "season": 1}),
        ("202X", {"raw": "202X"}),
        ("2025/..", {"raw": "2025/.."}),
        ("unknown", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, issued: dict[str, Any] | None) -> None:
    assert read([titled("T", date=date)])[0].get("issued") == issued


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    assert [item["title"] for item in read([titled(text), titled("after")])] == [plain(text), "after"]
