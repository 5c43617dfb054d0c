"""In how many hands a claim rests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.model import Change, Claim, Evidence, Text
from dossier.origins import articles, is_unattributed, origins
from dossier.problems import Location

HERE = Location("data/sources/a.yml")
CASES = yaml.safe_load(Path(__file__).with_name("origins.yml").read_text(encoding="utf-8"))


def evidence(written: list[dict[str, list[str]]]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(source, 1, 0, 1, "x", tuple(chain)) for one in written for source, chain in one.items()
    )


def claim(found: tuple[Evidence, ...], changes: tuple[Change, ...] = ()) -> Claim:
    return Claim(
        "c", "a", ("reed",), "2032", (), "reported", Text(words={"en": "X."}), found, HERE, changes=changes
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_articles_and_origins_are_counted_in_any_order(case: dict[str, Any]) -> None:
    for written in (case["evidence"], case["evidence"][::-1]):
        made = claim(evidence(written))
        assert (articles(made), origins(made)) == (case["articles"], case["origins"])


@pytest.mark.parametrize(
    ("status", "counted"), [("confirmed", 2), ("fulfilled", 2), ("denied", 1), ("disputed", 1)]
)
def test_evidence_of_a_change_counts_if_it_bears_the_claim_out(status: str, counted: int) -> None:
    change = Change("2033", status, Text(words={"en": "Y."}), evidence([{"b": []}]), HERE)
    made = claim(evidence([{"a": ["reed"]}]), (change,))
    assert (articles(made), origins(made)) == (counted, counted)


def test_what_anybody_is_named_for_is_attributed() -> None:
    assert is_unattributed(claim(evidence([{"a": []}, {"b": []}])))
    assert not is_unattributed(claim(evidence([{"a": []}, {"b": ["reed"]}])))
