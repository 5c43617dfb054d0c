"""Claims as cards and as lines of a timeline."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.compose.citing import Citing
from dossier.compose.remarks import as_said
from dossier.compose.view import View
from dossier.dates import parse
from dossier.model import Claim, Locator
from dossier.pages import ClaimCard, Evidence, Target, TimelineRow


def claim_card(claim: Claim, view: View, citing: Citing, *, but: str = "") -> ClaimCard:
    """The claim with its speakers, its quotations and what it is about (``but`` the page's own entity)."""
    return ClaimCard(
        id=claim.id,
        text=citing.rich(view.words.pick(claim.text)),
        date=claim.date,
        date_words=view.words.date(claim.date),
        speakers=tuple(view.link(id_) for id_ in claim.said_by),
        status=claim.current_status,
        evidence=tuple(
            Evidence(
                quotation=quote.text,
                language=view.dossier.sources[quote.source].language,
                citation=citing.mark(Locator(quote.source, quote.paragraph)),
            )
            for quote in claim.evidence
        ),
        about=tuple(view.link(id_) for id_ in claim.about if id_ != but),
        home=claim_home(claim),
        record=claim.where,
        as_said=as_said(claim, view),
    )


def _locators(claim: Claim) -> dict[Locator, None]:
    """The paragraphs of the evidence, each once."""
    return dict.fromkeys(Locator(quote.source, quote.paragraph) for quote in claim.evidence)


def claim_home(claim: Claim) -> Target:
    """Where the claim stands for good: on the page of its source."""
    return Target(f"sources/{claim.source}", f"claim-{claim.id}")


def timeline(
    claims: Iterable[Claim], view: View, citing: Citing, *, own_page: bool = False
) -> tuple[TimelineRow, ...]:
    """The dated claims, in the order given; on a dossier page they lead to its own cards."""
    return tuple(
        TimelineRow(
            date=claim.date,
            date_words=view.words.date(claim.date),
            text=citing.rich(view.words.pick(claim.text)),
            citations=tuple(citing.mark(locator) for locator in _locators(claim)),
            status=claim.current_status,
            home=Target("", f"claim-{claim.id}") if own_page else claim_home(claim),
            about=() if own_page else tuple(view.link(id_) for id_ in claim.about),
            as_said=as_said(claim, view),
        )
        for claim in claims
        if parse(claim.date)
    )
