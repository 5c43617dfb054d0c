"""Every quotation that stands in the articles is evidence of a claim, with whoever said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.i18n.coverage import State, coverage
from dossier.load import load
from dossier.model import Dossier, Paragraph
from tests.dossiers import PROJECT

# What begins small between quotation marks is somebody's words; names and titles begin with a capital.
OPENING = re.compile(r"[«\"](?=[^\W\d_A-ZА-ЯЁІЇЄҐ])")
SPEECH = re.compile(r"[-–—] ")


def dossier() -> Dossier:
    found, problems = load(PROJECT)
    assert found is not None, problems
    return found


def quotations(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where somebody's words stand: between quotation marks, or in a paragraph that a dash opens."""
    text = paragraph.text
    if SPEECH.match(text):
        yield 2, len(text)
    for opening in OPENING.finditer(text):
        mark, before = opening[0], text[opening.start() - 1 : opening.start()]
        if mark == '"' and re.match(r"\w", before):
            continue  # it closes
        closing = re.compile("»" if mark == "«" else '"').search(text, opening.end())
        yield opening.end(), closing.start() if closing else len(text)


def evidence(of: Dossier, source: str, number: int) -> list[tuple[int, int]]:
    """Places in a paragraph that claims with a speaker rest on."""
    return [
        (quote.start, quote.end)
        for claim in of.claims()
        for quote in claim.evidence
        if claim.said_by and (quote.source, quote.paragraph) == (source, number)
    ]


def test_all_quotations_are_evidence_with_their_speaker() -> None:
    """Word for word, by one claim or several; of direct speech the claims take what they need."""
    found = dossier()
    unclaimed, count = [], 0
    for source in found.sources.values():
        for paragraph in source.paragraphs:
            known = evidence(found, source.key, paragraph.number)
            covered = {at for start, end in known for at in range(start, end)}
            for start, end in quotations(paragraph):
                count += 1
                letters = {at for at in range(start, end) if paragraph.text[at].isalnum()}
                if not (letters <= covered if start > len("- ") else letters & covered):
                    missing = "".join(paragraph.text[at] for at in sorted(letters - covered))
                    unclaimed.append((source.key, paragraph.number, missing))
    assert count == 11
    assert not unclaimed


def test_the_record_is_as_full_as_it_should_be() -> None:
    found = dossier()
    assert len(found.claims()) >= 35
    assert sum(len(source.notes) for source in found.sources.values()) >= 20


def test_everything_is_translated_into_every_language() -> None:
    """Every paragraph, claim, note and summary, and each remembers what it was made from."""
    found = dossier()
    parts = list(coverage(found))
    assert {one.language for one in parts} == set(found.settings.languages)
    assert {"summary", "p1"} <= {one.part for one in parts}
    assert not [(one.language, one.record, one.part) for one in parts if one.state is not State.CURRENT]
    assert not [(one.language, one.record, one.part) for one in parts if not one.tied]
