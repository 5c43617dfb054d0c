"""After the last language: the dossier's pages, the search index, the sitemap, the page for lost readers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from dossier.exports.mentions import MENTIONS, mention_lines
from dossier.exports.references import reference_files
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
    for name, text in reference_files(state.built.index.dossier):
        write_if_changed(target / name, text)
    lines = (f"{line}\n" for line in mention_lines(state.built.linked))
    write_if_changed(target / MENTIONS, "".join(lines))
    if config.use_directory_urls:
        write_if_changed(target / "sitemap.xml", sitemap(_addresses(config, state), config.site_url or ""))
    else:  # a folder to open from disk has no address that a search engine could visit
        (target / "sitemap.xml").unlink(missing_ok=True)
    (target / "sitemap.xml.gz").unlink(missing_ok=True)
    _write_search(target, state, offline=not config.use_directory_urls)


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


def _write_search(target: Path, state: State, *, offline: bool) -> None:
    """Divide the theme's index by language and add the dossier's pages; from disk it is read as a script."""
    path = target / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    site = state.built.site
    # The longest home first: the default language's is empty, and every address begins with that.
    homes = sorted(((site.home(code), code) for code in site.languages), reverse=True)
    handwritten: dict[str, list[dict[str, object]]] = {code: [] for code in site.languages}
    for entry in index["docs"]:
        home, code = next(one for one in homes if entry["location"].startswith(one[0]))
        handwritten[code].append(entry | {"location": entry["location"].removeprefix(home)})
    for language, pages in state.built.pages.items():
        home = site.home(language)
        ours = [document(p, site.url(language, p.path).removeprefix(home)) for p in pages.values()]
        text = json.dumps(index | {"docs": ours + handwritten[language]}, ensure_ascii=False, sort_keys=True)
        write_if_changed(target / home / "search" / "search_index.json", text)
        if offline:
            write_if_changed(target / home / "search" / "search_index.js", f"var __index = {text}")
