"""RIS, read by rispy, says what the record says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from dossier.cite.parts import people
from dossier.exports.ris import ris
from dossier.exports.works import GENRES, Work
from tests.exports.samples import TEXTS, plain, read_ris, titled, works

WORKS = {work.reference.key: work for work in works()}


def one(key: str) -> dict[str, Any]:
    return read_ris(ris([WORKS[key]]))[0]


def test_every_type_is_one_of_the_specification() -> None:
    assert {genre.ris for genre in GENRES.values()} <= set(TYPE_OF_REFERENCE_MAPPING)


def test_the_whole_bibliography_is_read_in_its_order() -> None:
    records = read_ris(ris(WORKS.values()))
    assert [record["id"] for record in records] == list(WORKS)
    assert [record["type_of_reference"] for record in records] == [w.genre.ris for w in WORKS.values()]
    assert all("unknown_tag" not in record for record in records)


@pytest.mark.parametrize("work", works(), ids=lambda work: work.reference.key)
def test_a_record_says_what_the_reference_says(work: Work) -> None:
    record = one(work.reference.key)
    names = [f"{family}, {given}" if given else family for family, given in people(work.reference)]
    assert record.get("authors", []) == names
    assert record["title"] == work.title
    for tag, field in {"publisher": "publisher", "language": "language", "doi": "doi"}.items():
        assert record.get(tag, "") == work.field(field)
    assert record.get("urls", []) == [url for url in [work.field("url")] if url]
    assert "unknown" not in str(record).lower()


def test_a_newspaper_article_says_where_it_stood() -> None:
    lamp = one("lamp")
    said = {
        name: lamp[name]
        for name in ("secondary_title", "number", "start_page", "end_page", "place_published")
    }
    assert said == {
        "secondary_title": "Гавань",
        "number": "12",
        "start_page": "1",
        "end_page": "4",
        "place_published": "Порт",
    }


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("2024-05-01", "2024", "2024/05/01/"),
        ("2024-05", "2024", "2024/05//"),
        ("2024", "2024", "2024///"),
        ("2021-09-10/2021-09-12", "2021", "2021/09//"),
        ("2020/2021", None, None),
        ("2018-21", "2018", "2018///spring"),
        ("2019~", "2019", "2019///circa"),
        ("2019-05-XX?", "2019", "2019/05//uncertain"),
        ("2025/..", None, None),
        ("202X", None, None),
        ("unknown", None, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, year: str | None, day: str | None) -> None:
    record = read_ris(ris([titled("T", date=date)]))[0]
    assert (record.get("year"), record.get("date")) == (year, day)


@given(TEXTS, TEXTS)
def test_no_text_begins_a_line_of_its_own(title: str, publisher: str) -> None:
    text = ris([titled(title, publisher=publisher), titled("after")])
    assert [record["title"] for record in read_ris(text)] == [plain(title), "after"]
    assert read_ris(text)[0]["publisher"] == plain(publisher)


def test_every_line_ends_as_the_specification_asks() -> None:
    text = ris(WORKS.values())
    assert text.endswith("ER  - \r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
