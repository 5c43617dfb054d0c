"""``data/annotations.json``: mentions and remarks as a Web Annotation collection (W3C, 23 February 2017).

Targets are the articles' pages. A TextQuoteSelector finds the words on them; the TextPositionSelector counts
code points of the article's text as it was received, which ``data/sources.json`` holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.exports.addresses import Addresses, entity_path, source_path
from dossier.exports.texts import Texts
from dossier.model import LinkedDossier, Mention, Note, Remark, SaidDate, Source

Item = dict[str, Any]

ANNOTATIONS = "data/annotations.json"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""How many characters before and after the words tell them from the same words elsewhere."""

_MOTIVATIONS: Mapping[str, str] = {
    "sic": "editing",
    "correction": "editing",
    "context": "commenting",
    "check": "commenting",
}


def annotations_json(linked: LinkedDossier, addresses: Addresses) -> str:
    """The collection in one page: source by source, mentions before remarks, in the order of the text."""
    items = list(_annotations(linked, addresses))
    here = addresses.file(ANNOTATIONS)
    head = {
        "@context": CONTEXT,
        "id": here,
        "type": "AnnotationCollection",
        "label": linked.dossier.settings.site_names[linked.dossier.settings.default_language],
        "total": len(items),
    }
    page = {"id": f"{here}#all", "type": "AnnotationPage", "partOf": here, "startIndex": 0}
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    opened = json.dumps(page, ensure_ascii=False).removesuffix("}")
    whole = json.dumps(head, ensure_ascii=False).removesuffix("}")
    return f'{whole},\n"first": {opened}, "items": [\n{lines}\n]}}}}\n'


def _annotations(linked: LinkedDossier, addresses: Addresses) -> Iterator[Item]:
    texts = Texts(linked.dossier)
    here = addresses.file(ANNOTATIONS)
    mentions: dict[str, list[Mention]] = {}
    for mention in linked.mentions:
        if mention.shown or mention.manner == "meant":
            mentions.setdefault(mention.source, []).append(mention)
    for source in linked.dossier.sources.values():
        for mention in mentions.get(source.key, ()):
            yield _mention(mention, source, texts, addresses)
        for remark in source.remarks():
            quote = remark.quote
            yield {
                "id": f"{here}#note-{source.key}-{remark.id}",
                "type": "Annotation",
                "motivation": _motivation(remark),
                "body": _bodies(remark, source, texts),
                "target": _target(source, quote.paragraph, quote.start, quote.end, texts, addresses),
            }


def _mention(mention: Mention, source: Source, texts: Texts, addresses: Addresses) -> Item:
    """What is only meant is linked to the words, which do not identify it."""
    dossier = texts.dossier
    start = source.paragraph(mention.paragraph).start + mention.start
    end = start + mention.end - mention.start
    motivation = "linking" if mention.manner == "meant" else "identifying"
    page = addresses.page(dossier.settings.default_language, entity_path(dossier, mention.entity))
    return {
        "id": f"{addresses.file(ANNOTATIONS)}#mention-{source.key}-{start}-{end}-{mention.entity}",
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": "SpecificResource", "source": page, "purpose": motivation},
        "target": _target(source, mention.paragraph, mention.start, mention.end, texts, addresses),
    }


def _target(source: Source, paragraph: int, start: int, end: int, texts: Texts, addresses: Addresses) -> Item:
    before = source.paragraph(paragraph).start
    first, last = before + start, before + end
    quote = {"type": "TextQuoteSelector", "exact": source.text[first:last]}
    around = {
        "prefix": source.text[max(0, first - AROUND) : first],
        "suffix": source.text[last : last + AROUND],
    }
    return {
        "source": addresses.page(texts.dossier.settings.default_language, source_path(source.key)),
        "selector": [
            quote | {name: text for name, text in around.items() if text},
            {"type": "TextPositionSelector", "start": first, "end": last},
        ],
    }


def _motivation(remark: Remark) -> str:
    if isinstance(remark, Note):
        return _MOTIVATIONS[remark.kind]
    return "describing" if isinstance(remark, SaidDate) else "questioning"


def _bodies(remark: Remark, source: Source, texts: Texts) -> list[Item]:
    """The remark in the reader's language, and before it what should stand there or what the date means."""
    found = [
        _body(text, language, _motivation(remark)) for language, text in texts.plain(remark.text).items()
    ]
    said = [{"type": "Choice", "items": found}] if len(found) > 1 else found
    if isinstance(remark, Note) and remark.reading:
        return [_body(remark.reading, source.language, "editing"), *said]
    if isinstance(remark, SaidDate):
        return [_body(remark.means, "", "tagging"), *said]
    return said


def _body(text: str, language: str, purpose: str) -> Item:
    """``language`` is empty for what is in none, such as a date in EDTF."""
    plain = {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}
    return plain | ({"language": language} if language else {})
