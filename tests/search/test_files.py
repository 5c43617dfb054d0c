"""What the scripts of an index say is what the documents say."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.search.documents import Document, Section
from dossier.search.files import MOST_PAGES, base36, index_files
from dossier.search.folding import key, words
from dossier.search.index import make_index, weigh
from tests.searching import Read, postings

KINDS = {"people": "People", "sources": "Sources"}
ADA = Document(
    "people/ada-reed/",
    "Ada Reed",
    "people",
    names=("Ada Reed", "Ада Рид"),
    aliases=("ADA REED", "The Harbour Master"),
    sections=(Section("summary", "", "Ada Reed runs the harbour."),),
    mentions={"sources/news/": 3, "sources/old/": 1},
)
NEWS = Document(
    "sources/news/",
    "The harbour grows",
    "sources",
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
    assert index.addresses == ["people/ada-reed/", "sources/news/", "sources/old/"]
    assert index.values["start"]["runs"] == [[0, "", 0, 1, 0], [1, "ru", 2031, 1, 0], [1, "", 2029, 1, 0]]


def test_names_of_every_language_lead_to_the_entity() -> None:
    index = read(ADA, NEWS, OLD)
    for word in ("Reed", "Рида", "Master"):
        assert index.named(key(word)) == {"people/ada-reed/"}
    assert index.terms[key("Master")][0] == "0.2.3.a", "an alias is marked, and its words are counted"
    assert index.terms[key("Reed")][0] == "0.0.2", "“ADA REED” has the same keys and is not told twice"


def test_mentions_lead_to_the_articles() -> None:
    index = read(ADA, NEWS, OLD)
    address, title, mentions = index.pages[0]
    assert (address, title) == ("people/ada-reed/", "Ada Reed")
    assert dict(postings(mentions)) == {1: weigh(3), 2: weigh(1)}
    assert not index.pages[1][2], "only entities are mentioned"


def test_texts_come_back_letter_for_letter() -> None:
    index = read(ADA, NEWS, OLD)
    assert index.texts[1][0] == ["p1", "¶1", "Рид \u2028 открыла «</script>» пирс.", "ru"]


def test_every_word_of_a_text_leads_to_its_page() -> None:
    index = read(ADA, NEWS, OLD)
    for document in (ADA, NEWS, OLD):
        for section in document.sections:
            for word in words(section.text):
                assert document.location in index.holding(key(word))


def test_beginnings_of_shards_are_where_they_begin() -> None:
    texts = [
        Document(f"sources/n{n}/", f"n{n}", "sources", sections=(Section("p1", "", f"слово{n} " * 900),))
        for n in range(200)
    ]
    index = read(*texts)
    start = index.values["start"]
    shards = list(index.shards("t"))
    assert [shard.split("|")[0] for shard in shards] == start["terms"] == sorted(start["terms"])
    assert [shard.split("\n")[0] for shard in index.shards("k")] == start["keys"]
    assert [shard.split("\n")[0] for shard in index.shards("e")] == start["ends"]
    assert len(start["texts"]) > 10
    assert len(index.pages) == len(index.texts) == start["pages"] == 200
    assert set(index.keys) == set(index.terms)
    ends = [line for shard in index.shards("e") for line in shard.split("\n")]
    assert {re.split("[+-]", line)[0][::-1] for line in ends} == set(index.terms)


def test_a_word_of_very_many_pages_leads_to_those_where_it_weighs_most() -> None:
    texts = [
        Document(f"sources/n{n}/", f"n{n}", "sources", sections=(Section("p1", "", "pier " * (n % 7 + 1)),))
        for n in range(MOST_PAGES * 2)
    ]
    weights = list(read(*texts).holding(key("pier")).values())
    assert len(weights) == MOST_PAGES
    assert min(weights) > weigh(1)


def test_files_stay_few_however_long_the_texts() -> None:
    texts = [
        Document(f"sources/n{n}/", f"n{n}", "sources", sections=(Section("p1", "", f"{n} слово " * 400),))
        for n in range(4000)
    ]
    files = list(index_files(make_index(texts, list(KINDS)), KINDS, {}))
    assert 800 < len(files) < 1500


def test_articles_on_one_subject_stand_side_by_side() -> None:
    articles = [Document(f"sources/n{n}/", f"n{n}", "sources", sections=ADA.sections) for n in range(9)]
    about = {
        who: Document(
            f"people/{who}/", who, "people", names=(who,), mentions={f"sources/n{n}/": 2 for n in where}
        )
        for who, where in {"odd": range(1, 9, 2), "even": range(0, 9, 2)}.items()
    }
    found = [
        address.split("/")[1]
        for address in read(*about.values(), *articles).addresses
        if "sources" in address
    ]
    assert found == ["n0", "n2", "n4", "n6", "n8", "n1", "n3", "n5", "n7"]


def test_forms_of_a_word_lead_to_its_lemma_where_the_dictionary_knows_it() -> None:
    """«дня» has another key than «день»; the pages of either are found by both."""
    one = Document("sources/one/", "1", "sources", sections=(Section("p1", "", "До конца дня.", "ru"),))
    two = Document("sources/two/", "2", "sources", sections=(Section("p1", "", "День прошёл.", "ru"),))
    bases = {"дня": ["день"], "день": ["день"]}
    index = make_index([one, two], list(KINDS), "", lambda word, _: bases.get(word, ()))
    written = Read.of(dict(index_files(index, KINDS, {})))
    assert set(written.holding(key("день"))) == {"sources/one/", "sources/two/"}
    assert set(written.holding(key("дня"))) == {"sources/one/"}
    assert written.keys[key("дня")].endswith(f">{key('день')}")
    assert ">" not in written.keys[key("день")]


@given(st.integers(min_value=0, max_value=10**9))
def test_numbers_are_read_as_they_are_written(number: int) -> None:
    assert int(base36(number), 36) == number
