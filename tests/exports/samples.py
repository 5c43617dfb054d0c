"""References of every type, and such as do their worst."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rispy
from hypothesis import strategies as st

from dossier.exports.works import Work, work_of
from dossier.model import UNKNOWN, Reference
from dossier.problems import Location, Problems
from dossier.read.bibtex import parsed

HERE = Path(__file__).parent
WHERE = Location("data/references.bib")


def references() -> dict[str, Reference]:
    """Those of ``references.bib``, one of each type."""
    return read((HERE / "references.bib").read_text(encoding="utf-8"))


def works() -> list[Work]:
    return [work_of(reference) for reference in references().values()]


def read(text: str) -> dict[str, Reference]:
    """What the project's own reader makes of a bibliography."""
    problems = Problems()
    found = parsed(text, WHERE.file, problems)
    assert problems.found == []
    return dict(found.entries)


def read_ris(text: str) -> list[dict[str, Any]]:
    """What a reader of RIS that somebody else wrote makes of a text."""
    found: list[dict[str, Any]] = rispy.loads(text)
    return found


HOSTILE = (
    '"><script>alert(1)</script>',
    "a\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - b",
    "@} @misc{x, title={y}}",
    "{{{",
    "}} \\ ~ ^ $x$ % & # _ `` '' -- ,, ?` <<",
    r"\input{/etc/passwd}",
    "a & b = c + d %20",
    "\u2028\u202e\u00a0",
)

_NASTY = st.text(st.sampled_from("aБé1 -–'`\",.!?&$#_^~%{}\\\r\n\t\u00a0\u2028<>@/:=+;[]"), max_size=14)
_ANY = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=14)
TEXTS = (_NASTY | _ANY | st.sampled_from(HOSTILE)).filter(lambda text: plain(text) not in ("", UNKNOWN))
"""Texts such as a title may hold."""


def plain(text: str) -> str:
    """The text on one line, as every format has it."""
    return " ".join(text.split())


def titled(title: str, **fields: str) -> Work:
    return work_of(Reference("key", "online", {"title": title, "date": "2024-05-01"} | fields, {}, WHERE))
