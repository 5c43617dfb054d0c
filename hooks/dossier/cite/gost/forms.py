"""The forms of a reference: in full, repeated, and repeated at once."""

from __future__ import annotations

from dossier.cite.gost.convention import Convention
from dossier.cite.gost.imprint import addresses, extent, imprint
from dossier.cite.gost.names import heading
from dossier.cite.gost.terms import LATIN, terms_of
from dossier.cite.gost.titles import title_area, title_of
from dossier.cite.parts import short_title
from dossier.cite.runs import Run, Runs, closed, join, plain
from dossier.model import Reference


def full(reference: Reference, convention: Convention, paragraph: int = 0) -> Runs:
    """All areas, with the paragraph where one is meant; full stops alone stand between them."""
    terms = terms_of(reference, convention.terms)
    areas = [
        _heading(reference),
        title_area(reference, convention, terms),
        *imprint(reference, convention, terms),
        *extent(reference, terms),
        _pinpoint(convention, paragraph),
        *addresses(reference, convention),
    ]
    return closed(join(". ", areas))


def short(reference: Reference, convention: Convention, paragraph: int = 0) -> Runs:
    """A repeated reference: heading, title, paragraph (ГОСТ Р 7.0.5, 8.4; ДСТУ 8302, 5.5)."""
    title = title_of(reference, convention)[0]
    cut = Run(short_title(reference, title.text), language=title.language)
    return closed(join(". ", [_heading(reference), (cut,), _pinpoint(convention, paragraph)]))


def again(reference: Reference, convention: Convention, paragraph: int = 0) -> Runs:
    """The source just cited: «Там же», or “Ibid.” of a source in Latin letters (ГОСТ Р 7.0.5, section 8)."""
    word = "Ibid." if terms_of(reference, convention.terms) is LATIN else convention.again
    return closed(join(". ", [plain(word), _pinpoint(convention, paragraph)]))


def _heading(reference: Reference) -> Runs:
    return plain(", ".join(heading(reference)))


def _pinpoint(convention: Convention, paragraph: int) -> Runs:
    return plain(f"{convention.paragraph} {paragraph}" if paragraph else "")
