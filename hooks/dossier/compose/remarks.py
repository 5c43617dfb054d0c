"""Notes, dates as said and gaps, as they stand beside a paragraph."""

from __future__ import annotations

from dossier.compose.citing import Citing
from dossier.compose.view import View
from dossier.model import Claim, Gap, Note, Remark, SaidDate
from dossier.pages.claims import AsSaid
from dossier.pages.sources import NoteRow
from dossier.pages.texts import Target


def remark_row(number: int, remark: Remark, view: View, citing: Citing) -> NoteRow:
    """A remark with its number on the page."""
    text = citing.rich(remark.text) if remark.text else ()
    match remark:
        case Note(kind=kind, reading=reading, background=background):
            return NoteRow(
                number, remark.id, kind, remark.quote.text, reading, text, background, remark.where
            )
        case SaidDate(means=means, basis=basis):
            return NoteRow(
                number=number,
                id=remark.id,
                kind="date",
                quotation=remark.quote.text,
                reading="",
                text=text,
                background=basis == "background",
                record=remark.where,
                means=view.words.date(means),
                basis=basis_words(basis, view),
            )
        case Gap():
            return NoteRow(number, remark.id, "gap", remark.quote.text, "", text, False, remark.where)


def basis_words(basis: str, view: View) -> str:
    """What says which date is meant; empty where the words say it all, or where background is marked."""
    say = view.words.say
    return {"publication": say("by the date of the article"), "context": say("by the context")}.get(basis, "")


def remark_target(source: str, remark: Remark) -> Target:
    """Where a remark on a source stands for good."""
    return Target(f"sources/{source}", f"note-{remark.id}")


def as_said(claim: Claim, view: View) -> AsSaid | None:
    """The article's words for the claim's date; None where the record names none."""
    date = view.index.dates_said.get((claim.source, claim.dated_by))
    if date is None:
        return None
    return AsSaid(
        date.quote.text, view.index.articles[claim.source].language, remark_target(claim.source, date)
    )
