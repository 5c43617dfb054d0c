"""Dublin Core in the heads of source pages, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.exports.dublin_core import dublin_core
from dossier.exports.works import work_of
from dossier.model import Reference
from dossier.pages.claims import ClaimSection, Shares
from dossier.pages.page import Page
from dossier.pages.references import Cited
from dossier.pages.sources import SourceBody
from dossier.problems import Location
from dossier.render.head import head
from tests.reading import Element, elements, pages

NO_CLAIMS = ClaimSection(0, Shares("", ()), ())
HOSTILE = "\"><script>alert(1)</script> </title> & ' dossier-slot-content-here"


def metas(html: str) -> list[Element]:
    return [one for one in elements(html) if one.tag == "meta" and one.get("name").startswith("DC.")]


def test_a_source_page_describes_its_article(built: Callable[[str], Path]) -> None:
    page = pages(built("minimal") / "site")["sources/2024-05-01-harbour-news/index.html"]
    assert {one.get("name"): one.get("content") for one in metas(page.html)} == {
        "DC.type": "newspaperArticle",
        "DC.title": "The lamp is lit again",
        "DC.publisher": "Harbour News",
        "DC.source": "Harbour News",
        "DC.date": "2024-05-01",
        "DC.language": "en",
        "DC.identifier": "https://news.example/lamp",
    }


def test_no_other_page_passes_for_an_article(site: Path) -> None:
    """Highwire's elements beside them would make it a journal's article."""
    found = pages(site)
    described = {name for name, page in found.items() if metas(page.html)}
    assert described == {
        name for name in found if "/sources/" in f"/{name}" and not name.endswith("sources/index.html")
    }
    assert [name for name, page in found.items() if any("citation_" in one for one in page.metas())] == []
    assert [name for name, page in found.items() if "\ufdd0" in page.html] == []


def test_a_supplied_headline_keeps_its_brackets_and_language(site: Path) -> None:
    for prefix in ("", "ru/", "uk/"):
        page = pages(site)[f"{prefix}sources/2025-10-28-washington-invitation/index.html"]
        titles = [one for one in metas(page.html) if one.get("name") == "DC.title"]
        assert [one.get("lang") for one in titles] == ["ru"]
        assert [one.get("content")[:7] for one in titles] == ["[Трамп "]


def test_several_authors_stand_each_for_themselves_and_what_nobody_knows_is_left_out() -> None:
    fields = {"title": "unknown", "publisher": "unknown", "url": "unknown", "date": "unknown"}
    authors = (("Reed", "Ada"), ("Harbour Museum", ""), ("unknown", ""))
    said = dublin_core(work_of(Reference("key", "online", fields, {"author": authors}, Location("r.bib"))))
    assert [(one.name, one.content) for one in said][1:] == [
        ("DC.creator", "Reed, Ada"),
        ("DC.creator", "Harbour Museum"),
    ]


@pytest.mark.parametrize("field", ["title", "publisher", "language"])
def test_no_value_ends_its_element(field: str) -> None:
    reference = Reference("key", "online", {field: HOSTILE}, {}, Location("r.bib"))
    body = SourceBody("en", "English", (), "", (), (), NO_CLAIMS, (), Cited((), ()), ())
    page = Page("en", "sources/key", "T", "", body, None, metas=tuple(dublin_core(work_of(reference))))
    found = elements(head({}, page.metas))
    assert {one.tag for one in found} == {"meta", "script"}
    assert HOSTILE in {one.get("content") for one in found}
