"""“Cite this page” on every page, and references to take along, as readers find them in a site."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from pybtex.database import parse_string

from dossier.build import Built, build
from tests.dossiers import PROJECT, dossier
from tests.exports.samples import HOSTILE, plain, read, read_ris
from tests.reading import Element, Page, elements, pages

FORMATS = ["BibTeX", "RIS", "CSL-JSON"]
LANGUAGES = ("en", "ru", "uk")


@pytest.fixture(scope="session")
def composed() -> Built:
    made, _ = build(PROJECT)
    assert made
    return made


@pytest.fixture(scope="session")
def generated(site: Path, composed: Built) -> dict[str, Page]:
    """Every page that the records ask for, by file."""
    found = pages(site)
    files = [composed.site.file(language, path) for language, made in composed.pages.items() for path in made]
    return {file: found[file] for file in files}


def within(page: Page, class_: str) -> list[Element]:
    """The elements in the first block of a class."""
    block = next(page.all(class_=class_))
    return [one for one in page.all() if any(outer is block for outer in one.inside)]


def text_of(link: Element) -> str:
    """What a link that is its own file holds."""
    return b64decode(link.get("href").partition(";base64,")[2]).decode()


def test_every_page_says_how_it_is_cited(generated: dict[str, Page]) -> None:
    assert len(generated) > 150
    wrong = []
    for file, page in generated.items():
        cited = within(page, "d-cite-page")
        citation = next(one for one in cited if "d-citation" in one.classes)
        title = next(page.all("h1")).text
        links = [one.text for one in cited if one.tag == "a" and one.get("download")]
        if title not in citation.text or links != FORMATS or "unknown" in citation.text:
            wrong.append((file, citation.text, links))
    assert wrong == []


@pytest.mark.parametrize(
    ("prefix", "words", "site_name"),
    [
        ("", "Cite this page", "Central Asia – United States"),
        ("ru/", "Цитировать эту страницу", "Центральная Азия – США"),
        ("uk/", "Цитувати цю сторінку", "Центральна Азія – США"),
    ],
)
def test_a_page_is_a_part_of_its_site(
    generated: dict[str, Page], prefix: str, words: str, site_name: str
) -> None:
    page = generated[f"{prefix}timeline/index.html"]
    cited = within(page, "d-cite-page")
    title = next(page.all("h1")).text
    assert next(one for one in cited if one.tag == "summary").text == words
    bib, ris, csl = (text_of(one) for one in cited if one.get("download"))
    [entry] = parse_string(bib, "bibtex").entries.values()
    assert (entry.type, entry.fields["title"], entry.fields["publisher"]) == ("online", title, site_name)
    [record] = read_ris(ris)
    assert (record["type_of_reference"], record["title"], record["secondary_title"]) == (
        "ELEC",
        title,
        site_name,
    )
    [item] = json.loads(csl)
    assert (item["type"], item["title"], item["container-title"]) == ("webpage", title, site_name)


def test_no_address_is_invented_and_none_left_out() -> None:
    """Where nobody has said where the site stands, its pages have no address."""
    for url in ("", "https://dossier.example/c5/"):
        made, _ = build(PROJECT, site_url=url, offline=True)
        assert made
        cited = made.cited(made.pages["ru"]["timeline"])
        assert [run.url for run in cited.runs if run.url] == ([f"{url}ru/timeline/"] if url else [])


def test_a_page_has_no_date_of_its_own(composed: Built) -> None:
    """A date of the build would change its bytes, and the reader states the day of reading."""
    cited = composed.cited(composed.pages["en"]["timeline"])
    item = json.loads(b64decode(cited.downloads[2].data.partition(",")[2]))[0]
    assert set(item) == {"id", "type", "title", "container-title", "publisher", "language"}


def test_the_button_waits_for_its_script(generated: dict[str, Page]) -> None:
    buttons = [one for page in generated.values() for one in page.all("button", "d-copy")]
    assert len(buttons) > len(generated)
    assert all("hidden" in one.attributes and one.get("data-done") for one in buttons)


@pytest.mark.parametrize("prefix", ["", "ru/", "uk/"])
def test_a_source_is_cited_by_its_files(site: Path, generated: dict[str, Page], prefix: str) -> None:
    key = "2025-12-23-g20-invitation"
    page = generated[f"{prefix}sources/{key}/index.html"]
    links = [one for one in within(page, "d-take") if one.get("download")]
    assert [one.get("download") for one in links] == [f"{key}.{ending}" for ending in ("bib", "ris", "json")]
    folder = (site / page.file).parent
    bib, ris, csl = (folder.joinpath(one.get("href")).read_text(encoding="utf-8") for one in links)
    assert list(read(bib)) == [key]
    assert read_ris(ris)[0]["id"] == json.loads(csl)[0]["id"] == key
    assert read_ris(ris)[0]["type_of_reference"] == "NEWS"


def test_the_whole_bibliography_stands_in_every_format(site: Path, composed: Built) -> None:
    keys = list(composed.index.dossier.references)
    folder = site / "data"
    assert list(read((folder / "bibliography.bib").read_text(encoding="utf-8"))) == keys
    records = read_ris((folder / "bibliography.ris").read_bytes().decode())
    assert [record["id"] for record in records] == keys
    items = json.loads((folder / "bibliography.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == keys


def test_reference_managers_find_each_work_of_a_list(generated: dict[str, Page]) -> None:
    """But on a source's page the article itself, which its list would hide."""
    wrong = []
    for file, page in generated.items():
        listed = [
            li for li in page.all("li") if {"d-references", "d-bibliography"} & set(li.inside[-1].classes)
        ]
        spans = list(page.all("span", "Z3988"))
        expected = 0 if "sources/" in file else len(listed)
        if len(spans) != expected or not all(one.get("aria-hidden") == "true" for one in spans):
            wrong.append((file, len(spans), expected))
    assert wrong == []
    types = {
        tuple(parse_qs(one.get("title"))["rft.type"])
        for page in generated.values()
        for one in page.all("span", "Z3988")
    }
    assert types == {("newspaperArticle",)}


@pytest.mark.slow
def test_a_hostile_headline_stays_a_headline(minimal: Path, tmp_path: Path) -> None:
    """In the pages, the head, the spans and every file."""
    headline = plain(" ".join(text for text in HOSTILE if not set("{}\\\u202e") & set(text)))
    written = headline
    for character in "%&#_$":
        written = written.replace(character, f"\\{character}")
    path = minimal / "data" / "references.bib"
    text = path.read_text(encoding="utf-8").replace("The lamp is lit again", written)
    path.write_text(text, encoding="utf-8")
    done = dossier("build", "--root", minimal, "--output", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    found = pages(tmp_path / "site")
    key = "2024-05-01-harbour-news"
    page = found[f"sources/{key}/index.html"]
    assert [plain(one.get("content")) for one in page.all("meta") if one.get("name") == "DC.title"] == [
        headline
    ]
    assert headline in plain(next(page.all("p", "d-citation")).text)
    [span] = found["bibliography/index.html"].all("span", "Z3988")
    assert parse_qs(span.get("title"))["rft.title"] == [headline]
    assert [one.get("src") for one in page.all("script")].count("") == [
        one.get("src") for one in found["index.html"].all("script")
    ].count("")
    files = tmp_path / "site" / "data" / "references"
    assert plain(read((files / f"{key}.bib").read_text(encoding="utf-8"))[key].fields["title"]) == headline
    assert read_ris((files / f"{key}.ris").read_bytes().decode())[0]["title"] == headline
    assert json.loads((files / f"{key}.json").read_text(encoding="utf-8"))[0]["title"] == headline
    assert elements(page.html)[0].tag == "html"


def test_the_page_of_an_article_is_not_the_article(composed: Built) -> None:
    page = composed.pages["en"]["sources/2025-10-28-washington-invitation"]
    line = "".join(run.text for run in composed.cited(page).runs)
    assert f"{page.title} (annotated article)" in line
