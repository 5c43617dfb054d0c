"""The table of citation styles: a reader's language → the convention they expect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dossier.cite import chicago, dstu, gost
from dossier.cite.runs import Run
from dossier.model import Reference

Style = Callable[[Reference, int], Iterator[Run]]

STYLES: Mapping[str, Style] = {"en": chicago.note, "ru": gost.note, "uk": dstu.note}


def cite(reference: Reference, language: str, paragraph: int = 0) -> tuple[Run, ...]:
    """The reference as a reader of the language expects it; Chicago where no other style is known."""
    style = STYLES.get(language, chicago.note)
    return tuple(run for run in style(reference, paragraph) if run.text)
