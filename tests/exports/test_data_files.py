"""The project's own data files: they fit their schemas, and say what the record says."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dossier.model import Evidence
from tests.exports.dossiers import NAMES, URL, composed, files, read, resolved
from tests.reading import pages

ENDINGS = (".json", ".jsonl", ".bib", ".ris", "feed.xml")
OWN = ("entities", "claims", "sources")
dossiers = pytest.mark.parametrize("name", NAMES)


@dossiers
@pytest.mark.parametrize("which", OWN)
@pytest.mark.parametrize("url", ["", URL], ids=["nowhere", "on the web"])
def test_a_file_fits_the_schema_beside_it(name: str, which: str, url: str) -> None:
    data = read(name, f"{which}.json", url)
    schema = read(name, data["$schema"], url)
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    assert data[which]
    assert data["languages"] == list(composed(name).index.dossier.settings.languages)


@pytest.mark.parametrize(
    ("which", "spoil"),
    [
        ("claims", lambda data: data["claims"][0].pop("evidence")),
        ("claims", lambda data: data["claims"][0].update(status="true")),
        ("claims", lambda data: data["claims"][0]["evidence"][0].update(start=-1)),
        ("entities", lambda data: data["entities"][0].update(name="x")),
        ("entities", lambda data: data["entities"][0]["names"].update(en="")),
        ("sources", lambda data: data["sources"][0].update(sha256="0")),
    ],
)
def test_the_schemas_find_mistakes(which: str, spoil: Any) -> None:
    data = json.loads(json.dumps(read("harsh", f"{which}.json")))
    spoil(data)
    assert not Draft202012Validator(read("harsh", f"{which}.schema.json")).is_valid(data)


def words(item: dict[str, Any], key: str = "text") -> dict[str, str]:
    """A text as it was recorded, from its plain words and, where that differs, its marks."""
    found: dict[str, str] = item.get(key, {}) | item.get(f"{key}_markup", {})
    return found


def quotation(item: dict[str, Any], text: str) -> tuple[Any, ...]:
    """What an item quotes; its offsets cut just these words out of the article."""
    assert text[item["start"] : item["end"]] == item["quotation"]
    return item["source"], item["paragraph"], item["quotation"], item["said_by"]


def recorded(found: Evidence) -> tuple[Any, ...]:
    return found.source, found.paragraph, found.text, list(found.said_by)


@dossiers
def test_claims_say_what_is_recorded(name: str) -> None:
    articles = {item["key"]: item["text"] for item in read(name, "sources.json")["sources"]}
    claims = composed(name).index.dossier.claims()
    items = read(name, "claims.json")["claims"]
    assert [item["id"] for item in items] == [claim.id for claim in claims]
    for item, claim in zip(items, claims, strict=True):
        assert words(item) == dict(claim.text)
        assert (item["source"], item["date"], item["status"]) == (claim.source, claim.date, claim.status)
        assert item["current_status"] == claim.current_status
        assert (item["about"], item["said_by"]) == (list(claim.about), list(claim.said_by))
        for key in ("contradicts", "supersedes"):
            assert item.get(key, []) == list(getattr(claim, key))
        assert item.get("date_as_said", {}).get("id", "") == claim.dated_by
        found = [quotation(one, articles[one["source"]]) for one in item["evidence"]]
        assert found == [recorded(one) for one in claim.evidence]
        changes = item.get("changes", [])
        assert [(one["date"], one["status"], words(one)) for one in changes] == [
            (change.date, change.status, dict(change.text)) for change in claim.changes
        ]
        found = [quotation(e, articles[e["source"]]) for one in changes for e in one["evidence"]]
        assert found == [recorded(e) for change in claim.changes for e in change.evidence]


@dossiers
def test_articles_come_back_whole(name: str) -> None:
    dossier = composed(name).index.dossier
    for item in read(name, "sources.json")["sources"]:
        source = dossier.sources[item["key"]]
        assert (item["text"], item["sha256"], item["date"]) == (source.text, source.sha256, source.date)
        assert item["language"] == source.language
        cut = [source.text[one["start"] : one["end"]] for one in item["paragraphs"]]
        assert cut == [paragraph.text for paragraph in source.paragraphs]
        translated = {
            (language, one["paragraph"]): (one["text"], one.get("by", ""), one.get("of", ""))
            for language, paragraphs in item.get("translations", {}).items()
            for one in paragraphs
        }
        assert translated == {
            (language, one.number): (one.text, one.by, one.of)
            for (language, key), translation in dossier.translations.items()
            if key == source.key
            for one in translation.paragraphs
        }


@dossiers
def test_entities_say_what_is_recorded(name: str) -> None:
    made = composed(name)
    dossier, mentions = made.index.dossier, made.linked.of_entity()
    items = read(name, "entities.json")["entities"]
    assert [item["id"] for item in items] == list(dossier.entities)
    for item in items:
        entity = dossier.entities[item["id"]]
        assert item["names"] == dict(entity.names)
        assert item.get("aliases", {}) == {key: list(found) for key, found in entity.aliases.items() if found}
        assert (item["kind"], item.get("gender", "")) == (entity.kind, entity.gender)
        assert words(item, "summary") == dict(entity.summary)
        assert item["mentions"] == len(mentions.get(entity.id, []))
        assert [(one["field"], one.get("value", one.get("text"))) for one in item.get("facts", [])] == [
            (fact.field, dict(fact.words) or fact.value) for fact in entity.facts
        ]
        roles = [
            (one["title"], one.get("office", ""), one.get("of", ""), one.get("from", ""), one.get("to", ""))
            for one in item.get("roles", [])
        ]
        assert roles == [(dict(one.title), one.office, one.of, one.start, one.end) for one in entity.roles]
        supported = [*item.get("roles", []), *item.get("facts", [])]
        bases = [*(role.basis for role in entity.roles), *(fact.basis for fact in entity.facts)]
        for told, basis in zip(supported, bases, strict=True):
            cited = [(one["source"], one.get("paragraph", 0)) for one in told.get("cite", [])]
            assert cited == [(one.source, one.paragraph) for one in basis.cite]
            assert ("basis" in told) == basis.background


def test_texts_are_plain_and_their_marks_stand_beside_them() -> None:
    [item, *_] = read("harsh", "claims.json")["claims"]
    assert item["text"] == {"en": 'She sold Vesna & </script> "it is done" ]]> 🎭.'}
    assert item["text_markup"] == {"en": 'She **sold** [[vesna]] & </script> "it is done" ]]> 🎭.'}


def test_a_translation_that_is_not_current_says_so() -> None:
    found = read("translated", "sources.json")["sources"]
    states = {one["state"] for item in found for said in item["translations"].values() for one in said}
    assert states >= {"current", "stale", "machine"}
    texts = [*read("translated", "claims.json")["claims"], *read("translated", "entities.json")["entities"]]
    assert any(key.endswith("_states") for item in texts for key in item)


@dossiers
@pytest.mark.parametrize("offline", [False, True], ids=["hosted", "offline"])
def test_addresses_lead_to_pages(name: str, offline: bool) -> None:
    """Relative ones, where nobody has said where the site stands; else those on the web, offline too."""
    made = composed(name, offline=offline)
    known = {made.site.url(language, path) for language, pages in made.pages.items() for path in pages}
    for which in OWN:
        text = files(name, offline=offline)[f"data/{which}.json"]
        for item in json.loads(text)[which]:
            for page in item.get("pages", {}).values():
                assert resolved(f"data/{which}.json", page) in known
    if offline:
        on_the_web = files(name, URL, offline=True)
        assert on_the_web == files(name, URL)


@dossiers
def test_every_file_is_told_of_on_the_home_page_or_beside_it(name: str) -> None:
    """What is in the site is announced, and the other way round."""
    made = composed(name)
    head = made.home_head(made.site.languages[0], "")
    told = [file for file in files(name) if f'"{file}"' in head]
    rest = [PurePosixPath(file).name for file in files(name) if file not in told]
    assert len(told) == 5
    assert all(one == "feed.xml" or one.endswith(".schema.json") for one in rest)


def test_the_same_record_gives_the_same_bytes() -> None:
    assert dict(composed("harsh").files()) == files("harsh")


def test_the_page_on_data_lists_every_file(site: Path) -> None:
    """Those of the bibliography too, which have files for single references beside them."""
    page = pages(site)["ru/exports/index.html"]
    told = {resolved(page.file, link) for link in page.links() if link.endswith(ENDINGS)}
    written = {path.relative_to(site).as_posix() for path in (site / "data").glob("*.*")}
    assert told == written | {"mentions.jsonl", "ru/feed.xml"}
