"""``data/claims.json``: every claim with its speakers, evidence and history (``docs/…/exports.md``)."""

from __future__ import annotations

from typing import Any

from dossier.exports.addresses import Addresses, source_path
from dossier.exports.document import document, known
from dossier.exports.texts import Texts
from dossier.model import Change, Claim, Evidence, LinkedDossier, Source

Item = dict[str, Any]

CLAIMS = "data/claims.json"


def claims_json(linked: LinkedDossier, addresses: Addresses) -> str:
    """Claims in the order of their sources."""
    texts = Texts(linked.dossier)
    found = [_claim(claim, texts, addresses) for claim in linked.dossier.claims()]
    return document(linked.dossier, CLAIMS, claims=found)


def _claim(claim: Claim, texts: Texts, addresses: Addresses) -> Item:
    """``date`` and ``said_by`` are always there: an unknown day and the article itself are answers too."""
    source = texts.dossier.sources[claim.source]
    return (
        {"id": claim.id, "source": claim.source}
        | dict(texts.told("text", claim.text))
        | {
            "about": list(claim.about),
            "date": claim.date,
            **known(date_as_said=_as_said(claim, source)),
            "said_by": list(claim.said_by),
            "status": claim.status,
            "current_status": claim.current_status,
            "evidence": [evidence(one, texts) for one in claim.evidence],
        }
        | known(
            changes=[_change(change, texts) for change in claim.changes],
            contradicts=list(claim.contradicts),
            supersedes=list(claim.supersedes),
            interactions=[
                {"kind": one.kind, "by": list(one.by), "to": list(one.to)} for one in claim.interactions
            ],
            formerly=list(claim.formerly),
        )
        | {"pages": addresses.pages(texts.dossier, source_path(claim.source), f"claim-{claim.id}")}
    )


def evidence(found: Evidence, texts: Texts) -> Item:
    """A quotation; ``start`` and ``end`` count code points of the article's text from its beginning."""
    before = texts.dossier.sources[found.source].paragraph(found.paragraph).start
    return {
        "source": found.source,
        "paragraph": found.paragraph,
        "quotation": found.text,
        "start": before + found.start,
        "end": before + found.end,
        "said_by": list(found.said_by),
    }


def _change(change: Change, texts: Texts) -> Item:
    return {
        "date": change.date,
        "status": change.status,
        **texts.told("text", change.text),
        "evidence": [evidence(one, texts) for one in change.evidence],
    }


def _as_said(claim: Claim, source: Source) -> Item:
    """The article's own words for the date, where the claim names them."""
    found = [date for date in source.dates if date.id == claim.dated_by]
    return {"id": found[0].id, "quotation": found[0].quote.text, "basis": found[0].basis} if found else {}
