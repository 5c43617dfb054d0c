"""The kinds of entity and of interaction, and the offices, from ``data/kinds.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as default

from dossier.check.schema import kinds_schema
from dossier.check.shape import Shape, Shaped
from dossier.model import Field, InteractionKind, Kind, Words
from dossier.problems import Problems, did_you_mean
from dossier.raw import RawRecord

RESERVED = frozenset(
    {
        "sources",
        "timeline",
        "reports",
        "network",
        "bibliography",
        "a-to-z",
        "schema",
        "translations",
        "search",
        "assets",
        "data",
        "feeds",
        "gaps",
    }
)
"""Addresses the site needs itself."""
RESERVED_KINDS = ("kinds", "source", "translation")
"""Records that are no entities and have schemas of their own in ``data/schema``."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything by id, in the order of the file."""

    kinds: Mapping[str, Kind] = default(default_factory=dict)
    offices: Mapping[str, Words] = default(default_factory=dict)
    interactions: Mapping[str, InteractionKind] = default(default_factory=dict)


def check_kinds(record: RawRecord, languages: Iterable[str], problems: Problems) -> Vocabulary:
    """What the file defines; nothing where it is not sound."""
    languages = tuple(languages)
    if record.node is None:
        return Vocabulary()
    shaped = Shape(kinds_schema(languages)).check(record.node, problems)
    if shaped is None:
        return Vocabulary()
    kinds = {id_: _kind(id_, data) for id_, data in shaped.data["kinds"].items()}
    _check_sections(kinds, languages, shaped, problems)
    _check_fields(kinds, shaped, problems)
    interactions = {
        id_: InteractionKind(id_, **data) for id_, data in shaped.data.get("interactions", {}).items()
    }
    return Vocabulary(kinds, shaped.data.get("offices", {}), interactions)


def _kind(id_: str, data: Mapping[str, object]) -> Kind:
    fields: Mapping[str, Mapping[str, object]] = data.get("fields", {})  # type: ignore[assignment]
    plain = {key: value for key, value in data.items() if key != "fields"}
    return Kind(id=id_, fields=tuple(_field(f, spec) for f, spec in fields.items()), **plain)  # type: ignore[arg-type]


def _field(id_: str, spec: Mapping[str, object]) -> Field:
    plain = {key: value for key, value in spec.items() if key != "of"}
    return Field(id_, of=tuple(spec.get("of", ())), **plain)  # type: ignore[arg-type]


def _check_sections(
    kinds: Mapping[str, Kind], languages: Iterable[str], shaped: Shaped, problems: Problems
) -> None:
    taken: dict[str, str] = {}
    for kind in kinds.values():
        if kind.id in RESERVED_KINDS:
            message = f"the kind “{kind.id}” would be taken for another record"
            problems.error("reserved-kind", shaped.where("kinds", kind.id), message, "choose another word")
        where = shaped.where("kinds", kind.id, "section")
        if kind.section in RESERVED or kind.section in languages or len(kind.section) <= 3:
            hint = "choose a longer, different word; two or three letters look like a language"
            problems.error(
                "reserved-section", where, f"the section “{kind.section}” is taken by the site", hint
            )
        if kind.section in taken:
            message = f"the section “{kind.section}” is also that of the kind “{taken[kind.section]}”"
            problems.error("duplicate-section", where, message, "give each kind its own folder")
        taken.setdefault(kind.section, kind.id)


def _check_fields(kinds: Mapping[str, Kind], shaped: Shaped, problems: Problems) -> None:
    for kind in kinds.values():
        for field in kind.fields:
            for index, target in enumerate(field.of):
                if target not in kinds:
                    where = shaped.where("kinds", kind.id, "fields", field.id, "of", index)
                    problems.error(
                        "unknown-kind", where, f"there is no kind “{target}”", did_you_mean(target, kinds)
                    )
