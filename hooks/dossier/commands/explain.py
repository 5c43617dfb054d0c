"""``dossier explain``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.commands.opening import opened
from dossier.commands.telling import announce, tell
from dossier.model import Dossier, Quote
from dossier.paragraphs import occurrences
from dossier.problems import did_you_mean
from dossier.report import printable

if TYPE_CHECKING:
    from dossier.link.editors.explain import Verdict

_PLACE = re.compile("([^:]*):p?([0-9]{1,9}):(.+)", re.DOTALL)
HELP = "say which rule made words of an article a link, or none"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument(
        "place", metavar="SOURCE:P:QUOTE", help="the source’s key, the paragraph’s number, words of it"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Read, check, link one article, and tell what was decided about the words."""
    from dossier.link.editors.explain import explained

    with opened(root) as (dossier, problems, memo):
        if dossier is None:
            return tell(problems)
        quotes, wrong = _quotes(dossier, options.place)
        verdicts = explained(dossier, quotes, memo)
    for quote, found in zip(quotes, verdicts, strict=True):
        print("\n".join(map(printable, _told(quote, found))))
    if wrong:
        announce(wrong)
        return 2
    return 0


def _quotes(dossier: Dossier, place: str) -> tuple[list[Quote], str]:
    """Every occurrence of the words in the paragraph; or what is wrong with what was asked."""
    asked = _PLACE.fullmatch(place)
    if asked is None:
        return [], "write  dossier explain SOURCE:P:QUOTE,  for example  dossier explain some-article:3:Name"
    key, number, words = asked.groups()
    source = dossier.sources.get(key)
    if source is None:
        near = did_you_mean(key, dossier.sources)
        return [], f"there is no source “{key}”{f'; {near}' if near else ''}"
    paragraph = next((one for one in source.paragraphs if one.number == int(number)), None)
    if paragraph is None:
        return [], f"“{key}” has no paragraph {number}; it has {len(source.paragraphs)}"
    starts = occurrences(paragraph.text, words)
    if not starts:
        return [], f"paragraph {paragraph.number} of “{key}” does not hold “{words}” letter for letter"
    return [Quote(key, paragraph.number, at, at + len(words), words) for at in starts], ""


def _told(quote: Quote, verdicts: list[Verdict]) -> Iterator[str]:
    from dossier.link.editors.explain import reason

    yield f"{quote.source} p{quote.paragraph}, characters {quote.start} to {quote.end}: “{quote.text}”"
    for one in verdicts:
        what = "names" if one.linked else "is not linked to"
        yield f"  “{one.surface}” {what} {one.entity}: {one.rule}"
        yield f"      {reason(one.rule)}"
    if not verdicts:
        yield "  no registered name, in any of its forms, shares a character with these words"
