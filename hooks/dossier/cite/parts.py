"""What every convention needs of a reference: fields that are known, names, titles, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.cite.runs import Run, Runs, plain
from dossier.cite.vocabulary import AUTHOR
from dossier.model import UNKNOWN, Reference

Name = tuple[str, str]
"""Family name and given names; an organisation has no given names."""

_LONGEST, _CUT = 8, 6
"""Words of a title that a short reference repeats as it is, and of a longer one."""
_CYRILLIC = re.compile("[\u0400-\u052f]")


def known(reference: Reference, field: str) -> str:
    """A field's text; empty where the entry has none or says ``unknown``."""
    value = reference.fields.get(field, "")
    return "" if value == UNKNOWN else value


def told(reference: Reference, field: str, language: str) -> str:
    """A field's text as a language has it, else as the source has it."""
    return known(reference, f"{field}_{language}") or known(reference, field)


def people(reference: Reference, role: str = AUTHOR, language: str = "") -> list[Name]:
    """The names as a language writes them, else as the source does; none where nobody knows them."""
    given = reference.persons.get(f"{role}_{language}") or reference.persons.get(role, ())
    return [name for name in given if name != (UNKNOWN, "")]


def own_language(reference: Reference) -> str:
    """The language of the source."""
    return known(reference, "language")


def is_cyrillic(reference: Reference) -> bool:
    """The script of the source, as far as its title shows it."""
    return bool(_CYRILLIC.search(known(reference, "title")))


def titled(reference: Reference, field: str, language: str, *, italic: bool = False) -> Runs:
    """A title as the source has it; ``language`` is the page's, in which it needs no mark."""
    own = own_language(reference)
    title = known(reference, field)
    return (Run(title, italic=italic, language="" if own == language else own),) if title else ()


def translation(reference: Reference, field: str, language: str) -> Runs:
    """A title in the reader's language, in brackets; none where it is the source's own."""
    given = _bare(known(reference, f"{field}_{language}"))
    return plain(f"[{given}]") if given and own_language(reference) != language else ()


def short_title(reference: Reference, title: str) -> str:
    """What a short reference repeats of a title: ``shorttitle``, or its first words."""
    if given := known(reference, "shorttitle"):
        return given
    words = title.split()
    if len(words) <= _LONGEST:
        return title
    cut = " ".join(words[:_CUT]).rstrip(",;:–—-") + "…"
    return f"{cut}]" if title.startswith("[") and title.endswith("]") else cut


def is_supplied(title: str) -> bool:
    """Whether editors made a title for a source that has none."""
    return title.startswith("[")


def _bare(title: str) -> str:
    return title.removeprefix("[").removesuffix("]")


def initials(given: str) -> str:
    """«И. П.» of «Иван Петрович», «Ж.-П.» of «Жан-Поль»; what is an initial already stays as it is."""
    parts = re.sub(r"\.(?=[^\s-])", ". ", given).split()
    return " ".join("-".join(_initial(half) for half in part.split("-") if half) for part in parts)


def _initial(name: str) -> str:
    return name if name.endswith(".") else f"{name[0]}."


def ranged(pages: str) -> str:
    """Pages with the dash of ranges: ``76-86``, ``76--86`` → ``76–86``."""
    return re.sub(r"(?<=\w)\s*-{1,2}\s*(?=\w)", "–", pages)


_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[^\s\"'<>\\^`{|}]+)", re.IGNORECASE)


def doi(reference: Reference) -> str:
    """The digital object identifier, whatever stands before it in the entry; empty for what is none."""
    match = _DOI.fullmatch(known(reference, "doi"))
    return match[1] if match else ""


def link(address: str) -> Runs:
    """An address that leads there."""
    return (Run(address, url=address),) if address else ()


def first_known(reference: Reference, fields: Sequence[str]) -> str:
    """The first of the fields of which something is known; empty where nothing is."""
    return next((field for field in fields if known(reference, field)), "")


def ordinal(number: int) -> str:
    """“2nd”, “11th”."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
