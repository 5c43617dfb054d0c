"""What pages tell search engines, held to the vocabulary of schema.org itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import pytest
from pyld import jsonld

from dossier.build import Built
from dossier.exports.schema_org import CONTEXT
from tests.exports.dossiers import NAMES, URL, composed, resolved
from tests.exports.samples import HERE
from tests.reading import elements

VOCABULARY = json.loads((HERE / "schema-org.json").read_text(encoding="utf-8"))
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
dossiers = pytest.mark.parametrize("name", NAMES)
Item = dict[str, Any]


@cache
def wider(type_: str) -> frozenset[str]:
    """The type and all that it is a kind of; KeyError where schema.org has no such type."""
    return frozenset({type_}).union(*(wider(one) for one in VOCABULARY["types"][type_] if one != "Class"))


def told(head: str) -> Item:
    """The data of a head, which holds nothing else but ``meta`` elements."""
    found = elements(head)
    assert {one.tag for one in found} <= {"meta", "script"}
    [script] = [one for one in found if one.tag == "script"]
    assert script.get("type") == "application/ld+json"
    data: Item = json.loads(script.text)
    return data


@lru_cache(maxsize=32)
def heads(name: str, url: str = "") -> dict[str, Item]:
    """Address → data of every page that the records ask for, and of the homes."""
    made = composed(name, url)
    found = {
        made.site.url(language, path): told(made.head(page))
        for language, pages in made.pages.items()
        for path, page in pages.items()
    }
    homes = {made.site.url(code, ""): told(made.home_head(code, "About")) for code in made.site.languages}
    return found | homes


def faults(item: Item) -> Iterator[str]:
    """Whatever schema.org knows no type or property for, or that stands where it does not belong."""
    for key, values in item.items():
        if key.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(key)
        if known is None or not wider(item["@type"]) & set(known["domain"]):
            yield f"{item['@type']} has no {key}"
            continue
        for value in values if isinstance(values, list) else [values]:
            if not fits(value, set(known["range"])):
                yield f"{key} cannot be {value!r}"
            if isinstance(value, dict):
                yield from faults(value)


def fits(value: Any, range_: set[str]) -> bool:
    if isinstance(value, dict):
        return bool(wider(value["@type"]) & range_)
    if isinstance(value, int):
        return "Integer" in range_
    if "Text" in range_ or "URL" in range_:
        return isinstance(value, str) and bool(value)
    return "Date" in range_ and DATE.fullmatch(value) is not None


@dossiers
def test_types_and_properties_are_those_of_schema_org(name: str) -> None:
    assert [fault for item in heads(name).values() for fault in faults(item)] == []


@pytest.mark.parametrize(
    "item",
    [
        {"@type": "Place", "startDate": "2025"},
        {"@type": "Event", "startDate": "in spring"},
        {"@type": "Event", "begin": "2025"},
        {"@type": "Event", "location": {"@type": "Person"}},
        {"@type": "WebPage", "isPartOf": {"@type": "Person"}},
    ],
)
def test_the_vocabulary_finds_mistakes(item: Item) -> None:
    assert list(faults(item)) != []


def test_a_type_that_schema_org_does_not_have_is_noticed() -> None:
    with pytest.raises(KeyError):
        wider("Summit")


def load(url: str, _: object) -> Item:
    """The part of the context of schema.org that texts and references here need: its own names."""
    assert url == CONTEXT
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": {"@vocab": "http://schema.org/"}},
    }


@dossiers
def test_the_way_to_a_page_begins_at_home_and_ends_there(name: str) -> None:
    made = composed(name)
    for language, pages in made.pages.items():
        for path, page in pages.items():
            here = made.site.url(language, path)
            steps = heads(name)[here]["breadcrumb"]["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(page.crumbs) + 3))
            assert [step["name"] for step in steps[1:]] == [*(one.text for one in page.crumbs), page.title]
            assert resolved(here, steps[0]["item"]["@id"]) == made.site.url(language, "")
            assert resolved(here, steps[-1]["item"]["@id"]) == here


@dossiers
def test_a_processor_reads_all_of_it(name: str) -> None:
    """And resolves what pages of several languages are about to one and the same thing."""
    for url, item in heads(name).items():
        [found] = jsonld.expand(item, {"documentLoader": load, "base": URL + url})
        assert found["@id"] == f"{URL}{url}" + ("#site" if item["@type"] == "WebSite" else "")
        assert {key.rpartition("/")[2] for key in found if key[0] != "@"} == {k for k in item if k[0] != "@"}


def about(made: Built, path: str) -> list[Item]:
    """What the pages of a path, one in each language, say they are about."""
    found = heads_of(made)
    return [found[made.site.url(language, path)]["mainEntity"] for language in made.site.languages]


def heads_of(made: Built) -> dict[str, Item]:
    name = next(name for name in NAMES if composed(name) is made)
    return heads(name)


@dossiers
def test_entities_are_called_as_they_are_recorded(name: str) -> None:
    made = composed(name)
    dossier = made.index.dossier
    for id_, entity in dossier.entities.items():
        kind = dossier.kinds[entity.kind]
        path = f"{kind.section}/{id_}"
        for language, item in zip(made.site.languages, about(made, path), strict=True):
            assert item["@type"] == kind.schema_org
            assert item["name"] == entity.names[language]
            assert {item["name"], *item.get("alternateName", [])} == {text for _, text in entity.called()}
            assert resolved(made.site.url(language, path), item["@id"]) == made.site.url(
                made.site.languages[0], path
            )


@dossiers
def test_articles_are_those_of_the_record(name: str) -> None:
    made = composed(name)
    dossier, mentions = made.index.dossier, made.linked.mentions
    for key, source in dossier.sources.items():
        for item in about(made, f"sources/{key}"):
            assert (item["@type"], item["inLanguage"]) == ("NewsArticle", source.language)
            named = {one.entity for one in mentions if one.source == key}
            said = [one["@id"].removesuffix("/#this").rpartition("/")[2] for one in item.get("mentions", [])]
            assert sorted(said) == sorted(named)


def test_what_is_known_of_an_article_is_said_and_what_is_not_is_not() -> None:
    made = composed("harsh")
    first, second = about(made, "sources/2031-03-02-first")[0], about(made, "sources/2031-second")[0]
    assert first["headline"] == "Sold & gone <b>"
    assert first["author"] == [
        {"@type": "Person", "name": "Іван Kos"},
        {"@type": "Organization", "name": "News & Co"},
    ]
    assert first["publisher"] == {"@type": "Organization", "name": "The <i>Herald</i>"}
    assert (first["url"], first["datePublished"]) == ("https://herald.example/a?b=1&c=2", "2031-03-02")
    assert second["name"] == "[Не продано]", "a supplied headline is not the article's"
    assert not {"headline", "author", "publisher", "url", "datePublished"} & second.keys()


def test_facts_are_said_where_the_kind_names_a_property() -> None:
    made = composed("harsh")
    person, sale = about(made, "people/olha-rud")[0], about(made, "events/sale")[0]
    assert person["sameAs"] == "https://rud.example/?a=1&b=2"
    assert person["additionalName"] == '</script> & "O"'
    assert person["worksFor"] == {"@type": "Organization", "@id": "../../firms/vesna/#this", "name": "Vesna"}
    assert person["jobTitle"] == ["Director"], (
        "who held an office until then, or nobody knows when, does not hold it"
    )
    assert (sale["startDate"], sale["endDate"]) == ("2031-02", ["2031-03-02", "2031-04"])


def test_addresses_are_whole_where_the_site_has_one() -> None:
    for url, item in heads("harsh", URL).items():
        assert item["url"] == URL + url


def test_no_text_ends_its_element() -> None:
    """Names, titles and texts that hold ``</script>``, as the pages bring them."""
    made = composed("harsh")
    for pages in made.pages.values():
        for page in pages.values():
            head = made.head(page)
            assert head.count("<script") == head.count("</script") == 1
            assert "A & B" not in head
    assert "alert(1)" in json.dumps(heads("harsh"))
