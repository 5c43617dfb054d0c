"""References in the formats of others: the table of formats, and the files that stand in a site."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.exports.bibtex import bibtex
from dossier.exports.csl_json import csl_json
from dossier.exports.ris import ris
from dossier.exports.works import Work, work_of
from dossier.model import Dossier
from dossier.pages.references import Download

WHOLE = "data/bibliography"
EACH = "data/references"


@dataclass(frozen=True, slots=True)
class Format:
    """A format, by the name that readers know."""

    label: str
    ending: str
    media_type: str
    write: Callable[[Iterable[Work]], str]


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex", bibtex),
    Format("RIS", "ris", "application/x-research-info-systems", ris),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
)


def works(dossier: Dossier) -> list[Work]:
    """Every reference of the bibliography, in its order."""
    return [work_of(one, article=key in dossier.sources) for key, one in dossier.references.items()]


def reference_files(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """(file, text) of the whole bibliography and of each reference, in every format."""
    found = works(dossier)
    for one in FORMATS:
        yield f"{WHOLE}.{one.ending}", one.write(found)
        for work in found:
            yield f"{EACH}/{work.reference.key}.{one.ending}", one.write([work])


def downloads(stem: str) -> tuple[Download, ...]:
    """What leads to a file of the site in each format."""
    return tuple(
        Download(one.label, f"{stem.rpartition('/')[2]}.{one.ending}", file=f"{stem}.{one.ending}")
        for one in FORMATS
    )


def enclosed(found: Sequence[Work], stem: str) -> tuple[Download, ...]:
    """The same without a file: the text stands in the address itself (RFC 2397)."""
    return tuple(
        Download(one.label, f"{stem}.{one.ending}", data=_data(one, one.write(found))) for one in FORMATS
    )


def _data(one: Format, text: str) -> str:
    return f"data:{one.media_type};charset=utf-8;base64,{b64encode(text.encode()).decode()}"
