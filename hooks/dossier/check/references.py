"""What a bibliographic entry must say, and that nothing in it leads readers astray."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier import dates
from dossier.check.context import is_safe_url
from dossier.check.schema import is_id
from dossier.cite.vocabulary import (
    ADDRESSES,
    AUTHOR,
    COMMON,
    DATES,
    EDITOR,
    FIELDS,
    ROLES,
    TYPES,
    is_known,
)
from dossier.model import UNKNOWN, Reference, Source
from dossier.problems import Problems, did_you_mean
from dossier.raw import RawReferences


def check_references(references: RawReferences, languages: Iterable[str], problems: Problems) -> None:
    """Keys, types and fields that nobody knows, missing ones, unsafe addresses, impossible dates."""
    for key, reference in references.entries.items():
        _check_values(reference, problems)
        if key not in references.damaged:
            _check_key(reference, problems)
            _check_type(reference, problems)
            _check_fields(reference, problems)
            _check_titles(reference, languages, problems)


def _check_key(reference: Reference, problems: Problems) -> None:
    if not is_id(reference.key):
        hint = "keys are lower-case Latin letters, digits and hyphens"
        problems.error("bad-id", reference.where, f"“{reference.key}” cannot be a citation key", hint)


def _check_type(reference: Reference, problems: Problems) -> None:
    if reference.type not in TYPES:
        hint = did_you_mean(reference.type, TYPES) or f"known are: {', '.join(TYPES)}"
        problems.warn("unknown-type", reference.where, f"“{reference.type}” is no type of entry", hint)


def _check_fields(reference: Reference, problems: Problems) -> None:
    name, where = reference.key, reference.where
    given = {field for field, value in reference.fields.items() if value} | set(reference.persons)
    if EDITOR in given:
        given.add(AUTHOR)
    required = (*COMMON, *TYPES.get(reference.type, ()))
    for field in required:
        if field not in given:
            hint = f"add  {field} = {{unknown}},  if nobody knows"
            problems.error("missing-field", where, f"“{name}” says nothing about its {field}", hint)
    for field in [*reference.fields, *reference.persons]:
        if not is_known(field):
            hint = did_you_mean(field, [*FIELDS, *ROLES]) or "see docs/en/records.md for the fields there are"
            problems.warn("unknown-field", reference.place(field), f"“{field}” is no field", hint)


def _check_values(reference: Reference, problems: Problems) -> None:
    for field in ADDRESSES:
        url = reference.fields.get(field, UNKNOWN)
        if url not in (UNKNOWN, "") and not is_safe_url(url):
            hint = "only http:// and https:// addresses are allowed"
            message = f"“{url}” is not an address readers can be sent to"
            problems.error("unsafe-url", reference.place(field), message, hint)
    for field in DATES:
        try:
            dates.parse(reference.fields.get(field) or UNKNOWN)
        except ValueError as error:
            message = f"the {field} of “{reference.key}” is not a date: {error}"
            problems.error("bad-date", reference.place(field), message, "write 2025-10-28")


def _check_titles(reference: Reference, languages: Iterable[str], problems: Problems) -> None:
    own = reference.fields.get("language", UNKNOWN)
    if reference.fields.get("title", UNKNOWN) == UNKNOWN:
        return
    for language in languages:
        if language != own and not reference.fields.get(f"title_{language}"):
            hint = f"add  title_{language} = {{…}}"
            message = f"the title of “{reference.key}” has no translation into “{language}”"
            problems.error("missing-language", reference.place("title"), message, hint)


def check_agreement(
    references: Mapping[str, Reference], sources: Mapping[str, Source], problems: Problems
) -> None:
    """The bibliography and the articles say the same date and language."""
    for source in sources.values():
        reference = references.get(source.key)
        if reference is None:
            continue
        for field, value in (("date", source.date), ("language", source.language)):
            written = reference.fields.get(field, UNKNOWN)
            readable = field != "date" or dates.is_date(written)
            if value and readable and written not in (UNKNOWN, value):
                message = f"“{source.key}” has the {field} {written} here and {value} in its record"
                problems.error("disagreement", reference.place(field), message, "correct one of them")
