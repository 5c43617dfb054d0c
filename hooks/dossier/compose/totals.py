"""How much there is of everything, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.compose.view import View

COUNTS: Mapping[str, Callable[[View], int]] = {
    "entities": lambda view: len(view.dossier.entities),
    "sources": lambda view: len(view.dossier.sources),
    "claims": lambda view: len(view.dossier.claims()),
    "mentions": lambda view: sum(map(len, view.index.mentions_of.values())),
    "notes": lambda view: sum(len(source.notes) for source in view.dossier.sources.values()),
}


def say_total(what: str, view: View) -> str:
    """``46 claims`` in the reader's language; ValueError when there is nothing of that name to count."""
    if what not in COUNTS:
        raise ValueError(f"“{what}” cannot be counted; one of: {', '.join(COUNTS)}")
    number = COUNTS[what](view)
    count = view.words.count
    if what == "entities":
        return count(number, "{n} entry", "{n} entries")
    if what == "sources":
        return count(number, "{n} source", "{n} sources")
    if what == "claims":
        return count(number, "{n} claim", "{n} claims")
    if what == "mentions":
        return count(number, "{n} mention", "{n} mentions")
    return count(number, "{n} note", "{n} notes")
