"""What search finds on the dossier's own pages."""

from __future__ import annotations

from dossier.build import Built
from dossier.pages.entities import EntityBody
from dossier.pages.page import Page
from dossier.pages.sources import SourceBody
from dossier.search.documents import Document, of_entity, of_source


def document(page: Page, built: Built) -> Document | None:
    """An entity or an article as it is found; None for the pages that list them, which hold nothing else."""
    home, key = built.site.home(page.language), page.path.rpartition("/")[2]

    def place(path: str) -> str:
        return built.site.url(page.language, path).removeprefix(home)

    if isinstance(page.body, SourceBody):
        return of_source(page, place(page.path), built.index.dossier.sources[key])
    if isinstance(page.body, EntityBody):
        mentions = (place(f"sources/{one.source}") for one in built.index.mentions_of.get(key, ()))
        return of_entity(page, place(page.path), built.index.dossier.entities[key], mentions)
    return None
