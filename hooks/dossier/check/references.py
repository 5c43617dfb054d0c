"""What a bibliographic entry must say, and that nothing in it leads readers astray."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier import dates
from dossier.check.context import is_safe_url
from dossier.check.schema import is_id
from dossier.model import UNKNOWN, Reference, Source
from dossier.problems import Problems
from dossier.raw import RawReferences

EXPLICIT = ("title", "publisher", "url", "date")
"""Fields an entry always has, if only as ``unknown``; ``author`` too."""


def check_references(references: RawReferences, languages: Iterable[str], problems: Problems) -> None:
    """Keys that cannot be cited, missing fields, unsafe addresses, impossible dates, untranslated titles."""
    for key, reference in references.entries.items():
        _check_values(reference, problems)
        if key not in references.damaged:
            _check_key(reference, problems)
            _check_fields(reference, problems)
            _check_titles(reference, languages, problems)


def _check_key(reference: Reference, problems: Problems) -> None:
    if not is_id(reference.key):
        hint = "keys are lower-case Latin letters, digits and hyphens"
        problems.error("bad-id", reference.where, f"“{reference.key}” cannot be a citation key", hint)


def _check_fields(reference: Reference, problems: Problems) -> None:
    name, where = reference.key, reference.where
    missing = [field for field in EXPLICIT if not reference.fields.get(field)]
    missing += [] if reference.persons.get("author") else ["author"]
    for field in missing:
        hint = f"add  {field} = {{unknown}},  if nobody knows"
        problems.error("missing-field", where, f"“{name}” says nothing about its {field}", hint)


def _check_values(reference: Reference, problems: Problems) -> None:
    name, where = reference.key, reference.where
    url = reference.fields.get("url", UNKNOWN)
    if url not in (UNKNOWN, "") and not is_safe_url(url):
        hint = "only http:// and https:// addresses are allowed"
        problems.error("unsafe-url", where, f"“{url}” is not an address readers can be sent to", hint)
    try:
        dates.parse(reference.fields.get("date") or UNKNOWN)
    except ValueError as error:
        problems.error("bad-date", where, f"the date of “{name}” is not a date: {error}", "write 2025-10-28")


def _check_titles(reference: Reference, languages: Iterable[str], problems: Problems) -> None:
    own = reference.fields.get("language", UNKNOWN)
    if reference.fields.get("title", UNKNOWN) == UNKNOWN:
        return
    for language in languages:
        if language != own and not reference.fields.get(f"title_{language}"):
            hint = f"add  title_{language} = {{…}}"
            message = f"the title of “{reference.key}” has no translation into “{language}”"
            problems.error("missing-language", reference.where, message, hint)


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
                problems.error("disagreement", reference.where, message, "correct one of them")
