"""Translations: of articles, paragraph by paragraph, and what ties our own texts to those they are made from.

That a translation is missing, or older than its text, is a state that readers are told of, never a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.check.context import Context
from dossier.check.schema import translation_schema
from dossier.check.shape import Shape, Shaped
from dossier.model import Source, Tie, TranslatedParagraph, Translation
from dossier.problems import Location, Problems, did_you_mean
from dossier.raw import RawTie, RawTranslations

Translations = dict[tuple[str, str], Translation]
Ties = dict[tuple[str, str], Tie]
RESERVED_KEY = "texts"
"""No source's key, for the lock list of our own texts stands among the translations of articles."""


def check_translations(
    raw: Mapping[str, RawTranslations], sources: Mapping[str, Source], context: Context
) -> tuple[Translations, Ties]:
    """Translations of articles by language and source, and ties by language and text."""
    shape = Shape(translation_schema())
    translations: Translations = {}
    ties: Ties = {}
    for language, found in raw.items():
        if language not in context.languages:
            hint = f"the site is in: {', '.join(context.languages)}"
            context.problems.error("unknown-language", found.where, f"the site is not in “{language}”", hint)
            continue
        for record in found.articles:
            shaped = shape.check(record.node, context.problems) if record.node else None
            translation = _translation(record.id, language, shaped, sources, context) if shaped else None
            if translation:
                translations[language, record.id] = translation
        ties |= _ties(language, found.ties, context)
    if RESERVED_KEY in context.paragraphs:
        where = Location(f"data/sources/{RESERVED_KEY}.yml")
        hint = "name the source by its date and subject"
        context.problems.error("bad-id", where, f"the id “{RESERVED_KEY}” is reserved", hint)
    return translations, ties


def _translation(
    key: str, language: str, shaped: Shaped, sources: Mapping[str, Source], context: Context
) -> Translation | None:
    """None where there is nothing to translate: no such article, or one in this very language."""
    where, data = shaped.where(), shaped.data
    if key not in context.paragraphs:
        hint = did_you_mean(key, context.paragraphs) or "name it like a file of data/sources/"
        context.problems.error("unknown-source", where, f"there is no source “{key}”", hint)
        return None
    source = sources.get(key)
    if source is None:  # its record has problems of its own
        return None
    if source.language == language:
        message = f"“{key}” is in “{language}” itself"
        context.problems.error(
            "own-language", where, message, "move the file to another language, or delete it"
        )
        return None
    return Translation(key, language, data["by"], tuple(_paragraphs(source, shaped, context.problems)), where)


def _paragraphs(source: Source, shaped: Shaped, problems: Problems) -> Iterator[TranslatedParagraph]:
    first: dict[int, Location] = {}
    for index, data in enumerate(shaped.data["paragraphs"]):
        number, where = data["p"], shaped.where("paragraphs", index)
        place = shaped.where("paragraphs", index, "p")
        if number > len(source.paragraphs):
            message = f"“{source.key}” has no paragraph {number}"
            problems.error("unknown-paragraph", place, message, f"it has {len(source.paragraphs)}")
        elif number in first:
            message = f"paragraph {number} is translated twice"
            problems.error(
                "duplicate-paragraph", place, message, f"it first stands at {first[number]}; keep one"
            )
        else:
            first[number] = place
            by = data.get("by", shaped.data["by"])
            yield TranslatedParagraph(number, data["text"], data.get("of", ""), by, where)


def _ties(language: str, lines: tuple[RawTie, ...], context: Context) -> Ties:
    """What the texts of a language are made from; that a text is gone is for ``dossier i18n`` to tell."""
    found: Ties = {}
    if lines and language == context.languages[0]:
        message = f"“{language}” is the language that texts are translated from"
        context.problems.error("own-language", lines[0].where, message, "delete this file")
        return found
    for line in lines:
        if (language, line.text) in found:
            first = found[language, line.text].where.line
            message = f"“{line.text}” stands here twice"
            context.problems.error(
                "duplicate-key", line.where, message, f"it first stands in line {first}; keep one"
            )
        found.setdefault((language, line.text), Tie(line.fingerprint, line.machine, line.where))
    return found
