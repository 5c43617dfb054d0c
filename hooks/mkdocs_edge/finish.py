"""After the last language: the dossier's pages, the search index, the sitemap, the page for lost readers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from dossier.render.notfound import not_found
from dossier.search.documents import document
from dossier.write.files import write_if_changed
from dossier.write.sitemap import Alternates, sitemap
from mkdocs_edge.files import from_root
from mkdocs_edge.state import State, i18n


def finish(config: MkDocsConfig, state: State) -> None:
    """Write everything that is not a page of MkDocs."""
    target = Path(config.site_dir)
    for name, html in state.built.filled(state.shells):
        write_if_changed(target / name, html)
    write_if_changed(target / "404.html", not_found(state.built.index.dossier, config.site_url or ""))
    write_if_changed(target / "sitemap.xml", sitemap(_addresses(config, state), config.site_url or ""))
    (target / "sitemap.xml.gz").unlink(missing_ok=True)
    _extend_search(target / "search" / "search_index.json", state, offline=not config.use_directory_urls)


def _addresses(config: MkDocsConfig, state: State) -> list[Alternates]:
    """Every page once, with its languages: hand-written ones and the dossier's."""
    found: dict[tuple[str, ...], Alternates] = {}
    for alternates in _handwritten(config, state):
        found.setdefault(tuple(sorted(alternates.values())), alternates)
    paths = next(iter(state.built.pages.values()))
    for path in paths:
        alternates = state.built.alternates(path)
        found.setdefault(tuple(sorted(alternates.values())), alternates)
    return list(found.values())


def _handwritten(config: MkDocsConfig, state: State) -> Iterator[Alternates]:
    for files in i18n(config).i18n_files_per_language.values():
        for file in files:
            urls = {language: other.url for language, other in file.alternates.items()}
            ordered = {code: urls[code] for code in state.built.site.languages if code in urls}
            yield {code: from_root(url) for code, url in ordered.items()}


def _extend_search(path: Path, state: State, *, offline: bool) -> None:
    """Add the dossier's pages to the theme's index; from disk it is read as a script beside it."""
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    index["docs"] += [
        document(page, state.built.site.url(language, page.path))
        for language, pages in state.built.pages.items()
        for page in pages.values()
        if not page.is_index
    ]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    write_if_changed(path, text)
    if offline:
        write_if_changed(path.with_suffix(".js"), f"var __index = {text}")
