"""What the scripts of an index say is what the documents say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.search.documents import Document, Section
from dossier.search.files import base36, index_files
from dossier.search.folding import key, words
from dossier.search.index import make_index, weigh
from tests.searching import Read, postings

KINDS = {"people": "People", "sources": "Sources"}
ADA = Document(
    "people/ada-reed/",
    "Ada Reed",
    "people",
    "Harbour master.",
    names=("Ada Reed", "Ада Рид"),
    aliases=("ADA REED", "The Harbour Master"),
    sections=(Section("summary", "", "Ada Reed runs the harbour."),),
    mentions={"sources/news/": 3, "sources/old/": 1},
)
NEWS = Document(
    "sources/news/",
    "The harbour grows",
    "sources",
    "A third pier.",
    sections=(
        Section("p1", "¶1", "Рид \u2028 открыла «</script>» пирс.", "ru"),
        Section("p2", "¶2", "Пирс построен.", "ru"),
    ),
    language="ru",
    year=2031,
)
OLD = Document(
    "sources/old/", "Old news", "sources", sections=(Section("p1", "¶1", "Nothing new."),), year=2029
)


def read(*documents: Document) -> Read:
    return Read.of(dict(index_files(make_index(documents, list(KINDS)), KINDS, {"all": "all"})))


def test_pages_stand_by_kind_and_the_newest_first() -> None:
    index = read(OLD, NEWS, ADA)
    assert [row[0] for row in index.titles] == ["people/ada-reed/", "sources/news/", "sources/old/"]
    assert index.values["start"]["runs"] == [[0, "", 0, 1], [1, "ru", 2031, 1], [1, "", 2029, 1]]


def test_names_of_every_language_lead_to_the_entity() -> None:
    index = read(ADA, NEWS, OLD)
    for word in ("Reed", "Рида", "Master"):
        assert index.named(key(word)) == {"people/ada-reed/"}
    assert index.terms[key("Master")][0] == "0.2.3.a", "an alias is marked, and its words are counted"
    assert index.terms[key("Reed")][0] == "0.0.2", "“ADA REED” has the same keys and is not told twice"


def test_mentions_lead_to_the_articles() -> None:
    index = read(ADA, NEWS, OLD)
    assert dict(postings(index.titles[0][3])) == {1: weigh(3), 2: weigh(1)}


def test_texts_come_back_letter_for_letter() -> None:
    index = read(ADA, NEWS, OLD)
    assert index.texts[1][0] == ["p1", "¶1", "Рид \u2028 открыла «</script>» пирс.", "ru"]


def test_every_word_of_a_text_leads_to_its_page() -> None:
    index = read(ADA, NEWS, OLD)
    for document in (ADA, NEWS, OLD):
        for section in document.sections:
            for word in words(section.text):
                assert document.location in index.pages(key(word))


def test_beginnings_of_shards_are_where_they_begin() -> None:
    texts = [
        Document(f"sources/n{n}/", f"n{n}", "sources", sections=(Section("p1", "", f"слово{n} " * 900),))
        for n in range(200)
    ]
    index = read(*texts)
    start = index.values["start"]
    shards = list(index.shards("t"))
    assert [shard.split("|")[0] for shard in shards] == start["terms"] == sorted(start["terms"])
    assert [shard.split("\n")[0] for shard in index.shards("e")] == start["ends"]
    assert len(start["texts"]) > 10
    assert len(index.texts) == len(index.titles) == start["pages"] == 200
    assert {one[::-1] for shard in index.shards("e") for one in shard.split("\n")} == set(index.terms)


@given(st.integers(min_value=0, max_value=10**9))
def test_numbers_are_read_as_they_are_written(number: int) -> None:
    assert int(base36(number), 36) == number
