"""Registers: whole and in order without a script, and saying of each row by what it can be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.build import Built, build
from dossier.i18n.collation import sort_key
from dossier.pages.registers import GLANCE, RegisterBody, RegisterRow
from dossier.search.folding import skeleton, words
from tests.dossiers import PROJECT, assemble
from tests.reading import pages

LANGUAGES = ("en", "ru", "uk")


@pytest.fixture(scope="module")
def composed() -> Built:
    built, _ = build(PROJECT)
    assert built is not None
    return built


@pytest.fixture(scope="module")
def registers(composed: Built) -> list[tuple[str, str, RegisterBody]]:
    """Language, path and body of every register."""
    return [
        (language, page.path, page.body)
        for language in LANGUAGES
        for page in composed.pages[language].values()
        if isinstance(page.body, RegisterBody)
    ]


def row_of(composed: Built, language: str, path: str) -> RegisterRow:
    body = composed.pages[language][path.partition("/")[0]].body
    assert isinstance(body, RegisterBody)
    return next(row for row in body.rows if row.link.target.path == path)


def test_every_entry_and_source_has_its_row(composed: Built, registers: list[tuple[str, str, RegisterBody]]):
    dossier = composed.index.dossier
    everything = {f"{dossier.kinds[one.kind].section}/{one.id}" for one in dossier.entities.values()}
    everything |= {f"sources/{key}" for key in dossier.sources}
    for language in LANGUAGES:
        listed = [row.link.target.path for of, _, body in registers if of == language for row in body.rows]
        assert sorted(listed) == sorted(everything)


def test_a_row_is_found_by_every_name_in_every_script(composed: Built):
    for entity in composed.index.dossier.entities.values():
        section = composed.index.dossier.kinds[entity.kind].section
        keys = row_of(composed, "en", f"{section}/{entity.id}").keys.split()
        for _, name in entity.called():
            assert {skeleton(word) for word in words(name)} <= set(keys), name


def test_rows_are_counted_as_the_pages_count(composed: Built):
    index = composed.index
    for entity in index.dossier.entities.values():
        row = row_of(composed, "ru", f"{index.dossier.kinds[entity.kind].section}/{entity.id}")
        assert row.mentions == len(index.mentions_of.get(entity.id, ()))
        assert row.claims == len(index.claims_about.get(entity.id, ()))


def test_an_office_says_the_same_of_a_country_as_a_fact(composed: Built):
    """Who is president of a country is found under it, whether or not the record names the country too."""
    for entity in composed.index.dossier.entities.values():
        for role in entity.roles:
            if role.of and entity.kind == "person":
                row = row_of(composed, "en", f"people/{entity.id}")
                assert ("by-country", role.of) in row.chosen


def test_choices_are_those_of_the_rows_with_their_counts(registers: list[tuple[str, str, RegisterBody]]):
    assert any(body.choices for _, _, body in registers)
    for language, path, body in registers:
        for choice in body.choices:
            said = [option.words for option in choice.options]
            assert said == sorted(said, key=lambda words: sort_key(words, language)), (language, path)
            for option in choice.options:
                having = sum((choice.id, option.value) in row.chosen for row in body.rows)
                assert having == option.count > 0
        offered = {(choice.id, one.value) for choice in body.choices for one in choice.options}
        assert len(body.choices) == len({id_ for id_, _ in offered})


def test_dates_are_ranked_by_time_and_what_is_unknown_has_no_rank(composed: Built):
    body = composed.pages["en"]["summits"].body
    assert isinstance(body, RegisterBody)
    place = [column.id for column in body.columns].index("by-date")
    facts = composed.index.dossier.entities
    dates = {row.link.target.path.rpartition("/")[2]: row.cells[place].order for row in body.rows}
    stated = {id_: fact.value for id_ in dates for fact in facts[id_].facts if fact.field == "date"}
    known = sorted((id_ for id_ in dates if stated.get(id_, "unknown") != "unknown"), key=stated.__getitem__)
    assert [dates[id_] for id_ in known] == sorted(dates[id_] or 0 for id_ in known)
    assert all(dates[id_] is None for id_ in dates if id_ not in known)


def test_controls_stand_in_the_page_where_they_help(site: Path):
    """A script that puts them in later would move what is being read."""
    html = pages(site)
    for language in LANGUAGES:
        for section in ("people", "summits", "sources"):
            page = html[f"{'' if language == 'en' else f'{language}/'}{section}/index.html"]
            rows = [one for one in page.all("tr") if "data-keys" in one.attributes]
            is_long = len(rows) > GLANCE
            assert len(list(page.all("form", "d-narrow"))) == is_long
            buttons = [one for one in page.all("button") if any(outer.tag == "thead" for outer in one.inside)]
            assert bool(buttons) == is_long
            assert all("disabled" in one.attributes for one in buttons)


def test_another_dossier_has_columns_and_choices_of_its_own_fields(tmp_path: Path):
    built, _ = build(assemble("companies", tmp_path / "companies"))
    assert built is not None
    fields = {f"by-{field.id}" for kind in built.index.dossier.kinds.values() for field in kind.fields} | {
        "role",
        "of",
        "language",
    }
    found = set()
    for pages_ in built.pages.values():
        for page in pages_.values():
            if isinstance(page.body, RegisterBody):
                found |= {column.id for column in page.body.columns}
                found |= {choice.id for choice in page.body.choices}
    assert found
    assert found <= fields
