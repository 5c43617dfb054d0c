"""Claims as cards, as lines that lead to them, and as lines of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.compose.citing import Citing
from dossier.compose.interactions import interaction_rows
from dossier.compose.relations import CONTRADICTS, SUPERSEDED, Relation
from dossier.compose.remarks import as_said
from dossier.compose.renderings import rendering
from dossier.compose.view import View, cut
from dossier.dates import parse
from dossier.model import Change, Claim, Evidence, Locator
from dossier.pages.claims import ClaimCard, ClaimLine, Counterpart, EvidenceRow, HistoryRow
from dossier.pages.texts import Target
from dossier.pages.timelines import TimelineRow

LINE = 90
"""About as many characters of a claim as its counterpart's card shows of it."""


def claim_card(claim: Claim, view: View, citing: Citing, *, but: str = "") -> ClaimCard:
    """The claim with its speakers, its quotations and what it is about (``but`` the page's own entity)."""
    return ClaimCard(
        id=claim.id,
        text=citing.rich(claim.text),
        date=claim.date,
        date_words=view.words.date(claim.date),
        speakers=tuple(view.link(id_) for id_ in claim.said_by),
        marks=tuple(_marks(claim, view)),
        evidence=tuple(_evidence(claim.evidence, claim.said_by, view, citing)),
        about=tuple(view.link(id_) for id_ in claim.about if id_ != but),
        home=claim_home(claim),
        record=claim.where,
        as_said=as_said(claim, view),
        history=tuple(_history(claim, view, citing)),
        counterparts=tuple(_counterpart(relation, view) for relation in _relations(claim, view)),
        interactions=tuple(interaction_rows(claim, view)),
        formerly=claim.formerly,
    )


def _relations(claim: Claim, view: View) -> tuple[Relation, ...]:
    return view.index.relations.get(claim.id, ())


def _marks(claim: Claim, view: View) -> Iterator[str]:
    """What a reader should know of a claim wherever it is listed: its status, and what speaks against it."""
    if claim.current_status != "reported":
        yield claim.current_status
    kinds = {relation.kind for relation in _relations(claim, view)}
    yield from (kind for kind in (SUPERSEDED, CONTRADICTS) if kind in kinds)


def _counterpart(relation: Relation, view: View) -> Counterpart:
    """The other claim, which stands on the same page."""
    text, language = view.plain(relation.other.text)
    return Counterpart(relation.kind, cut(text, LINE), Target("", f"claim-{relation.other.id}"), language)


def _evidence(
    quotations: Iterable[Evidence], said_by: tuple[str, ...], view: View, citing: Citing
) -> Iterator[EvidenceRow]:
    """The quotations, with their speakers where these are others than the ones already named."""
    for quotation in quotations:
        yield EvidenceRow(
            quotation=quotation.text,
            language=view.index.articles[quotation.source].language,
            citation=citing.mark(Locator(quotation.source, quotation.paragraph)),
            speakers=tuple(view.link(id_) for id_ in quotation.said_by),
            speakers_differ=quotation.said_by != said_by,
            rendering=rendering(quotation, view),
        )


def _history(claim: Claim, view: View, citing: Citing) -> Iterator[HistoryRow]:
    """How the claim was first recorded and what became of it; nothing where nothing did."""
    if claim.changes:
        published = view.index.articles[claim.source].date
        yield HistoryRow(published, view.words.date(published), claim.status)
    for change in claim.changes:
        yield _change(change, claim, view, citing)


def _change(change: Change, claim: Claim, view: View, citing: Citing) -> HistoryRow:
    return HistoryRow(
        date=change.date,
        date_words=view.words.date(change.date),
        status=change.status,
        text=citing.rich(change.text),
        evidence=tuple(_evidence(change.evidence, claim.said_by, view, citing)),
    )


def _locators(claim: Claim) -> dict[Locator, None]:
    """The paragraphs of the evidence, each once."""
    return dict.fromkeys(Locator(quote.source, quote.paragraph) for quote in claim.quotations())


def claim_home(claim: Claim) -> Target:
    """Where the claim stands for good: on the page of its source."""
    return Target(f"sources/{claim.source}", f"claim-{claim.id}")


def claim_line(claim: Claim, view: View, *, own_page: bool = False) -> ClaimLine:
    """The claim in a list, leading to its card on the same page or to where it stands for good."""
    target = Target("", f"claim-{claim.id}") if own_page else claim_home(claim)
    text, language = view.plain(claim.text)
    return ClaimLine(text, target, tuple(_marks(claim, view)), language)


def timeline(
    claims: Iterable[Claim], view: View, citing: Citing, *, own_page: bool = False
) -> tuple[TimelineRow, ...]:
    """The dated claims, in the order given; on a dossier page they lead to its own cards."""
    return tuple(
        TimelineRow(
            id=claim.id,
            date=claim.date,
            date_words=view.words.date(claim.date),
            text=citing.rich(claim.text),
            citations=tuple(citing.mark(locator) for locator in _locators(claim)),
            marks=tuple(_marks(claim, view)),
            home=Target("", f"claim-{claim.id}") if own_page else claim_home(claim),
            about=() if own_page else tuple(view.link(id_) for id_ in claim.about),
            as_said=as_said(claim, view),
            chosen=() if own_page else tuple(_chosen(claim)),
        )
        for claim in claims
        if parse(claim.date)
    )


def _chosen(claim: Claim) -> Iterator[str]:
    """What a reader may narrow the timeline to, in order to see the claim."""
    yield from (f"about:{id_}" for id_ in dict.fromkeys((*claim.about, *claim.said_by)))
    yield from (f"source:{key}" for key in dict.fromkeys(locator.source for locator in _locators(claim)))
