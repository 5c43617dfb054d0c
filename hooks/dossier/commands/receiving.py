"""An article's file as it comes from outside the dossier: its bytes and its text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dossier.intake.taken import Taken, Untaken
from dossier.intake.taking import TEXT, form_of, take
from dossier.paragraphs import split
from dossier.problems import Location, Problems
from dossier.read.articles import MAX_ARTICLE, MAX_RECEIVED
from dossier.read.text import decode, read_bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is to be taken in."""

    data: bytes
    """The file as it was received."""
    text: str
    form: str
    taken: Taken | None
    """What the text was taken from the file with; None where the file is the text."""


def incoming(path: Path, form: str | None, language: str, problems: Problems) -> Incoming | None:
    """The article in a file, whose form is told by its first bytes; None and a problem if there is none."""
    name = str(path)
    data = read_bytes(path, name, MAX_RECEIVED, problems)
    if data is None:
        return None
    try:
        form = form or form_of(data)
        taken = take(data, form, language) if form != TEXT else None
    except Untaken as error:
        problems.error("not-taken", Location(name, error.line), str(error), error.hint)
        return None
    text = taken.text if taken else decode(data, name, problems)
    if text is None:
        return None
    size = len(text.encode("utf-8"))
    if size > MAX_ARTICLE:
        message = f"the article has {size} bytes, more than the {MAX_ARTICLE} allowed"
        problems.error("too-large", Location(name), message, "split it")
        return None
    if not split(text):
        problems.error(
            "not-taken", Location(name), "the file has no text", "look whether it is the article’s"
        )
        return None
    return Incoming(data, text, form, taken)
