"""After the last language: the dossier's pages, the search index, the sitemap, the page for lost readers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from dossier.exports.mentions import MENTIONS, mention_lines
from dossier.exports.references import reference_files
from dossier.policy import headers, policy
from dossier.render.moved import moved_script
from dossier.render.notfound import lost_pages, lost_policy
from dossier.stages import stage, table
from dossier.write.files import write_if_changed
from dossier.write.sitemap import Alternates, sitemap
from mkdocs_edge import preview
from mkdocs_edge.below import write_below
from mkdocs_edge.files import from_root
from mkdocs_edge.on_demand import maker
from mkdocs_edge.search import theme_index, write_search
from mkdocs_edge.state import State, i18n, is_preview


def finish(config: MkDocsConfig, state: State) -> None:
    """Write everything that is not a page of MkDocs; a preview does so when it is asked for."""
    target = Path(config.site_dir)
    theme = theme_index(target)
    if is_preview():
        preview.offer(maker(config, state, lambda: _files(target, config, state)))
    else:
        write_below(target, state)
        with stage("exports"):
            _files(target, config, state)
        with stage("search index"):
            write_search(target, state, theme, offline=not config.use_directory_urls)
    state.at_end.close()
    if state.manner.profile:
        print("\n".join(table()), file=sys.stderr)


def _files(target: Path, config: MkDocsConfig, state: State) -> None:
    """Whatever else hosts, programs and lost readers ask for."""
    lists = {code: [(one.title, one.path) for one in state.sections.of(code)] for code in state.built.pages}
    for name, html in lost_pages(state.built.index.dossier, config.site_url or "", lists):
        write_if_changed(target / name, html)
    for name, text in reference_files(state.built.index.dossier):
        write_if_changed(target / name, text)
    for name, text in state.built.files():
        write_if_changed(target / name, text)
    lines = (f"{line}\n" for line in mention_lines(state.built.linked))
    write_if_changed(target / MENTIONS, "".join(lines))
    if config.use_directory_urls:
        scripts, styles = lost_policy()
        write_if_changed(
            target / "_headers", headers(policy([*sorted(state.scripts), *scripts, moved_script()], styles))
        )
        write_if_changed(target / "sitemap.xml", sitemap(_addresses(config, state), config.site_url or ""))
    else:  # a folder to open from disk has no address that a search engine could visit
        (target / "sitemap.xml").unlink(missing_ok=True)
    _robots(target, config)
    (target / "sitemap.xml.gz").unlink(missing_ok=True)


def _robots(target: Path, config: MkDocsConfig) -> None:
    """Where search engines find the sitemap (RFC 9309); only a site that knows its address can say so."""
    if config.site_url and config.use_directory_urls:
        write_if_changed(
            target / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {config.site_url}sitemap.xml\n"
        )
    else:
        (target / "robots.txt").unlink(missing_ok=True)


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
