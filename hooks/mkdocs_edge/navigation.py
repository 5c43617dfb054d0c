"""The order of the navigation: home, the sections of the dossier, then the other hand-written pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_edge.files import section_pages
from mkdocs_edge.handwritten import escaped
from mkdocs_edge.state import State


def ordered(nav: Navigation, config: MkDocsConfig, state: State, language: str) -> Navigation:
    """Sections in the order of ``kinds.yml``; a navigation written in ``mkdocs.yml`` stays as it is."""
    if not config.nav:
        nav.items = _sorted(nav, state, language)
        _chain([item for item in nav.items if isinstance(item, Page)])
    if "navigation.footer" not in config.theme["features"]:
        _unchain(nav.pages)
    return nav


def _sorted(nav: Navigation, state: State, language: str) -> list[StructureItem]:
    items = list(_flattened(nav.items))
    places = {url: place for place, url in enumerate(section_pages(state, language), 1)}
    home = state.built.site.url(language, "")

    def rank(item: StructureItem) -> int:
        url = item.url if isinstance(item, Page) else ""
        if isinstance(item, Page) and (url == home or item.is_homepage):
            return 0
        return places.get(url or "", len(places) + 1)

    return sorted(items, key=rank)


def _flattened(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    """A section that holds a single page stands for that page."""
    for item in items:
        if isinstance(item, Section) and len(item.children) == 1:
            item.children[0].parent = item.parent
            yield from _flattened(item.children)
        else:
            if isinstance(item, Section):
                item.title = escaped(str(item.title))
            yield item


def _chain(pages: Sequence[Page]) -> None:
    """Previous and next as the navigation now has them."""
    for position, page in enumerate(pages):
        page.parent = None
        page.previous_page = pages[position - 1] if position else None
        page.next_page = pages[position + 1] if position + 1 < len(pages) else None


def _unchain(pages: Iterable[Page]) -> None:
    """The theme's head would name what comes next, and Firefox fetch it unasked, which the policy refuses."""
    for page in pages:
        page.previous_page = page.next_page = None
