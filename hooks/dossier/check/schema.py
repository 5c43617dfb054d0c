"""JSON Schemas (draft 2020-12) of every record, made from ``kinds.yml`` and the site's languages.

The same schemas check a build and are written to ``data/schema/`` for editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dossier import dates
from dossier.exports.follow_the_money import SCHEMATA
from dossier.i18n.fingerprint import PATTERN as FINGERPRINT
from dossier.model import UNKNOWN, Field, Kind

Schema = dict[str, Any]

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
LOCATOR = r"^[a-z0-9]+(-[a-z0-9]+)* p[1-9][0-9]*$"
FIELD_TYPES = ("text", "date", "entity", "url", "coordinates", "country")
NAME_TYPES = ("person", "proper", "term")
MARKERS = ("solid", "double", "dotted", "dashed", "wavy")
MANNERS = ("name", "role", "adjective", "description", "metonym", "sic", "meant")
NOTE_KINDS = ("sic", "correction", "context", "check")
CREDITS = ("photo", "text", "editor")
DATE_BASES = ("stated", "publication", "context", "background")
MISSING = ("actor", "date", "place", "number", "source", "subject", "outcome")
STATUSES = ("reported", "expected", "disputed", "denied", "corrected")
"""What a claim may be when it is first recorded."""
LATER_STATUSES = (*STATUSES, "confirmed", "fulfilled", "unfulfilled", "withdrawn")
"""What may become of it."""

MAX_ID = 80


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return len(text) <= MAX_ID and re.fullmatch(ID, text) is not None and not text.endswith("\n")


VISIBLE = r"[^\s\u00ad\u034f\u061c\u200b-\u200f\u2060-\u2064\ufeff]"
TEXT: Schema = {"type": "string", "pattern": VISIBLE, "description": "words that can be seen"}
MAX_TEXT = 20_000
"""Characters of one of our own texts in one language: a long chapter, and no flood."""
LIMITED: Schema = TEXT | {"maxLength": MAX_TEXT}
IDENTIFIER: Schema = {"type": "string", "pattern": ID, "maxLength": MAX_ID}
# A year alone is a number to editors, which read YAML by its own rules.
DATE: Schema = {"type": ["string", "integer"], "pattern": dates.PATTERN, "format": "edtf-level-1"}
CALENDAR_DATE: Schema = DATE | {"pattern": dates.CALENDAR_PATTERN, "format": "edtf-level-0"}
# Read as text here; editors, which read YAML by its own rules, see numbers.
DEGREES: Schema = {
    "type": ["string", "number"],
    "pattern": r"^-?[0-9]{1,3}(\.[0-9]{1,6})?$",
    "description": "degrees with a decimal point; south and west are negative",
}
COORDINATES: Schema = {
    "type": ["array", "string"],
    "items": DEGREES,
    "minItems": 2,
    "maxItems": 2,
    "pattern": f"^{UNKNOWN}$",
    "description": "latitude, then longitude:  [41.31, 69.28]",
}
COUNTRY: Schema = {
    "type": "string",
    "pattern": f"^([A-Z]{{2}}|{UNKNOWN})$",
    "description": "two letters of ISO 3166-1, such as KZ",
}
NUMBER: Schema = {"type": "integer", "minimum": 1}
FORMERLY: Schema = {
    "type": "array",
    "items": IDENTIFIER,
    "minItems": 1,
    "description": "ids that it had before, as  dossier rename  writes them; their addresses lead on to it",
}
TRUTH: Schema = {"type": "boolean"}


def one_of(values: Iterable[str], description: str = "") -> Schema:
    """A text out of a short list."""
    schema: Schema = {"type": "string", "enum": list(values)}
    return schema | ({"description": description} if description else {})


def listing(items: Schema, *, least: int = 0) -> Schema:
    """A list of alike values."""
    return {"type": "array", "items": items, "minItems": least}


def record(properties: dict[str, Schema], required: Iterable[str] = (), description: str = "") -> Schema:
    """A map with these keys and no others."""
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
    return schema | ({"description": description} if description else {})


def words(languages: Iterable[str], description: str = "") -> Schema:
    """A text in every language of the site, and in others where somebody has written it."""
    needed = list(languages)
    return {
        "type": "object",
        "title": "words",
        "description": description or "one text for each language",
        "properties": dict.fromkeys(needed, LIMITED),
        "required": needed,
        "propertyNames": {"pattern": LANGUAGE},
        "additionalProperties": LIMITED,
    }


def prose(languages: Iterable[str], description: str = "") -> Schema:
    """A text that is needed in the site's default language, the first, and translated into the others."""
    languages = tuple(languages)
    return words(languages, description) | {"required": list(languages[:1])}


def kinds_schema(languages: Iterable[str]) -> Schema:
    """``data/kinds.yml``."""
    label = words(languages)
    field = record(
        {
            "type": one_of(FIELD_TYPES),
            "of": listing(IDENTIFIER),
            "schema_org": _vocabulary("^[a-z][A-Za-z0-9]*$", "a property of schema.org, such as startDate"),
            "label": label,
        },
        ["type", "label"],
    )
    kind = record(
        {
            "section": IDENTIFIER,
            "names": one_of(NAME_TYPES, "how texts use the names of this kind"),
            "marker": one_of(MARKERS, "underline of mentions in articles"),
            "schema_org": _vocabulary("^[A-Z0-9][A-Za-z0-9]*$", "a type of schema.org, such as Person"),
            "ftm": one_of(SCHEMATA, "a schema of FollowTheMoney; leave the line out where none fits"),
            "roles": TRUTH,
            "one": label,
            "many": label,
            "fields": _open(field, FIELD_ID),
        },
        ["section", "names", "one", "many"],
    )
    interaction = record({"mutual": TRUTH, "label": label}, ["label"])
    return record(
        {
            "kinds": _open(kind, ID) | {"minProperties": 1},
            "offices": _open(label, ID),
            "interactions": _open(interaction, ID)
            | {"description": "what entities do to or with one another, such as an invitation"},
        },
        ["kinds"],
    )


def _vocabulary(pattern: str, description: str) -> Schema:
    """A name of schema.org, which grows with each of its releases: only its form is known here."""
    return {"type": "string", "pattern": pattern, "description": description}


FIELD_ID = r"^[a-z0-9]+([_-][a-z0-9]+)*$"


def _open(values: Schema, keys: str) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": keys}, "additionalProperties": values}


def entity_schema(kind: Kind, languages: Iterable[str], offices: Iterable[str]) -> Schema:
    """``data/<section>/<id>.yml``."""
    languages = tuple(languages)
    properties: dict[str, Schema] = {
        "names": words(languages, "the base form of the name in each language"),
        "aliases": {
            "type": "object",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": listing(TEXT),
            "description": "other base forms that texts use",
        },
    }
    if kind.names == "person":
        properties["gender"] = one_of(("m", "f"))
    if kind.roles:
        properties["roles"] = listing(_role(languages, offices))
    if kind.fields:
        properties["facts"] = record({f.id: listing(_fact(f, languages), least=1) for f in kind.fields})
    properties["summary"] = prose(languages, "a few sentences, each with its citation or [background]")
    properties["formerly"] = FORMERLY
    return record(properties, ["names", "summary"], f"a record of the kind “{kind.id}”")


def _role(languages: Iterable[str], offices: Iterable[str]) -> Schema:
    return record(
        {
            "title": words(languages, "the role as readers see it"),
            "office": one_of(offices),
            "of": IDENTIFIER,
            "from": CALENDAR_DATE,
            "to": CALENDAR_DATE,
        }
        | _BASIS,
        ["title"],
    )


_BASIS: dict[str, Schema] = {
    "cite": listing(
        {"type": "string", "pattern": LOCATOR, "description": "a paragraph is written  source-key p4"},
        least=1,
    )
    | {"description": "paragraphs this rests on"},
    "basis": one_of(("background",), "general knowledge from outside the sources"),
}


# The pattern holds for a text, everything else in the schema of words for a map.
_OR_UNKNOWN: Schema = {"type": ["object", "string"], "pattern": f"^{UNKNOWN}$"}


def _fact(field: Field, languages: Iterable[str]) -> Schema:
    value: Schema = {
        "text": words(languages) | _OR_UNKNOWN,
        "date": DATE,
        "entity": IDENTIFIER,
        "url": TEXT,
        "coordinates": COORDINATES,
        "country": COUNTRY,
    }[field.type]
    return record({"value": value} | _BASIS, ["value"])


def source_schema(languages: Iterable[str], interactions: Iterable[str]) -> Schema:
    """``data/sources/<key>.yml``; ``interactions`` are the ids of their kinds."""
    text = prose(languages)
    span: dict[str, Schema] = {
        "p": NUMBER | {"description": "the paragraph, counted from 1"},
        "quote": TEXT | {"description": "letter for letter as it stands in the paragraph"},
        "nth": NUMBER | {"description": "which one, where the quote occurs several times"},
    }
    place = ["p", "quote"]
    mention = span | {
        "entity": IDENTIFIER | {"description": "an id, or none"},
        "entities": listing(IDENTIFIER, least=1),
        "as": one_of(MANNERS),
    }
    named = {"id": IDENTIFIER} | span
    note = named | {
        "kind": one_of(NOTE_KINDS),
        "reading": TEXT,
        "basis": _BASIS["basis"],
        "text": text,
    }
    said_date = named | {
        "means": DATE | {"description": "the date in EDTF, no finer than the words bear"},
        "basis": one_of(
            DATE_BASES, "what says so: the words, the article’s date, other words, or general knowledge"
        ),
        "text": text,
    }
    gap = named | {
        "missing": one_of(MISSING, "what the article does not say"),
        "about": listing(IDENTIFIER, least=1) | {"description": "entities whose pages tell of it too"},
        "text": text,
    }
    return record(
        {
            "file": TEXT | {"description": "the article in seeds/"},
            "received": TEXT
            | {"description": "the file in seeds/received/ that the article’s text was taken from"},
            "language": {"type": "string", "pattern": LANGUAGE},
            "date": CALENDAR_DATE
            | {"description": "date of publication, where the article has no date header"},
            "credits": listing(
                record(span | {"role": one_of(CREDITS), "name": TEXT}, [*place, "role", "name"])
            ),
            "relays": listing(record(span | {"entity": IDENTIFIER}, [*place, "entity"])),
            "mentions": listing(record(mention, place)),
            "notes": listing(record(note, [*place, "id", "kind", "text"])),
            "dates": listing(record(said_date, [*place, "id", "means", "basis"])),
            "gaps": listing(record(gap, [*place, "id", "missing", "text"])),
            "claims": listing(_claim(text, span, interactions)),
            "formerly": FORMERLY,
        },
        ["file", "language"],
        "the editorial record of an article",
    )


def translation_schema() -> Schema:
    """``data/translations/<language>/<key>.yml``."""
    by = TEXT | {"description": "who translated: editors, a name, or machine"}
    paragraph: dict[str, Schema] = {
        "p": NUMBER | {"description": "the paragraph, counted from 1"},
        "of": {
            # Twelve digits without a letter are a number to editors, which read YAML by its own rules.
            "type": ["string", "number"],
            "pattern": f"^{FINGERPRINT}$",
            "description": "twelve digits (0-9, a-f) that  dossier i18n --accept  writes: what it translates",
        },
        "text": TEXT,
        "by": by,
    }
    return record(
        {"by": by, "paragraphs": listing(record(paragraph, ["p", "text"]), least=1)},
        ["by", "paragraphs"],
        "the translation of an article",
    )


def _claim(text: Schema, span: dict[str, Schema], interactions: Iterable[str]) -> Schema:
    """A claim; evidence of what became of it names its speakers, since the claim's are not meant there."""
    speakers = listing(IDENTIFIER) | {"description": "nearest speaker first; [] for the article itself"}
    evidence = {"source": IDENTIFIER} | span | {"said_by": speakers}
    change: dict[str, Schema] = {
        "date": CALENDAR_DATE | {"description": "from when the claim has this status"},
        "status": one_of(LATER_STATUSES),
        "text": text,
    }
    later_evidence = listing(record(evidence, ["p", "quote", "said_by"]), least=1)
    interaction = {
        "kind": one_of(interactions, "an id of the interactions in data/kinds.yml"),
        "by": listing(IDENTIFIER, least=1) | {"description": "who does it"},
        "to": listing(IDENTIFIER, least=1) | {"description": "to whom, or with whom"},
    }
    claim: dict[str, Schema] = {
        "id": IDENTIFIER,
        "about": listing(IDENTIFIER, least=1),
        "interactions": listing(record(interaction, list(interaction)), least=1),
        "date": DATE,
        "dated_by": IDENTIFIER | {"description": "the date of this record that it is read from"},
        "said_by": speakers,
        "status": one_of(STATUSES),
        "text": text,
        "evidence": listing(record(evidence, ["p", "quote"]), least=1),
        "changes": listing(record(change | {"evidence": later_evidence}, list(change)), least=1)
        | {"description": "what became of the claim, oldest first; added to, never rewritten"},
        "contradicts": listing(IDENTIFIER, least=1) | {"description": "claims that it cannot be true beside"},
        "supersedes": listing(IDENTIFIER, least=1) | {"description": "earlier claims whose place it takes"},
        "formerly": FORMERLY,
    }
    optional = ("interactions", "dated_by", "changes", "contradicts", "supersedes", "formerly")
    return record(claim, [key for key in claim if key not in optional])
