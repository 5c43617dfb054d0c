"""A comparison as words for a terminal, as Markdown for a forge, and as a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import Environment, PackageLoader

from dossier.review.changes import ADDED, CHANGED, GONE, Section

FORMATS = ("text", "markdown")
MOST = 200
"""Changes of one section that are listed; a reviewer reads no more, and GitHub shows no more."""
_MARKED = re.compile(r"([\\`*_{}\[\]<>#|&!~])")
NOTHING = "Nothing of the dossier differs."


def counted(section: Section) -> str:
    """How many changes of each sort a section has."""
    number = {sign: sum(one.sign == sign for one in section.changes) for sign in (ADDED, CHANGED, GONE)}
    return ", ".join(f"{sign}{count}" for sign, count in number.items() if count)


def as_text(sections: Sequence[Section]) -> str:
    """For a terminal."""
    return "\n".join(_lines(sections)) if sections else NOTHING


def _lines(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield f"{section.title} ({counted(section)})"
        for change in section.changes[:MOST]:
            yield f"  {change.sign} {_flat(change.what)}{f'  ({change.place})' if change.place else ''}"
            yield from (f"      {_flat(line)}" for line in change.details)
        yield from _rest(section, "  ")
        yield ""


def as_markdown(sections: Sequence[Section]) -> str:
    """For a step's summary or a comment; whatever the records hold is shown as it is."""
    lines = ["## What this changes in the dossier", ""]
    for section in sections:
        lines += [f"### {section.title} ({counted(section)})", ""]
        for change in section.changes[:MOST]:
            place = f" — {_plain(change.place)}" if change.place else ""
            lines.append(f"- {change.sign} {_plain(change.what)}{place}")
            lines += [f"  - {_plain(line)}" for line in change.details]
        lines += [*_rest(section, "- "), ""]
    return "\n".join(lines if sections else [*lines, NOTHING, ""])


def as_page(sections: Sequence[Section], title: str) -> str:
    """A page that needs no other file and runs nothing."""
    environment = Environment(loader=PackageLoader("dossier.review", "."), autoescape=True)
    template = environment.get_template("page.html")
    return template.render(title=title, sections=sections, counted=counted, most=MOST, nothing=NOTHING)


def _rest(section: Section, before: str) -> Iterator[str]:
    more = len(section.changes) - MOST
    if more > 0:
        yield f"{before}… and {more} more"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Words that Markdown takes for nothing but words; addresses and names of people become no links."""
    escaped = _MARKED.sub(r"\\\1", _flat(text))
    return escaped.replace("://", ":&#8203;//").replace("@", "&#64;")
