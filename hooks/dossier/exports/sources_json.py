"""``data/sources.json``: every article with its paragraphs and translations (``docs/…/exports.md``)."""

from __future__ import annotations

from typing import Any

from dossier.exports.addresses import Addresses, source_path
from dossier.exports.document import document, known
from dossier.i18n.coverage import paragraph_state
from dossier.model import UNKNOWN, Dossier, LinkedDossier, Source, TranslatedParagraph

Item = dict[str, Any]

SOURCES = "data/sources.json"


def sources_json(linked: LinkedDossier, addresses: Addresses) -> str:
    """Articles in order of publication; ``start`` counts code points of the text, as in claims."""
    dossier = linked.dossier
    found = [_source(source, dossier, addresses) for source in dossier.sources.values()]
    return document(dossier, SOURCES, sources=found)


def _source(source: Source, dossier: Dossier, addresses: Addresses) -> Item:
    path = source_path(source.key)
    return {
        "key": source.key,
        "file": source.file,
        "sha256": source.sha256,
        **known(received=_received(source)),
        "language": source.language,
        "date": source.date,
        "titles": titles(source, dossier),
        "text": source.text,
        "paragraphs": [
            {"number": one.number, "start": one.start, "end": one.start + len(one.text)}
            for one in source.paragraphs
        ],
        **known(translations=_translations(source, dossier), formerly=list(source.formerly)),
        "pages": addresses.pages(dossier, path),
    }


def _received(source: Source) -> Item:
    """The file that the text was taken from."""
    received = source.received
    return {"file": received.file, "sha256": received.sha256} if received else {}


def titles(source: Source, dossier: Dossier) -> dict[str, str]:
    """The headline by language; one that editors supplied keeps its square brackets."""
    fields = dossier.references[source.key].fields
    named = {source.language: "title"} | {
        name.removeprefix("title_"): name for name in fields if name.startswith("title_")
    }
    return {
        language: fields[name] for language, name in named.items() if fields.get(name, UNKNOWN) != UNKNOWN
    }


def _translations(source: Source, dossier: Dossier) -> Item:
    """Language → translated paragraphs, who made them, and the fingerprint of what they are made from."""
    return {
        language: [_translated(one, source) for one in found.paragraphs]
        for language in dossier.settings.languages
        if (found := dossier.translations.get((language, source.key)))
    }


def _translated(one: TranslatedParagraph, source: Source) -> Item:
    state = paragraph_state(one, source.paragraph(one.number).text)
    return known(paragraph=one.number, text=one.text, by=one.by, of=one.of, state=state.value)
