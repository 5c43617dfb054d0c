"""Claims that stand against one another come together, whatever page they are on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.compose.relations import facing, relations
from dossier.model import Claim, Text
from dossier.problems import Location

IDS = st.integers(0, 9).map(lambda number: f"c-{number}")
PAIRS = st.lists(st.tuples(IDS, IDS).filter(lambda pair: pair[0] != pair[1]), max_size=12)


def claims_of(contradictions: list[tuple[str, str]], supersessions: list[tuple[str, str]]) -> list[Claim]:
    return [
        Claim(
            id=(id_ := f"c-{number}"),
            source="a",
            about=("reed",),
            date="2032",
            said_by=(),
            status="reported",
            text=Text(words={"en": "X."}),
            evidence=(),
            where=Location("data/sources/a.yml", number + 1),
            contradicts=tuple(other for one, other in contradictions if one == id_),
            supersedes=tuple(other for one, other in supersessions if one == id_),
        )
        for number in range(10)
    ]


def test_what_one_record_says_is_said_of_both_claims() -> None:
    found = relations(claims_of([("c-1", "c-0")], [("c-2", "c-0")]))
    assert {id_: [(one.kind, one.other.id) for one in others] for id_, others in found.items()} == {
        "c-0": [("contradicts", "c-1"), ("superseded", "c-2")],
        "c-1": [("contradicts", "c-0")],
        "c-2": [("supersedes", "c-0")],
    }


@given(PAIRS, st.sets(IDS, min_size=1))
def test_a_claim_stands_once_and_beside_all_that_it_stands_against(
    pairs: list[tuple[str, str]], own: set[str]
) -> None:
    """And a claim of another page stands here only beside one of this page."""
    claims = claims_of(pairs, [])
    related = relations(claims)
    here = [claim for claim in claims if claim.id in own]
    groups = [{claim.id for claim in group} for group in facing(here, related)]
    assert sorted(id_ for group in groups for id_ in group) == sorted(set().union(*groups))
    assert own <= set().union(*groups)
    for group in groups:
        for id_ in group:
            others = {relation.other.id for relation in related.get(id_, ())}
            assert others <= group if id_ in own else others & group & own
