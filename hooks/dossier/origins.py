"""In how many hands a claim rests: articles, and the origins that they go back to.

The origin of a quotation is whoever passes the statement on to the article, the last in its chain of
speakers; where the chain is empty, the article itself. An origin is counted once, however many articles
quote it. So are chains that share a go-between, since an agency may pass on what a press service issued;
and a chain of one speaker only, who stands in another chain too, adds no origin to that one. In doubt this
counts too few origins rather than too many.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Claim, Evidence

BEARING_OUT = ("confirmed", "fulfilled")
"""Changes whose evidence speaks for the claim."""


def evidence_for(claim: Claim) -> tuple[Evidence, ...]:
    """The quotations that speak for the claim, whenever they were recorded."""
    later = (change.evidence for change in claim.changes if change.status in BEARING_OUT)
    return (*claim.evidence, *(quotation for found in later for quotation in found))


def is_unattributed(claim: Claim) -> bool:
    """Whether nobody is named who says so: articles assert it themselves."""
    return not any(quotation.said_by for quotation in evidence_for(claim))


def articles(claim: Claim) -> int:
    """How many articles report it."""
    return len({quotation.source for quotation in evidence_for(claim)})


def origins(claim: Claim) -> int:
    """How many origins its evidence has."""
    return len(by_origin(claim))


def by_origin(claim: Claim) -> tuple[tuple[Evidence, ...], ...]:
    """The quotations that speak for the claim, those of one origin together."""
    found = evidence_for(claim)
    passed_on = [quotation.said_by for quotation in found if len(quotation.said_by) > 1]
    groups = _merged(set(chain[1:]) for chain in passed_on)
    through = {chain[0]: set(chain[1:]) for chain in reversed(passed_on)}

    def origin(quotation: Evidence) -> tuple[str, ...]:
        if not quotation.said_by:
            return ("article", quotation.source)
        nearest, *others = quotation.said_by
        among = set(others) or through.get(nearest, {nearest})
        group = next((one for one in groups if one & among), None)
        return ("passed on", *sorted(group)) if group else ("speaker", nearest)

    together: dict[tuple[str, ...], list[Evidence]] = {}
    for quotation in found:
        together.setdefault(origin(quotation), []).append(quotation)
    return tuple(tuple(quotations) for quotations in together.values())


def _merged(groups: Iterable[set[str]]) -> list[set[str]]:
    """The groups, those with a member in common made one."""
    merged: list[set[str]] = []
    for group in groups:
        apart = [other for other in merged if not other & group]
        together = [other for other in merged if other & group]
        merged = [*apart, group.union(*together)]
    return merged
