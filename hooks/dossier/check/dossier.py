"""The whole check, in order: kinds, ids, references, entities, sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from dossier.characters import DEVICES
from dossier.check.annotations import NOBODY
from dossier.check.context import Context
from dossier.check.entities import check_entities
from dossier.check.formerly import check_formerly
from dossier.check.handwritten import check_handwritten
from dossier.check.kinds import check_kinds
from dossier.check.names import check_names
from dossier.check.references import check_agreement, check_references
from dossier.check.schema import MAX_ID, is_id, source_schema
from dossier.check.shape import Shape
from dossier.check.sources import article_texts, check_sources
from dossier.check.translations import check_translations
from dossier.model import UNKNOWN, Dossier, Kind
from dossier.problems import Location, Problems, did_you_mean
from dossier.raw import RawDossier, RawRecord

RESERVED_IDS = (NOBODY, UNKNOWN, "index", *DEVICES)
"""Words that records use for no entity at all, the name of a folder's own page, and no names of files."""


def check(raw: RawDossier) -> tuple[Dossier, Problems]:
    """What is sound of the dossier, and every problem; with an error among them it must not be published."""
    problems = Problems()
    languages = raw.settings.languages
    vocabulary = check_kinds(raw.kinds, languages, problems)
    kinds = vocabulary.kinds
    texts = article_texts(raw)
    kinds_of = _kinds_of(kinds, raw, problems)
    context = Context(
        languages=languages,
        kinds_of=kinds_of,
        paragraphs={one.id: len(texts[one.id]) if one.id in texts else None for one in raw.sources},
        references=raw.references,
        problems=problems,
    )
    _check_ids(raw.sources, problems)
    check_references(raw.references, languages, problems)
    entities = check_entities(kinds, raw.folders, vocabulary.offices, context)
    sources = check_sources(raw, Shape(source_schema(languages, vocabulary.interactions)), texts, context)
    check_agreement(raw.references.entries, sources, problems)
    check_handwritten(raw.pages, kinds, context)
    translations, ties = check_translations(raw.translations, sources, context)
    dossier = Dossier(
        settings=raw.settings,
        kinds=kinds,
        offices=vocabulary.offices,
        interactions=vocabulary.interactions,
        entities=entities,
        sources=sources,
        references=raw.references.entries,
        messages=raw.messages,
        texts=context.collected,
        translations=translations,
        ties=ties,
    )
    check_names(entities.values(), problems)
    check_formerly(kinds, entities, sources, raw.pages, problems)
    _check_homes(raw, problems)
    return dossier, problems


def _kinds_of(kinds: Mapping[str, Kind], raw: RawDossier, problems: Problems) -> dict[str, str]:
    """Entity id → kind, over all folders; ids are unique over all kinds."""
    if not kinds:  # kinds.yml has problems of its own; every record's id still counts as known
        return {record.id: "" for records in raw.folders.values() for record in records}
    sections = {kind.section: kind.id for kind in reversed(list(kinds.values()))}
    found: dict[str, tuple[str, Location]] = {}
    for section, records in raw.folders.items():
        if section not in sections:
            hint = did_you_mean(section, sections) or "add a kind with this section to data/kinds.yml"
            where = Location(f"data/{section}")
            problems.error("unknown-section", where, "no kind has this folder as its section", hint)
            found |= {record.id: ("", record.where) for record in records if record.id not in found}
            continue
        _check_ids(records, problems)
        for record in records:
            if record.id in found:
                message = f"the id “{record.id}” is also that of {found[record.id][1].file}"
                problems.error("duplicate-id", record.where, message, "ids are unique over all kinds")
            found.setdefault(record.id, (sections[section], record.where))
    return {id_: kind for id_, (kind, _) in found.items()}


def _check_ids(records: Iterable[RawRecord], problems: Problems) -> None:
    for record in records:
        if not is_id(record.id):
            plain = unicodedata.normalize("NFKD", record.id.lower()).encode("ascii", "ignore").decode()
            better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_ID]
            hint = f"rename the file to {better}.yml" if better else "use a-z, 0-9 and hyphens"
            problems.error("bad-id", record.where, f"“{record.id}” cannot be an id", hint)
        elif record.id in RESERVED_IDS:
            problems.error("bad-id", record.where, f"the id “{record.id}” is reserved", "choose another")


def _check_homes(raw: RawDossier, problems: Problems) -> None:
    """Each language has a home page, which readers reach before anything else."""
    written = {page.where.file for page in raw.pages}
    for language in raw.settings.languages:
        name = f"docs/{language}/index.md"
        if name not in written:
            hint = f"create {name}, with a heading and a few words"
            problems.warn("no-home", Location(name), f"the site has no home page in “{language}”", hint)
