"""The Web Annotation collection, read back by a JSON-LD processor with the working group's own context."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import pytest
from pyld import jsonld

from dossier.exports.web_annotation import AROUND, CONTEXT
from dossier.model import Note, SaidDate
from tests.exports.dossiers import NAMES, URL, composed, read
from tests.exports.samples import HERE

OA = "http://www.w3.org/ns/oa#"
VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
LANGUAGE = "http://purl.org/dc/elements/1.1/language"
dossiers = pytest.mark.parametrize("name", NAMES)


def load(url: str, _: object) -> dict[str, Any]:
    """The context that stands beside this file, and nothing from anywhere else."""
    assert url == CONTEXT
    document = json.loads((HERE / "anno.jsonld").read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": url, "document": document}


@lru_cache(maxsize=16)
def expanded(name: str) -> dict[str, Any]:
    options = {"documentLoader": load, "base": f"{URL}data/annotations.json"}
    [found] = jsonld.expand(read(name, "annotations.json", URL), options)
    made: dict[str, Any] = found
    return made


def ends(value: Any) -> list[str]:
    """Every key of the document, at whatever depth."""
    if isinstance(value, list):
        return [key for item in value for key in ends(item)]
    if isinstance(value, dict):
        return [*value, *(key for item in value.values() for key in ends(item))]
    return []


def only(value: Any) -> Any:
    """The single value of a property of an expanded document."""
    [one] = value
    return one.get("@value", one.get("@id", one))


def items_of(name: str) -> list[dict[str, Any]]:
    whole = expanded(name)
    [page] = next(value for key, value in whole.items() if key.endswith("first"))
    [items] = next(value for key, value in page.items() if key.endswith("items"))
    found: list[dict[str, Any]] = items["@list"]
    return found


def selected(item: dict[str, Any]) -> tuple[str, str, int, int]:
    """Source page, exact words, start and end."""
    [target] = item[f"{OA}hasTarget"]
    quote, position = target[f"{OA}hasSelector"]
    assert quote["@type"] == [f"{OA}TextQuoteSelector"]
    assert position["@type"] == [f"{OA}TextPositionSelector"]
    ends_ = [only(position[f"{OA}{end}"]) for end in ("start", "end")]
    return only(target[f"{OA}hasSource"]), only(quote[f"{OA}exact"]), ends_[0], ends_[1]


@dossiers
def test_the_context_knows_every_key(name: str) -> None:
    """A processor drops a key it has no meaning for, so none may be lost between here and its triples."""
    document = read(name, "annotations.json", URL)
    context = json.loads((HERE / "anno.jsonld").read_text(encoding="utf-8"))["@context"]
    assert set(ends(document)) - {"@context"} <= set(context)
    values = [value for key in ("type", "motivation", "purpose") for value in found(document, key)]
    assert set(values) <= set(context)
    compacted = jsonld.compact(expanded(name), CONTEXT, {"documentLoader": load, "graph": False})
    assert sorted(ends(compacted)) == sorted(ends(document))


def found(value: Any, key: str) -> list[str]:
    """The texts under a key, at whatever depth."""
    if isinstance(value, list):
        return [one for item in value for one in found(item, key)]
    if isinstance(value, dict):
        here = [value[key]] if isinstance(value.get(key), str) else []
        return here + [one for item in value.values() for one in found(item, key)]
    return []


@dossiers
def test_the_total_is_that_of_the_items_and_ids_are_unique(name: str) -> None:
    items = items_of(name)
    total = next(only(value) for key, value in expanded(name).items() if key.endswith("totalItems"))
    ids = [item["@id"] for item in items]
    assert total == len(items) == len(set(ids))
    assert all(id_.startswith(f"{URL}data/annotations.json#") for id_ in ids)


@dossiers
def test_selectors_find_the_words_in_the_article(name: str) -> None:
    made = composed(name, URL)
    language = made.site.languages[0]
    articles = {
        URL + made.site.url(language, f"sources/{key}"): source.text
        for key, source in made.index.dossier.sources.items()
    }
    for item in items_of(name):
        source, exact, start, end = selected(item)
        text = articles[source]
        assert text[start:end] == exact
        [target] = item[f"{OA}hasTarget"]
        quote = target[f"{OA}hasSelector"][0]
        around = [
            only(quote[f"{OA}{side}"]) if f"{OA}{side}" in quote else "" for side in ("prefix", "suffix")
        ]
        assert around == [text[max(0, start - AROUND) : start], text[end : end + AROUND]]


@dossiers
def test_mentions_lead_to_the_pages_of_whom_they_name(name: str) -> None:
    made = composed(name, URL)
    dossier, language = made.index.dossier, made.site.languages[0]
    told = sorted(
        (
            selected(item)[1],
            only(body[f"{OA}hasSource"]),
            item[f"{OA}motivatedBy"][0]["@id"].rpartition("#")[2],
        )
        for item in items_of(name)
        for body in item[f"{OA}hasBody"]
        if body.get("@type") == [f"{OA}SpecificResource"]
    )

    def page(entity: str) -> str:
        section = dossier.kinds[dossier.entities[entity].kind].section
        return URL + made.site.url(language, f"{section}/{entity}")

    assert told == sorted(
        (one.surface, page(one.entity), "linking" if one.manner == "meant" else "identifying")
        for one in made.linked.mentions
        if one.shown or one.manner == "meant"
    )


def texts(body: dict[str, Any]) -> list[tuple[str, str]]:
    """Language and text of a body, or of those a reader chooses from."""
    if body["@type"] == [f"{OA}Choice"]:
        [items] = next(value for key, value in body.items() if key.endswith("items"))
        return [said for one in items["@list"] for said in texts(one)]
    language = only(body[LANGUAGE]) if LANGUAGE in body else ""
    return [(language, only(body[VALUE]))]


@dossiers
def test_remarks_say_in_each_language_what_is_recorded(name: str) -> None:
    made = composed(name, URL)
    dossier = made.index.dossier
    told = {
        item["@id"].rpartition("#note-")[2]: [
            said for body in item.get(f"{OA}hasBody", []) for said in texts(body)
        ]
        for item in items_of(name)
        if "#note-" in item["@id"]
    }
    wanted = {}
    for key, source in dossier.sources.items():
        for remark in source.remarks():
            first = [(source.language, remark.reading)] if isinstance(remark, Note) and remark.reading else []
            first += [("", remark.means)] if isinstance(remark, SaidDate) else []
            wanted[f"{key}-{remark.id}"] = (first, dict(remark.text))
    assert told.keys() == wanted.keys()
    for id_, (first, text) in wanted.items():
        said = told[id_]
        assert said[: len(first)] == first
        rest = dict(said[len(first) :])
        assert rest.keys() == text.keys()
        unmarked = {code: words for code, words in text.items() if not set("[*\\\n_") & set(words)}
        assert {code: rest[code] for code in unmarked} == unmarked


def test_marks_are_taken_out_of_remarks() -> None:
    told = {one["id"].rpartition("#")[2]: one for one in read("harsh", "annotations.json")["first"]["items"]}
    body = told["note-2031-03-02-first-tags"]["body"]
    assert [one["value"] for one in body[1]["items"]] == ["Tags & </script> Olha Rud", "Теги ]]>"]
    assert told["note-2031-03-02-first-done"]["body"][0]["items"][0]["value"] == "Compare."
