"""The claims of a page: what they rest on, then their cards, those that face one another together."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.compose.citing import Citing
from dossier.compose.claims import claim_card
from dossier.compose.relations import facing
from dossier.compose.shares import shares
from dossier.compose.view import View
from dossier.dates import sort_key
from dossier.model import Claim
from dossier.pages.claims import ClaimSection


def claim_section(claims: Sequence[Claim], view: View, citing: Citing, *, but: str = "") -> ClaimSection:
    """The claims in the order given, of a page about ``but``."""
    return ClaimSection(
        count=len(claims),
        shares=shares(claims, view),
        groups=tuple(
            tuple(claim_card(claim, view, citing, but=but) for claim in _by_publication(group, view))
            for group in facing(claims, view.index.relations)
        ),
    )


def _by_publication(group: Sequence[Claim], view: View) -> Sequence[Claim]:
    """What was said first stands first."""
    return sorted(group, key=lambda claim: (sort_key(view.index.articles[claim.source].date), claim.where))
