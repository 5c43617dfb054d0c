"""The table of citation styles, and which of them a reader's language expects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.cite.chicago import forms as chicago
from dossier.cite.chicago.names import filed_under
from dossier.cite.gost import forms as gost
from dossier.cite.gost.convention import DSTU, GOST, Convention
from dossier.cite.gost.names import heading
from dossier.cite.runs import Runs
from dossier.cite.vocabulary import DEFAULT_STYLES
from dossier.i18n.interface import Interface
from dossier.model import Reference

Written = Callable[[Reference, Interface, int], Runs]


@dataclass(frozen=True, slots=True)
class Style:
    """The forms in which a convention writes a reference; the number is that of a paragraph, or 0."""

    note: Written
    """In full, where a source is cited first."""
    short: Written
    """Where it is cited again."""
    again: Written
    """Where it is cited again with no other source in between."""
    entry: Written
    """In a bibliography."""
    filed_under: Callable[[Reference, Interface], tuple[str, ...]]
    """The names that stand at the head of the entry."""


def _in_areas(convention: Convention) -> Style:
    return Style(
        note=lambda reference, _, paragraph: gost.full(reference, convention, paragraph),
        short=lambda reference, _, paragraph: gost.short(reference, convention, paragraph),
        again=lambda reference, _, paragraph: gost.again(reference, convention, paragraph),
        entry=lambda reference, _, paragraph: gost.full(reference, convention, paragraph),
        filed_under=lambda reference, _: heading(reference),
    )


STYLES: Mapping[str, Style] = {
    "chicago": Style(
        note=chicago.note,
        short=chicago.short,
        again=chicago.short,
        entry=lambda reference, words, _: chicago.entry(reference, words),
        filed_under=filed_under,
    ),
    "gost": _in_areas(GOST),
    "dstu": _in_areas(DSTU),
}
"""Name in the configuration → style."""


def style_of(language: str, chosen: Mapping[str, str]) -> Style:
    """The style of a language: the chosen one, else its own country's, else Chicago."""
    return STYLES[chosen.get(language, DEFAULT_STYLES.get(language, "chicago"))]
