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
ALIKE_LATIN = {latin: cyrillic for cyrillic, latin in LOOK_ALIKES.items()}
BROKEN = {"quote-not-found", "quote-ambiguous", "quote-renumbered", "unknown-paragraph"}

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
    "look-alike of a Latin letter": (f"[{''.join(ALIKE_LATIN)}]", ALIKE_LATIN.__getitem__),
    "і for ї": ("[їЇ]", "і"),
    "и for й": ("й", "и"),
    "й for и": ("и", "й"),
    "soft hyphen": ("[а-яёіїєґ](?=[а-яёіїєґ])", lambda c: c + "\u00ad"),
    "lost letter": ("[а-яёіїєґ]", ""),
    "line break": (" ", "\n"),
    "paragraph break": (" ", "\n\n"),
}


@dataclass(frozen=True)
class Span:
    """A quotation as PyYAML finds it in a record, apart from our own reader."""

    source: str
    paragraph: int
    quote: str
    nth: int
    """0 where the record gives no number."""
    place: str

    def stands(self, blocks: list[str]) -> bool:
        """Whether it is there, alone or with a number that says which: the lock in other words than ours."""
        if self.paragraph > len(blocks):
            return False
        found = len(re.findall(f"(?={re.escape(self.quote)})", blocks[self.paragraph - 1]))
        return found == 1 if not self.nth else 1 < found >= self.nth


@cache
def raw() -> RawDossier:
    found, problems = read(PROJECT, Memo())
    assert found is not None
    assert problems.found == []
    return found


@cache
def spans() -> tuple[Span, ...]:
    files = sorted((PROJECT / "data/sources").glob("*.yml"))
    return tuple(
        span
        for path in files
        for span in _spans(
            yaml.compose(path.read_text(encoding="utf-8")), path.stem, f"data/sources/{path.name}"
        )
    )


def _spans(node: yaml.Node | None, own: str, name: str) -> Iterator[Span]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _spans(item, own, name)
    if isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value}
        if {"p", "quote"} <= values.keys():
            mark = values["quote"].start_mark
            written = {key: values[key].value for key in ("source", "p", "quote", "nth") if key in values}
            yield Span(
                source=written.get("source", own),
                paragraph=int(written["p"]),
                quote=written["quote"],
                nth=int(written.get("nth", 0)),
                place=f"{name}:{mark.line + 1}:{mark.column + 1}",
            )
        for value in values.values():
            yield from _spans(value, own, name)


@cache
def articles() -> dict[str, tuple[str, str]]:
    """Source → file name and text."""
    found = {}
    for record in raw().sources:
        assert isinstance(record.node, Mapping)
        file = record.node.items["file"]
        assert isinstance(file, Scalar)
        found[record.id] = (file.text, raw().articles[file.text].text or "")
    return found


def blocks(text: str) -> list[str]:
    """The paragraphs, in the plainest way."""
    body = re.sub(r"\A date \d{4}-\d{2}-\d{2} ", "", text)
    return [block.strip() for block in re.split(r"\n\s*\n", body) if block.strip()]


def broken(key: str, text: str) -> list[str]:
    """Where the quotations are written that no longer stand in a text of the article."""
    return sorted(one.place for one in spans() if one.source == key and not one.stands(blocks(text)))


def altered(key: str, text: str, *, accepted: bool) -> list[Problem]:
    """What a check says of the article with another text, its new checksum locked or not."""
    file = articles()[key][0]
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = replace(raw().articles[file], text=text, sha256=sha256)
    hashes = {**raw().hashes, file: (sha256, raw().hashes[file][1])} if accepted else raw().hashes
    _, problems = check(replace(raw(), articles={**raw().articles, file: article}, hashes=hashes))
    return problems.found


def places(found: list[Problem]) -> list[str]:
    """Where quotations are told not to stand."""
    return sorted(str(one.where) for one in found if one.rule in BROKEN)


def mutations(key: str, kind: str) -> Iterator[tuple[int, str]]:
    """In each quoted paragraph one character of the kind, inside a quotation if one holds it: the text."""
    pattern, change = KINDS[kind]
    text = articles()[key][1]
    for paragraph in split(text):
        quoted = [
            range(at.start(), at.start() + len(one.quote))
            for one in spans()
            if (one.source, one.paragraph) == (key, paragraph.number)
            for at in re.finditer(re.escape(one.quote), paragraph.text)
        ]
        found = [match.start() for match in re.finditer(pattern, paragraph.text)]
        inside = [at for at in found if any(at in one and at + 1 in one for one in quoted)]
        if quoted and found:
            at = paragraph.start + (inside or found)[0]
            instead = change if isinstance(change, str) else change(text[at])
            yield paragraph.number, text[:at] + instead + text[at + 1 :]


@pytest.mark.parametrize("kind", KINDS)
def test_an_altered_character_stops_the_build_and_is_told_at_the_quotations_it_breaks(kind: str) -> None:
    """These, all of these, and no others."""
    tried = 0
    for key, (file, _) in articles().items():
        for number, text in mutations(key, kind):
            expected = broken(key, text)
            tried += bool(expected)
            found = altered(key, text, accepted=False)
            assert places(found) == expected, (key, number)
            [lock] = [one for one in found if one.rule == "altered-source"]
            assert str(lock.where) == f"seeds/{file}:1:1"
            assert (f"{len(expected)} of its quotations" if expected else "every quotation") in lock.message
    assert tried, "no quotation has this kind of character"


@pytest.mark.parametrize("kind", KINDS)
def test_an_accepted_article_stops_the_build_at_the_quotations_that_broke(kind: str) -> None:
    for key in articles():
        for number, text in list(mutations(key, kind))[-1:]:
            found = altered(key, text, accepted=True)
            assert places(found) == broken(key, text), (key, number)
            assert "altered-source" not in {one.rule for one in found}


def test_the_articles_as_received_break_nothing() -> None:
    for key, (_, text) in articles().items():
        assert not broken(key, text)
        assert not altered(key, text, accepted=True)


def test_every_paragraph_with_a_quotation_is_tried() -> None:
    for key, (_, text) in articles().items():
        quoted = {one.paragraph for one in spans() if one.source == key}
        tried = {number for number, changed in mutations(key, "lost letter") if broken(key, changed)}
        assert tried == quoted
        assert len(quoted) >= len(blocks(text)) - 1


def test_of_two_alike_quotations_none_takes_the_place_of_the_other() -> None:
    """With the first altered, the second would be the only one."""
    numbered = [one for one in spans() if one.nth]
    assert numbered
    for one in numbered:
        text = articles()[one.source][1]
        changed = text.replace(one.quote, one.quote[:-1], 1)
        alike = {other.place for other in numbered if (other.source, other.quote) == (one.source, one.quote)}
        assert alike <= set(places(altered(one.source, changed, accepted=True)))


def test_words_that_now_stand_twice_are_told() -> None:
    for source, (_, text) in articles().items():
        first = next(one for one in spans() if one.source == source and not one.nth)
        paragraph = split(text)[first.paragraph - 1]
        end = paragraph.start + len(paragraph.text)
        found = places(altered(source, f"{text[:end]} {first.quote}{text[end:]}", accepted=True))
        assert first.place in found
