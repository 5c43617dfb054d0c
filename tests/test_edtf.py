"""Dates are held against a library that reads EDTF, written by somebody else."""

from __future__ import annotations

import math
import re

import edtf
import pytest

from dossier.dates import EARLIEST, NO_DAY, Day, first_day, is_date, last_day

PARTS = ["", "2024", "2025", "2025-02", "2024-02-29", "2025-11-06", "2025-21", "2025-24", "202X", "19XX"]
PARTS += [
    "2025-XX",
    "2025-11-XX",
    "2025-XX-XX",
    "..",
    "2025-13",
    "2025-00",
    "2025-02-30",
    "202",
    "2025-1",
    "x",
]
SIGNED = [part + sign for part in PARTS for sign in "?~%"]
ENDS = [*PARTS, "2024?", "2025-02~", "2025-11-06%", "2025-21?", "2027~"]


def by_library(text: str) -> tuple[Day, Day] | None:
    """The first and the last day that the library ``edtf`` reads from a text; None if it refuses it."""
    try:
        read = edtf.parse_edtf(text)
    except (edtf.EDTFParseException, AttributeError, TypeError):
        return None
    first, last = read.lower_strict(), read.upper_strict()
    return (EARLIEST if first == -math.inf else first[:3]), (NO_DAY if last == math.inf else last[:3])


SEASON_IN_DOUBT = re.compile(r"\d{4}-2[1-4][?~%]")
"""The library takes one as the end of a range only."""
LEVEL_2 = re.compile(r".*X.*/.*|.*/.*X.*")
"""A range with parts that are not stated."""


@pytest.mark.parametrize("texts", [[*PARTS, *SIGNED], *([f"{a}/{b}" for b in ENDS] for a in ENDS)])
def test_the_library_edtf_reads_every_date_as_we_do(texts: list[str]) -> None:
    """It agrees on what is a date, and on its days.

    But it gives ten years to an end that nobody knows, ends a winter with its year, and takes ranges that run
    backwards or have two open ends.
    """
    for text in texts:
        theirs = None if LEVEL_2.fullmatch(text) else by_library(text)
        if theirs is None or text == "../.." or theirs[0] > theirs[1]:
            assert not is_date(text) or SEASON_IN_DOUBT.fullmatch(text), text
            continue
        assert is_date(text), text
        if not text.startswith("/"):
            assert first_day(text) == theirs[0], text
        if not re.search(r"/$|2025-24.?$", text):
            assert last_day(text) == theirs[1], text
