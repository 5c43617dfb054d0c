"""COinS: reference managers find what a page lists, and readers do not."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given

from dossier.exports.coins import coins
from dossier.exports.works import Work, work_of
from dossier.model import Reference
from tests.exports.samples import TEXTS, WHERE, plain, titled, works

WORKS = {work.reference.key: work for work in works()}


def said(work: Work) -> dict[str, list[str]]:
    return parse_qs(coins(work), strict_parsing=True)


def test_an_article_of_the_dossier_is_news() -> None:
    fields = {"title": "[Лампа]", "publisher": "unknown", "date": "2024-05-01", "language": "ru"}
    article = work_of(Reference("key", "online", fields, {"author": (("unknown", ""),)}, WHERE), article=True)
    assert said(article) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rft.type": ["newspaperArticle"],
        "rft.title": ["[Лампа]"],
        "rft.date": ["2024-05-01"],
        "rft.language": ["ru"],
    }


@pytest.mark.parametrize(
    ("key", "format_", "title", "container"),
    [
        ("lamp", "dc", "rft.title", ("rft.source", "Гавань")),
        ("tides", "journal", "rft.atitle", ("rft.jtitle", "Journal of Harbours & Piers")),
        ("harbours", "book", "rft.btitle", ("rft.place", "Київ")),
        ("planks", "book", "rft.atitle", ("rft.btitle", "Piers")),
        ("ropes", "book", "rft.atitle", ("rft.btitle", "Harbour Day")),
        ("waves", "dissertation", "rft.title", ("rft.inst", "University of Port")),
        ("word", "dc", "rft.title", ("rft.source", "X")),
    ],
)
def test_a_work_is_said_in_the_format_for_it(
    key: str, format_: str, title: str, container: tuple[str, str]
) -> None:
    found = said(WORKS[key])
    assert found["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{format_}"]
    assert found[title] == [WORKS[key].title]
    assert found[container[0]] == [container[1]]


def test_every_author_is_named() -> None:
    assert said(WORKS["tides"])["rft.au"] == ["Reed, Ada Jane", "von Berg, Karl"]
    assert said(WORKS["lamp"])["rft.creator"] == ["Рид, Ада", "Музей гавани"]


@given(TEXTS, TEXTS)
def test_no_text_becomes_another_field(title: str, publisher: str) -> None:
    found = said(titled(title, publisher=publisher))
    assert found["rft.title"] == [plain(title)]
    assert found["rft.publisher"] == [plain(publisher)]
    assert set(found) == {
        *("ctx_ver", "rft_val_fmt", "rft.type", "rft.title", "rft.source", "rft.publisher", "rft.date")
    }
