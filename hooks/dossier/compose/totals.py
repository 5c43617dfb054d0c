"""How much there is of everything, in words."""

from __future__ import annotations

from dossier.compose.view import View
from dossier.model import TOTALS


def say_total(what: str, view: View) -> str:
    """``46 claims`` in the reader's language; ValueError for what is not among the ``TOTALS``."""
    dossier, count = view.dossier, view.words.count
    match what:
        case "entities":
            return count(len(dossier.entities), "{n} entry", "{n} entries")
        case "sources":
            return count(len(dossier.sources), "{n} source", "{n} sources")
        case "claims":
            return count(len(dossier.claims()), "{n} claim", "{n} claims")
        case "mentions":
            return count(sum(map(len, view.index.mentions_of.values())), "{n} mention", "{n} mentions")
        case "notes":
            return count(sum(len(s.notes) for s in dossier.sources.values()), "{n} note", "{n} notes")
    raise ValueError(f"“{what}” cannot be counted; one of: {', '.join(TOTALS)}")
