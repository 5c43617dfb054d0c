"""Records to begin: a line for a source's ``mentions``, an entity's file, a source's record and reference.

Strings are written as JSON, which YAML 1.2 reads as they are.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dossier.model import UNKNOWN, Kind, Paragraph
from dossier.paragraphs import occurrences


def mention_stub(paragraph: Paragraph, start: int, end: int, entity: str, manner: str = "name") -> str:
    """The decision that a span names an entity, numbered where the words occur several times."""
    quote = paragraph.text[start:end]
    starts = occurrences(paragraph.text, quote)
    nth = f"nth: {bisect_left(starts, start) + 1}, " if len(starts) > 1 else ""
    kept = f"p: {paragraph.number}, quote: {_text(quote)}, {nth}"
    return f"- {{{kept}entity: none}}" if entity == "none" else f"- {{{kept}entity: {entity}, as: {manner}}}"


def entity_stub(id_: str, kind: Kind, name: str, language: str, languages: Sequence[str]) -> str:
    """A file for an entity of which one name is known; what is missing stays empty, and fails a check."""
    names = dict.fromkeys(languages, "") | {language: name}
    lines = [f"# data/{kind.section}/{id_}.yml", "names:"]
    lines += (f"  {code}: {_text(words)}" if words else f"  {code}:" for code, words in names.items())
    lines += ["gender:   # m or f"] if kind.names == "person" else []
    lines += ["summary:", *(f"  {code}:" for code in languages)]
    return "\n".join(lines)


def entity_record(id_: str, kind: Kind, name: str, language: str, languages: Sequence[str]) -> str:
    """The same as a whole file, with each fact unknown and what is to be done next."""
    facts = [line for field in kind.fields for line in (f"  {field.id}:", f"    - value: {UNKNOWN}")]
    return "\n".join(
        [
            _modeline(kind.id),
            "# Next: the base form of the name in each language, then a summary, each of its sentences with",
            "# its paragraph, [@source-key p4], or with [background]. A fact that a source states takes",
            "# cite: [source-key p4]  below its value; what nobody knows stays unknown.",
            *entity_stub(id_, kind, name, language, languages).split("\n")[1 : -len(languages) - 1],
            *(["facts:", *facts] if facts else []),
            "summary:",
            *(f"  {code}:" for code in languages),
            "",
        ]
    )


def source_record(
    file: str,
    language: str,
    *,
    dated: bool,
    received: str = "",
    to_look_at: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """The record of an article of which nothing has been said yet.

    ``received`` is the file that its text was taken from, ``to_look_at`` a heading → lines for its editor.
    """
    return "\n".join(
        [
            _modeline("source"),
            "# Next: fill in data/references.bib; register who is named; then write claims, dates and gaps.",
            f"file: {_text(file)}",
            *([f"received: {_text(received)}"] if received else []),
            f"language: {language}",
            *([] if dated else [f"date: {UNKNOWN}   # the article has no date header"]),
            "# claims:",
            "#   - id: what-is-claimed",
            "#     about: [id-of-an-entity]",
            f"#     date: {UNKNOWN}",
            "#     said_by: []          # nearest speaker first; [] = the article itself",
            "#     status: reported",
            "#     text: {}             # in each language of the site",
            "#     evidence:",
            "#       - {p: 1, quote: letter for letter}",
            *(
                f"# {line}"
                for heading, lines in to_look_at.items()
                if lines
                for line in (heading, *(f"  {one}" for one in lines))
            ),
            "",
        ]
    )


def reference(key: str, language: str, date: str) -> str:
    """An entry of the bibliography of which little is known, and nothing is left open in silence."""
    unknown = "".join(f"  {name:<9} = {{{UNKNOWN}}},\n" for name in ("title", "author", "publisher", "url"))
    return f"@online{{{key},\n{unknown}  date      = {{{date}}},\n  language  = {{{language}}},\n}}\n"


def _modeline(schema: str) -> str:
    """By which editors with the YAML language server know the schema, whatever their settings."""
    return f"# yaml-language-server: $schema=../schema/{schema}.schema.json"


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
