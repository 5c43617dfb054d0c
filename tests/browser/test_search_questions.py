"""Questions to an invented dossier lead where they should, in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from dossier.search.documents import Document, Section
from dossier.search.files import index_files
from dossier.search.index import make_index
from mkdocs_edge.search import all_lemmas
from tests.browser.chromium import Windows
from tests.browser.sites import ROOT

GIVEN = yaml.safe_load((ROOT / "tests/search/questions.yml").read_text(encoding="utf-8"))
SCRIPTS = ("folding", "index", "near", "ranking", "excerpts", "query")
ASK = """async ([folder, question]) => {
  await dossierSearch.setup(folder);
  const items = await (await dossierSearch.search(question, {})).items(10, 0);
  return items.map(item => item[0].location);
}"""


def documents() -> Iterator[Document]:
    for address, entity in GIVEN["entities"].items():
        yield Document(
            address,
            entity["title"],
            "entities",
            tuple(entity["names"]),
            tuple(entity.get("aliases", ())),
            (Section("summary", "", "An entry."),),
            mentions=entity["mentions"],
        )
    for address, article in GIVEN["articles"].items():
        section = Section("p1", "¶1", article["text"], article["language"])
        yield Document(
            address,
            f"Article {address}",
            "articles",
            sections=(section,),
            language=article["language"],
            translated=article.get("translated", False),
            year=article["year"],
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index with the scripts that read it, and a page that loads these."""
    made = tmp_path_factory.mktemp("questions")
    index = make_index(documents(), ["entities", "articles"], "ru", all_lemmas)
    for name, text in index_files(index, {"entities": "Entities", "articles": "Articles"}, {}):
        (made / name).write_text(text, encoding="utf-8")
    source = ROOT / "theme/assets/javascripts/search"
    scripts = "".join(f'<script src="{(source / name).as_uri()}.js"></script>' for name in SCRIPTS)
    (made / "page.html").write_text(f'<meta charset="utf-8">{scripts}', encoding="utf-8")
    return made


@pytest.fixture
def page(folder: Path, windows: Windows) -> Page:
    return windows.get().open((folder / "page.html").as_uri())


def cases() -> list[Any]:
    return [
        pytest.param(question, wanted, id=f"{claim}: {question}")
        for claim, questions in GIVEN["questions"].items()
        for question, wanted in questions.items()
    ]


@pytest.mark.parametrize(("question", "wanted"), cases())
def test_a_question_leads_where_it_should(question: str, wanted: list[str], page: Page, folder: Path) -> None:
    found = page.evaluate(ASK, [f"{folder.as_uri()}/", question])
    assert found[: len(wanted)] == wanted, found


@pytest.mark.parametrize("question", GIVEN["nothing"])
def test_nothing_is_found_where_nothing_is(question: str, page: Page, folder: Path) -> None:
    assert page.evaluate(ASK, [f"{folder.as_uri()}/", question]) == []
