"""The validator that says yes or no agrees with the one that names faults, whatever a record holds."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dossier.check.faults import faults
from dossier.check.schema import Schema, entity_schema, kinds_schema, source_schema
from dossier.check.shape import Shape
from dossier.model import Field, Kind

LANGUAGES = ("en", "uk")
LABEL = {"en": "One", "uk": "Один"}
FIELDS = tuple(Field(f"a-{type_}", type_, LABEL, ("lamp",)) for type_ in ("text", "date", "entity", "url"))
KIND = Kind("lamp", "lamps", LABEL, LABEL, names="person", roles=True, fields=FIELDS)
CITED = {"cite": ["lamp-news p1"]}
SPAN = {"p": 1, "quote": "лампа", "nth": 2}
RECORDS: list[tuple[Schema, dict[str, Any]]] = [
    (
        kinds_schema(LANGUAGES),
        {
            "kinds": {
                "lamp": {
                    "section": "lamps",
                    "names": "term",
                    "marker": "wavy",
                    "roles": True,
                    "one": LABEL,
                    "many": LABEL,
                    "fields": {"made": {"type": "entity", "of": ["lamp"], "label": LABEL}},
                }
            },
            "offices": {"keeper": LABEL},
        },
    ),
    (
        entity_schema(KIND, LANGUAGES, ["keeper"]),
        {
            "names": LABEL | {"kk": "Шам"},
            "aliases": {"uk": ["Лампа"]},
            "summary": LABEL,
            "gender": "f",
            "roles": [
                {"title": LABEL, "office": "keeper", "of": "lamp", "from": "2025", "to": "unknown"} | CITED
            ],
            "facts": {
                "a-text": [{"value": LABEL, "basis": "background"}, {"value": "unknown"}],
                "a-date": [{"value": "2025-10-25/2025-10-27"} | CITED],
                "a-entity": [{"value": "lamp"} | CITED],
                "a-url": [{"value": "https://example.org"} | CITED],
            },
        },
    ),
    (
        source_schema(LANGUAGES, ["meeting"]),
        {
            "file": "a.txt",
            "language": "uk",
            "date": "2025-10-28",
            "credits": [SPAN | {"role": "photo", "name": "A"}],
            "relays": [SPAN | {"entity": "lamp"}],
            "mentions": [SPAN | {"entities": ["lamp"], "as": "role"}],
            "notes": [
                SPAN | {"id": "n-1", "kind": "sic", "reading": "x", "basis": "background", "text": LABEL}
            ],
            "dates": [SPAN | {"id": "d-1", "means": "../2025-10-28", "basis": "context", "text": LABEL}],
            "gaps": [SPAN | {"id": "g-1", "missing": "actor", "about": ["lamp"], "text": LABEL}],
            "claims": [
                {
                    "id": "c",
                    "about": ["lamp"],
                    "date": "2025",
                    "said_by": [],
                    "status": "denied",
                    "text": LABEL,
                    "evidence": [SPAN | {"source": "b", "said_by": ["lamp"]}],
                    "changes": [
                        {
                            "date": "2025-11",
                            "status": "withdrawn",
                            "text": LABEL,
                            "evidence": [SPAN | {"said_by": []}],
                        }
                    ],
                    "contradicts": ["d"],
                    "supersedes": ["e"],
                }
            ],
        },
    ),
]
TEXTS = ["", "x", "Ad-1", "a\n", "lamp\n", "2025-13", "2025~", "20٢5", "unknown", "en", "x" * 81, "role"]
ODD = st.sampled_from([*TEXTS, 0, -1, 3, True, False]) | st.sampled_from(
    [[], {}, ["lamp", "Ж"], {"en": "a", "uk": "b", "1": "c"}]
).map(copy.deepcopy)


def containers(value: Any) -> list[Any]:
    """Every list and map in a value that has something in it, itself included."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [one for part in inner for one in containers(part)]
    return [value, *found] if inner else found


@st.composite
def records(draw: st.DrawFn) -> tuple[Schema, Any]:
    """A sound record with some values replaced, removed or added anywhere."""
    schema, sound = draw(st.sampled_from(RECORDS))
    record = copy.deepcopy(sound)
    for _ in range(draw(st.integers(0, 2))):
        part = draw(st.sampled_from(containers(record)))
        key = draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        match draw(st.sampled_from(["replace", "remove", "add"])):
            case "replace":
                part[key] = draw(ODD)
            case "remove":
                del part[key]
            case _ if isinstance(part, dict):
                part[draw(st.sampled_from(["other", "Bad Key", "kk", "p", "basis"]))] = draw(ODD)
            case _:
                part.append(draw(ODD))
        if not containers(record):
            break
    return schema, record


def test_sound_records_fit() -> None:
    for schema, record in RECORDS:
        assert Shape(schema).fits(record)
        assert faults(record, schema) == []


@given(records())
def test_what_fits_is_what_has_no_fault(made: tuple[Schema, Any]) -> None:
    schema, record = made
    assert Shape(schema).fits(record) == (not faults(record, schema))
