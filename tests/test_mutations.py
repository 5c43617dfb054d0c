"""No character of a quotation changes unseen: each kind is altered once in every quoted paragraph."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest
import yaml

from dossier.check.dossier import check
from dossier.memo import Memo
from dossier.paragraphs import split
from dossier.problems import Problem
from dossier.raw import Mapping, RawDossier, Scalar
from dossier.read.project import read
from tests.dossiers import PROJECT

LOOK_ALIKES = dict(zip("асеорухіАВСЕНКМОРТХ", "aceopyxiABCEHKMOPTX", strict=True))
BROKEN = {"quote-not-found", "quote-ambiguous", "unknown-paragraph"}

Change = str | Callable[[str], str]
"""What stands there instead, or how it is made of what stood there."""
KINDS: dict[str, tuple[str, Change]] = {
    "small Cyrillic letter": ("[а-яёіїєґ]", lambda c: "ж" if c != "ж" else "ш"),
    "capital Cyrillic letter": ("[А-ЯЁІЇЄҐ]", lambda c: "Ж" if c != "Ж" else "Ш"),
    "case": ("[а-яёіїєґ]", str.upper),
    "Latin letter": ("[A-Za-z]", lambda c: "q" if c != "q" else "x"),
    "digit": ("[0-9]", lambda c: "7" if c != "7" else "8"),
    "space": (" ", "\u00a0"),
    "doubled space": (" ", "  "),
    "comma": (",", ";"),
    "guillemet": ("[«»]", '"'),
    "straight quotation mark": ('"', "”"),
    "hyphen or dash": ("[-–—]", "‑"),
    "bracket": (r"[()]", "["),
    "plus": (r"\+", "＋"),
    "decomposed letter": ("[йїёЙЇЁ]", lambda c: unicodedata.normalize("NFD", c)),
    "look-alike": (f"[{''.join(LOOK_ALIKES)}]", LOOK_ALIKES.__getitem__),
    "і for ї": ("[їЇ]", "і"),
    "soft hyphen": ("[а-яёіїєґ](?=[а-яёіїєґ])", lambda c: c + "\u00ad"),
    "lost letter": ("[а-яёіїєґ]", ""),
    "line break": (" ", "\n"),
    "paragraph break": (" ", "\n\n"),
}


@dataclass(frozen=True)
class Span:
    """A quotation as PyYAML finds it in a record, apart from our own reader."""

    paragraph: int
    quote: str
    place: str


@cache
def raw() -> RawDossier:
    found, problems = read(PROJECT, Memo())
    assert found is not None
    assert problems.found == []
    return found


def spans(key: str) -> Iterator[Span]:
    name = f"data/sources/{key}.yml"
    yield from _spans(yaml.compose((PROJECT / name).read_text(encoding="utf-8")), name)


def _spans(node: yaml.Node | None, name: str) -> Iterator[Span]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _spans(item, name)
    if isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value}
        if {"p", "quote"} <= values.keys() and "source" not in values:
            mark = values["quote"].start_mark
            yield Span(
                int(values["p"].value), values["quote"].value, f"{name}:{mark.line + 1}:{mark.column + 1}"
            )
        for value in values.values():
            yield from _spans(value, name)


@cache
def articles() -> dict[str, tuple[str, str, tuple[Span, ...]]]:
    """Source → file name, text, quotations."""
    found = {}
    for record in raw().sources:
        assert isinstance(record.node, Mapping)
        file = record.node.items["file"]
        assert isinstance(file, Scalar)
        found[record.id] = (file.text, raw().articles[file.text].text or "", tuple(spans(record.id)))
    return found


def quoted(key: str) -> dict[int, list[Span]]:
    """Paragraph → its quotations."""
    found: dict[int, list[Span]] = {}
    for span in articles()[key][2]:
        found.setdefault(span.paragraph, []).append(span)
    return found


def altered(key: str, text: str, *, accepted: bool) -> list[Problem]:
    """What a check says of the article with another text, its new checksum locked or not."""
    file = articles()[key][0]
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = replace(raw().articles[file], text=text, sha256=sha256)
    hashes = {**raw().hashes, file: (sha256, raw().hashes[file][1])} if accepted else raw().hashes
    _, problems = check(replace(raw(), articles={**raw().articles, file: article}, hashes=hashes))
    return problems.found


def mutations(key: str, kind: str) -> Iterator[tuple[int, str, list[Span]]]:
    """In each quoted paragraph one character of the kind inside a quotation: the text, and what it breaks."""
    pattern, change = KINDS[kind]
    text = articles()[key][1]
    for paragraph in split(text):
        for span in quoted(key).get(paragraph.number, []):
            start = paragraph.text.find(span.quote)
            match = re.search(pattern, span.quote)
            if match and (match.end() < len(span.quote) or "break" not in kind):
                at = paragraph.start + start + match.start()
                instead = change if isinstance(change, str) else change(text[at])
                touched = [
                    one
                    for one in quoted(key)[paragraph.number]
                    if paragraph.text.count(one.quote) == 1
                    and paragraph.text.find(one.quote) <= at - paragraph.start
                    and at - paragraph.start < paragraph.text.find(one.quote) + len(one.quote)
                ]
                if not touched:
                    continue
                yield paragraph.number, text[:at] + instead + text[at + 1 :], touched
                break


@pytest.mark.parametrize("kind", KINDS)
def test_an_altered_character_is_caught_at_the_quotations_it_breaks(kind: str) -> None:
    tried = 0
    for key in articles():
        for number, text, touched in mutations(key, kind):
            tried += 1
            places = {str(one.where) for one in altered(key, text, accepted=True) if one.rule in BROKEN}
            assert {one.place for one in touched} <= places, (key, number)
    assert tried, "no quotation has this kind of character"


def test_an_article_that_nobody_accepted_stops_the_build() -> None:
    for key, (file, text, _) in articles().items():
        for kind in KINDS:
            for _, other, _ in list(mutations(key, kind))[:1]:
                found = [one for one in altered(key, other, accepted=False) if one.rule == "altered-source"]
                assert [one.where.file for one in found] == [f"seeds/{file}"]
                assert "seeds/SHA256SUMS:" in found[0].message
        assert not altered(key, text, accepted=True)


def test_every_paragraph_with_a_quotation_is_tried() -> None:
    for key, (_, text, _) in articles().items():
        assert {number for number, _, _ in mutations(key, "small Cyrillic letter")} == set(quoted(key))
        assert len(quoted(key)) >= len(split(text)) - 1
