"""Every page of the site in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.compose.alphabet import alphabet_pages
from dossier.compose.entity import entity_page
from dossier.compose.gaps import gaps_page
from dossier.compose.index import Index
from dossier.compose.lists import bibliography_page, timeline_page
from dossier.compose.network import network_page
from dossier.compose.registers import register_page, sources_page
from dossier.compose.reports import reports_page
from dossier.compose.source import source_page
from dossier.compose.translations import translations_page
from dossier.compose.view import View
from dossier.i18n.interface import Interface
from dossier.pages.page import Page
from dossier.pages.texts import Link


def compose(index: Index, language: str) -> Iterator[Page]:
    """Registers with their entities, sources, what lists all these, what is not known or not translated."""
    view = View(index, Interface(language, index.dossier.messages.get(language)))
    for kind in view.dossier.kinds.values():
        yield register_page(kind, view)
        entities = view.entities_of(kind)
        links = [view.link(entity.id) for entity in entities]
        for entity, (previous, following) in zip(entities, _neighbours(links), strict=True):
            yield entity_page(entity, view, previous, following)
    yield sources_page(view)
    links = [view.source_link(key) for key in view.dossier.sources]
    for source, (previous, following) in zip(view.dossier.sources.values(), _neighbours(links), strict=True):
        yield source_page(source, view, previous, following)
    yield timeline_page(view)
    yield reports_page(view)
    yield network_page(view)
    yield bibliography_page(view)
    yield from alphabet_pages(view)
    yield gaps_page(view)
    if len(view.dossier.settings.languages) > 1:
        yield translations_page(view)


def _neighbours(links: Sequence[Link]) -> Iterator[tuple[Link | None, Link | None]]:
    for position in range(len(links)):
        before = links[position - 1] if position else None
        yield before, links[position + 1] if position + 1 < len(links) else None
