"""What a live preview has not made yet, and makes when it is asked for it.

Of MkDocs' own pages those of the default language are there; another language's are built when somebody first
reads it. The other pages are made one by one, and the data files and the search index each as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_edge.below import write_page
from mkdocs_edge.preview import Make
from mkdocs_edge.search import theme_index, write_search
from mkdocs_edge.state import State, i18n

_SEARCH, _FILES = "search", "files"


def maker(config: MkDocsConfig, state: State, write_files: Callable[[], None]) -> Make:
    """Makes files of the site of this state; ``write_files`` writes all data files."""
    target, site = Path(config.site_dir), state.built.site
    places = {site.file(*place): place for place in state.built.below()}
    waiting = list(site.languages[1:])
    groups = {_SEARCH: lambda: _write_search(config, state), _FILES: write_files}

    def build_language(language: str) -> None:
        if language in waiting:
            waiting.remove(language)
            _build_language(config, language)

    def make(name: str) -> bool:
        language = next((one for one in site.languages[1:] if name.startswith(site.home(one))), "")
        build_language(places[name][0] if name in places else language)
        if name in places:
            write_page(places[name], target, state)
        group = _SEARCH if _SEARCH in name.split("/") else _FILES
        if not (target / name).is_file() and group in groups:
            for language in tuple(waiting):
                build_language(language)
            groups.pop(group)()
        return (target / name).is_file()

    return make


def _build_language(config: MkDocsConfig, language: str) -> None:
    """Build a further language as static-i18n does, which keeps the site's folder from being emptied."""
    clean, utils.clean_directory = utils.clean_directory, _keep
    i18n(config).current_language = language
    try:
        build(config)
    finally:
        utils.clean_directory = clean
        theme_index(Path(config.site_dir))  # that of one language; the site's follows from all


def _keep(directory: str) -> None:
    """Leave a folder as it is."""


def _write_search(config: MkDocsConfig, state: State) -> None:
    i18n(config).reconfigure_search_index(config)
    target = Path(config.site_dir)
    write_search(target, state, theme_index(target), offline=False)
