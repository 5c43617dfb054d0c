"""The pages below the sections: taken over from the last build where they are still right, else made anew."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from mkdocs.exceptions import BuildError

from dossier.build import Built, Place
from dossier.manner import processors
from dossier.parallel import Lost, each
from dossier.search.documents import Document
from dossier.stages import stage
from dossier.write.files import write_if_changed
from dossier.write.progress import told
from dossier.write.shell import Shell
from mkdocs_edge.documents import document
from mkdocs_edge.renewal import Renewal
from mkdocs_edge.state import State

_LOST = "a process that wrote pages was killed; if memory ran out, build with fewer: dossier build --jobs 1"
MANY = 1000
"""Pages from which on several processes are quicker than one."""
Shells = Mapping[tuple[str, str], Shell]
"""Language and section → the theme around its pages."""
Made = tuple[Document | None, bytes]
"""What search finds on a page, and what is remembered of it, if anything."""


def write_below(target: Path, state: State) -> None:
    """Write every page; in several processes where many have to be made."""
    places, renewal = state.built.below(), _renewal(state)
    with stage("take over"):
        stale = [place for place in places if not (renewal and _took_over(place, target, state, renewal))]

    # On a cluster it is packed: only what a page is made from, and not all that is known of earlier ones.
    make = partial(_write, target, state.built, state.shells, None if state.engine else renewal)
    jobs = state.manner.jobs or (processors() if len(stale) >= MANY else 1)
    with stage("render"):
        made = each(make, stale, jobs, state.engine)
        try:
            told("writing pages", _noted(stale, made, state, renewal), len(stale), sys.stdout)
        except Lost:
            raise BuildError(_LOST) from None


def write_page(place: Place, target: Path, state: State) -> None:
    """Write one page, as a preview does when it is asked for it."""
    _write(target, state.built, state.shells, None, place)


def _renewal(state: State) -> Renewal | None:
    if not state.manner.published or not state.manner.cache:
        return None
    return Renewal(state.built, state.ground, state.shells, state.pages, Path(state.manner.published))


def _took_over(place: Place, target: Path, state: State, renewal: Renewal) -> bool:
    found = renewal.unchanged(place)
    if found is None:
        return False
    html, state.documents[place] = found
    path = target / state.built.site.file(*place)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(html)
    return True


def _write(target: Path, built: Built, shells: Shells, renewal: Renewal | None, place: Place) -> Made:
    with built.index.reads.scope() as reads:
        page = built.pages[place[0]][place[1]]
        html = built.filled(page, shells[page.language, page.section])
        found = document(page, built)
    write_if_changed(target / built.site.file(*place), html)
    return found, renewal.packed(html.encode(), found, reads) if renewal else b""


def _noted(
    places: Iterable[Place], made: Iterable[list[Made]], state: State, renewal: Renewal | None
) -> Iterator[int]:
    """How many are done, again and again."""
    done, remaining = 0, iter(places)
    for results in made:
        for found, entry in results:
            place = next(remaining)
            state.documents[place] = found
            if renewal and entry:
                renewal.remember(place, entry)
        done += len(results)
        yield done
