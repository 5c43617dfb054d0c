"""Every page of the site in one language: which there are, and how each is composed when its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.compose.alphabet import alphabet_pages
from dossier.compose.entity import entity_page
from dossier.compose.gaps import GAPS, gaps_page
from dossier.compose.index import Index
from dossier.compose.lists import bibliography_page, timeline_page
from dossier.compose.network import NETWORK, network_page
from dossier.compose.registers import register_page, sources_page
from dossier.compose.reports import reports_page
from dossier.compose.source import announced, source_page
from dossier.compose.translations import translations_page
from dossier.compose.view import View
from dossier.i18n.interface import Interface
from dossier.model import Source
from dossier.pages.page import Page, is_index
from dossier.pages.texts import Link


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that can be composed."""

    path: str
    make: Callable[[], Page]
    given: tuple[Link | Page | None, ...] = ()
    """What it is made from beside the index."""


class Pages(Mapping[str, Page]):
    """The pages of a language by their paths, each composed when it is asked for; none is kept."""

    def __init__(self, index: Index, language: str) -> None:
        self._view = View(index, Interface(language, index.dossier.messages.get(language)))
        self._drafts = {draft.path: draft for draft in compose(self._view)}

    def __getitem__(self, path: str) -> Page:
        return self._drafts[path].make()

    def __iter__(self) -> Iterator[str]:
        return iter(self._drafts)

    def __len__(self) -> int:
        return len(self._drafts)

    def __contains__(self, path: object) -> bool:
        return path in self._drafts

    def draft(self, path: str) -> Draft:
        """What a page is made from and how."""
        return self._drafts[path]

    def announced(self, source: Source) -> tuple[str, str]:
        """Title and description of an article's page, which need not be composed for them."""
        return announced(source, self._view)

    def indexes(self) -> Iterator[str]:
        """The paths of the sections' own pages."""
        return (path for path in self._drafts if is_index(path))

    def below(self) -> Iterator[str]:
        """The paths of the pages below them."""
        return (path for path in self._drafts if not is_index(path))


def compose(view: View) -> Iterator[Draft]:
    """Registers with their entities, sources, what lists all these, what is not known or not translated."""
    for kind in view.dossier.kinds.values():
        yield Draft(kind.section, partial(register_page, kind, view))
        links = [view.link(entity.id) for entity in view.entities_of(kind)]
        for link, given in zip(links, _neighbours(links), strict=True):
            id_ = link.target.path.rpartition("/")[2]
            yield Draft(link.target.path, partial(_entity_page, id_, view, *given), given)
    yield Draft("sources", partial(sources_page, view))
    links = [view.source_link(key) for key in view.dossier.sources]
    for link, given in zip(links, _neighbours(links), strict=True):
        key = link.target.path.rpartition("/")[2]
        yield Draft(link.target.path, partial(_source_page, key, view, *given), given)
    yield Draft("timeline", partial(timeline_page, view))
    yield Draft("reports", partial(reports_page, view))
    yield Draft(NETWORK, partial(network_page, view))
    yield Draft("bibliography", partial(bibliography_page, view))
    for page in alphabet_pages(view):
        yield Draft(page.path, partial(_made, page), (page,))
    yield Draft(GAPS.path, partial(gaps_page, view))
    if len(view.dossier.settings.languages) > 1:
        yield Draft("translations", partial(translations_page, view))


def _entity_page(id_: str, view: View, previous: Link | None, following: Link | None) -> Page:
    return entity_page(view.dossier.entities[id_], view, previous, following)


def _source_page(key: str, view: View, previous: Link | None, following: Link | None) -> Page:
    return source_page(view.dossier.sources[key], view, previous, following)


def _made(page: Page) -> Page:
    return page


def _neighbours(links: Sequence[Link]) -> Iterator[tuple[Link | None, Link | None]]:
    for position in range(len(links)):
        before = links[position - 1] if position else None
        yield before, links[position + 1] if position + 1 < len(links) else None
