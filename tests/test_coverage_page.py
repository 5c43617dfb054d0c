"""The page on translations tells of each article what can be read of it in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.build import Built, build
from dossier.compose import coverage
from dossier.i18n.fingerprint import fingerprint
from dossier.pages.translations import ArticleCell, TranslationsBody
from tests.dossiers import PROJECT, assemble


def body(built: Built, language: str) -> TranslationsBody:
    found = built.pages[language]["translations"].body
    assert isinstance(found, TranslationsBody)
    return found


@pytest.fixture(scope="module", params=["project", "translated"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = PROJECT
    if request.param != "project":
        root = assemble(request.param, tmp_path_factory.mktemp("coverage") / request.param)
    found, problems = build(root)
    assert found is not None, problems
    return found


def test_each_article_has_a_cell_for_each_language(built: Built) -> None:
    dossier = built.index.dossier
    languages = dossier.settings.languages
    for language in languages:
        articles = body(built, language).articles
        keys = [row.link.target.path.removeprefix("sources/") for row in articles.rows]
        assert keys == [*dossier.sources][::-1]
        for key, row in zip(keys, articles.rows, strict=True):
            for code, cell in zip(languages, row.cells, strict=True):
                assert cell == expected(built, key, code)


def expected(built: Built, key: str, code: str) -> ArticleCell:
    """A paragraph counts if it is translated as it stands now, by whomever."""
    dossier = built.index.dossier
    source = dossier.sources[key]
    total = len(source.paragraphs)
    if source.language == code:
        return ArticleCell("original", total, total)
    found = dossier.translations.get((code, key))
    current = {one.number: fingerprint(one.text) for one in source.paragraphs}
    done = [one for one in (found.paragraphs if found else ()) if one.of in ("", current[one.number])]
    return ArticleCell("whole" if len(done) == total else "part" if done else "none", len(done), total)


def test_every_article_is_counted_once_in_each_language(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage, "LISTED", 1)
    articles = body(built, built.index.dossier.settings.languages[0]).articles
    total = len(built.index.dossier.sources)
    assert [sum(counts) for counts in articles.counts] == [total] * len(articles.codes)
    assert len(articles.rows) + articles.others == total


def test_bars_fill_the_width_and_lead_to_their_language(built: Built) -> None:
    language = built.index.dossier.settings.languages[-1]
    page = built.pages[language]["translations"]
    html = built.fragment(page)
    rows: dict[str, float] = {}
    for y, width in re.findall(r'class="d-share-bar[^>]*? y="(\d+)" width="([\d.]+)%"', html):
        rows[y] = rows.get(y, 0) + float(width)
    assert rows
    assert all(abs(width - 100) < 0.05 for width in rows.values())
    for one in body(built, language).languages:
        assert f'<a href="#{one.code}"><text' in html


def test_nothing_is_said_of_languages_that_the_site_does_not_have(tmp_path: Path) -> None:
    found, _ = build(assemble("minimal", tmp_path / "minimal"))
    assert found is not None
    assert "translations" not in found.pages["en"]


def test_a_long_list_of_what_waits_is_folded(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    language = built.index.dossier.settings.languages[0]
    page = built.pages[language]["translations"]
    waiting = [one.waiting for one in body(built, language).languages]
    assert '<details class="d-year"' not in built.fragment(page)
    monkeypatch.setattr("dossier.pages.translations.UNFOLDED", max(waiting) - 1)
    assert built.fragment(page).count('<details class="d-year"') == waiting.count(max(waiting))
