"""BibTeX that goes out comes in again, by our reader and by pybtex."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pybtex.richtext import Text

from dossier.cite.parts import people
from dossier.cite.vocabulary import TYPES
from dossier.exports.bibtex import STANDARD, bibtex, entry
from dossier.model import UNKNOWN, Reference
from tests.exports.samples import HOSTILE, TEXTS, WHERE, plain, read, references, works

BIBLATEX = {
    *("article", "book", "collection", "incollection", "inproceedings", "misc", "online", "proceedings"),
    *("report", "thesis", "unpublished", "legislation"),
}
"""The types of biblatex's manual (2.1.1, 2.1.3) that are used here."""


def known(reference: Reference) -> Reference:
    """The reference without what nobody knows and without places."""
    persons = {role: tuple(people(reference, role)) for role in reference.persons}
    fields = {name: value for name, value in reference.fields.items() if value != UNKNOWN}
    named = {role: found for role, found in persons.items() if found}
    return replace(reference, fields=fields, persons=named, where=WHERE, places={})


def test_there_is_a_reference_of_every_type() -> None:
    assert {reference.type for reference in references().values()} == set(TYPES)


@pytest.mark.parametrize("key", references())
def test_a_reference_reads_back_as_it_was(key: str) -> None:
    reference = references()[key]
    assert known(read(entry(reference))[key]) == known(reference)


def test_pybtex_reads_the_whole_bibliography() -> None:
    data = parse_string(bibtex(works()), "bibtex")
    assert list(data.entries) == list(references())
    assert {one.type for one in data.entries.values()} == BIBLATEX
    titles = {key: str(Text.from_latex(one.fields["title"])) for key, one in data.entries.items()}
    assert titles == {key: reference.fields["title"] for key, reference in references().items()}
    authors = [str(person) for person in data.entries["lamp"].persons["author"]]
    assert authors == ["Рид, Ада", "{Музей гавани}"]


def test_a_type_that_others_lack_is_written_as_the_nearest_they_have() -> None:
    assert set(STANDARD) == {"newspaper", "post", "pressrelease", "interview", "broadcast", "manuscript"}
    text = entry(references()["lamp"])
    assert text.startswith("@article{lamp,\n  entrysubtype = {newspaper},\n")


def test_what_nobody_knows_is_not_said() -> None:
    text = bibtex(works())
    assert "unknown" not in text
    assert "{}," not in text


def test_a_supplied_headline_keeps_its_brackets() -> None:
    assert "title = {[The pier]}" in entry(references()["pier"])


@given(title=TEXTS, publisher=TEXTS)
def test_any_text_comes_back(title: str, publisher: str) -> None:
    before = Reference("key", "book", {"title": title, "publisher": publisher}, {}, WHERE)
    after = read(entry(before))
    assert list(after) == ["key"]
    assert {name: plain(value) for name, value in after["key"].fields.items()} == {
        "title": plain(title),
        "publisher": plain(publisher),
    }


@given(st.lists(st.tuples(TEXTS, TEXTS | st.just("")), min_size=1, max_size=3))
def test_any_name_comes_back_in_one_piece(persons: list[tuple[str, str]]) -> None:
    after = read(entry(Reference("key", "book", {"title": "t"}, {"author": tuple(persons)}, WHERE)))
    found = [(plain(family), plain(given)) for family, given in after["key"].persons["author"]]
    assert found == [(plain(family), plain(given)) for family, given in persons]


@pytest.mark.parametrize("text", HOSTILE)
def test_braces_stand_in_pairs(text: str) -> None:
    """Programs that count braces, as BibTeX does, find the end of the entry where it is."""
    made = entry(Reference("key", "book", {"title": text, "url": text}, {"author": ((text, ""),)}, WHERE))
    depths = [made[:at].count("{") - made[:at].count("}") for at in range(1, len(made) + 1)]
    assert min(depths) >= 0
    assert depths[-1] == 0
    assert made.count("\n") == 5
