"""Another team's dossier: other kinds, other languages, another order, and not a changed line of Python."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.dossiers import PROJECT
from tests.reading import Page, pages, stripped, target
from tests.searching import Read

SECTIONS = ("judges", "court-cases", "companies", "courts")


@pytest.fixture(scope="session")
def companies(built: Callable[[str], Path]) -> Path:
    return built("companies")


@pytest.fixture(scope="session")
def found(companies: Path) -> dict[str, Page]:
    return pages(companies / "site")


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("section", SECTIONS)
def test_every_kind_has_its_register_and_every_record_its_page(
    companies: Path, found: dict[str, Page], section: str, prefix: str
) -> None:
    ids = [path.stem for path in (companies / "data" / section).glob("*.yml")]
    assert ids
    register = found[f"{prefix}{section}/index.html"]
    linked = {target(register, link) for link in register.links()}
    for id_ in ids:
        assert f"{prefix}{section}/{id_}/index.html" in found
        assert (f"/{prefix}{section}/{id_}/", "") in linked


@pytest.mark.parametrize(
    ("source", "words", "entity"),
    [
        ("2031-02-03-zoria", "Остап Вигаданенко", "judges/ostap-vyhadanenko"),
        ("2031-02-03-zoria", "Вигаданенка", "judges/ostap-vyhadanenko"),
        ("2031-02-03-zoria", "Лунариса", "companies/lunaris"),
        ("2031-02-03-zoria", "Меридіанові", "companies/meridian"),
        ("2031-02-03-zoria", "Господарського суду Зоріограда", "courts/commercial-court-of-zoriohrad"),
        ("2031-02-05-ledger", "Meridian Holdings", "companies/meridian"),
        ("2031-02-05-ledger", "The suit", "court-cases/lunaris-v-meridian"),
    ],
)
def test_names_are_linked_in_whatever_case_they_stand(
    found: dict[str, Page], source: str, words: str, entity: str
) -> None:
    page = found[f"en/sources/{source}/index.html"]
    links = {(mark.text, target(page, mark.get("href"))) for mark in page.all("a", "d-mention")}
    assert (words, (f"/en/{entity}/", "")) in links


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_sections_stand_in_the_order_of_kinds(found: dict[str, Page], prefix: str) -> None:
    page = found[f"{prefix}index.html"]
    listed = [target(page, element.get("href")) for element in page.all("a", "md-nav__link")]
    urls = [place[0] for place in listed if place]
    wanted = [
        f"/{prefix}{section}/" for section in (*SECTIONS, "sources", "timeline", "reports", "network", "gaps")
    ]
    assert [url for url in dict.fromkeys(urls) if url in wanted] == wanted


def test_fields_stand_in_the_order_of_their_kind(found: dict[str, Page]) -> None:
    page = found["en/court-cases/lunaris-v-meridian/index.html"]
    assert [label.text for label in page.all("dt")] == ["Opened", "Parties", "Stake"]


def test_a_book_without_an_article_stands_in_the_bibliography(found: dict[str, Page]) -> None:
    entry = next(
        e for e in found["en/bibliography/index.html"].all("li") if e.get("id") == "trade-mark-handbook"
    )
    assert "A Handbook of Trade Marks" in entry.text


def test_the_pages_are_in_the_languages_of_the_site(found: dict[str, Page]) -> None:
    languages = {name.startswith("en/"): next(page.all("html")).get("lang") for name, page in found.items()}
    assert languages == {True: "en", False: "uk"}


def names_of_the_project() -> set[str]:
    """Names that only the project's own dossier knows."""
    found: set[str] = set()
    for section in ("people", "summits", "organisations", "places", "events"):
        for path in (PROJECT / "data" / section).glob("*.yml"):
            record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            found |= {path.stem, *record["names"].values()}
            found |= {alias for aliases in record.get("aliases", {}).values() for alias in aliases}
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    found |= {name.strip("\"' }") for name in re.findall(r"site_name: ([^,\n]+)", config)}
    return found | {"C5", "С5", "Summit", "Саміт", "Саммит"}


def test_nothing_of_the_project_s_own_dossier_is_in_it(companies: Path) -> None:
    """Neither in what readers see nor in what search and sitemaps say."""
    words = sorted(name for name in names_of_the_project() if len(name) > 1)
    assert len(words) > 50
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    for path in sorted((companies / "site").rglob("*")):
        if path.suffix in (".html", ".xml"):
            text = path.read_text(encoding="utf-8")
            said = stripped(text) if path.suffix == ".html" else text
            assert pattern.findall(said) == [], path
    for start in (companies / "site").rglob("search/start.js"):
        index = Read.folder(start.parent)
        assert index.pages
        assert pattern.findall(json.dumps([index.pages, index.texts], ensure_ascii=False)) == [], start
