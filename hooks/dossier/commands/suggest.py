"""``dossier suggest``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.commands.opening import opened
from dossier.commands.telling import announce, tell
from dossier.model import Dossier, Kind
from dossier.problems import did_you_mean
from dossier.report import printable

if TYPE_CHECKING:
    from dossier.link.editors.unregistered import Unregistered

HELP = "list the names in an article that nobody registered, with records to begin"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("source", metavar="SOURCE", help="the source’s key")


def run(root: Path, options: argparse.Namespace) -> int:
    """Read, check, link, and print each unknown name with where it stands and a record to begin."""
    from dossier.link.editors.unregistered import unregistered

    with opened(root) as (dossier, problems, memo):
        if dossier is None:
            return tell(problems)
        if options.source not in dossier.sources:
            return _unknown(options.source, dossier)
        found = unregistered(dossier, options.source, memo)
    for one in found:
        print("\n".join(_told(one, dossier, options.source)))
    announce(f"{len(found)} names that nobody registered")
    return 0


def _unknown(source: str, dossier: Dossier) -> int:
    near = did_you_mean(source, dossier.sources)
    announce(f"there is no source “{source}”{f'; {near}' if near else ''}")
    return 2


def _told(one: Unregistered, dossier: Dossier, key: str) -> Iterator[str]:
    from dossier.exports.stubs import entity_stub
    from dossier.i18n.romanise import slug

    language = dossier.sources[key].language
    places = (
        f"p{number} {', '.join(f'“{place.surface}”' for place in same)}"
        for number, same in groupby(one.occurrences, key=lambda place: place.paragraph)
    )
    yield printable(f"{one.name}  {len(one.occurrences)} ×: {'; '.join(places)}")
    kind = _kind(dossier, person=one.person)
    if kind is not None:
        id_ = slug(one.name, language) or "name-it"
        stub = entity_stub(id_, kind, one.name, language, dossier.settings.languages)
        yield from (f"    {printable(line)}" for line in stub.splitlines())
    yield ""


def _kind(dossier: Dossier, *, person: bool) -> Kind | None:
    """The first kind whose names are of this type: an editor knows better which."""
    wanted = "person" if person else "proper"
    kinds = list(dossier.kinds.values())
    return next((kind for kind in kinds if kind.names == wanted), kinds[0] if kinds else None)
