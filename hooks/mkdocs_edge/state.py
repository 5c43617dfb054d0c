"""What one run of ``mkdocs build`` keeps between its events.

static-i18n runs a nested build for each further language and all events fire again, so the dossier is
built once, at the first event of the outermost build, and kept here.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from html import escape, unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.nav import Navigation

from dossier.build import Built, Place, build
from dossier.cache import pages_of, remembered
from dossier.cluster import cluster
from dossier.compose.citing import Citing
from dossier.manner import DASK, Manner, collect_seldom
from dossier.memo import Memo
from dossier.parallel import Engine
from dossier.problems import Severity
from dossier.report import report
from dossier.search.documents import Document
from dossier.write.shell import Shell
from mkdocs_edge.documents import document
from mkdocs_edge.ground import Ground
from mkdocs_edge.problems_shown import beside, with_problems
from mkdocs_edge.sections import Sections

log = logging.getLogger("mkdocs.hooks.dossier")


@dataclass
class State:
    """The dossier of this build, and what the theme made of it so far."""

    built: Built
    ground: Ground
    sections: Sections
    shells: dict[tuple[str, str], Shell] = field(default_factory=dict)
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    pieces: dict[str, str] = field(default_factory=dict)
    """Placeholder in a hand-written page → the HTML that a macro put there."""
    citing: dict[str, Citing] = field(default_factory=dict)
    """Hand-written page → what it has cited so far."""
    scripts: set[str] = field(default_factory=set)
    """Hashes of the theme's scripts that stand in pages themselves."""
    problems: tuple[str, ...] = ()
    """What a preview tells in its pages: the problems of the records as they stand."""
    is_stale: bool = False
    """Whether the preview shows an earlier state, since the records have errors."""
    documents: dict[Place, Document | None] = field(default_factory=dict)
    """What search finds on each page below the sections; None where it finds nothing there."""
    pages: Memo = field(default_factory=Memo)
    """Pages as the last build of the same site made them."""
    manner: Manner = field(default_factory=Manner)
    engine: Engine | None = None
    """What renders instead of this machine's processes."""
    at_end: ExitStack = field(default_factory=ExitStack)
    """What is to be kept for the next run once this one has succeeded."""

    def documents_in(self, language: str) -> Iterator[Document]:
        """What search finds on the pages of a language, in their order."""
        for path in self.built.pages[language].below():
            place = (language, path)
            if place not in self.documents:
                self.documents[place] = document(self.built.pages[language][path], self.built)
            found = self.documents[place]
            if found is not None:
                yield found


_current: list[State] = []
_serving: list[bool] = []
"""Not empty while ``mkdocs serve`` runs: a broken edit then must not end the preview."""


def current() -> State:
    """The state of the build that is running."""
    return _current[-1]


def i18n(config: MkDocsConfig) -> Any:
    """The static-i18n plugin, which declares no types."""
    return config.plugins["i18n"]


def is_nested(config: MkDocsConfig) -> bool:
    """Whether this is a build of a further language, which static-i18n starts or a preview."""
    if is_preview():
        return language_of(config) != str(i18n(config).default_language)
    return bool(i18n(config).building)


def defer_languages(config: MkDocsConfig) -> None:
    """In a preview, let static-i18n build no further language after the first."""
    if is_preview():
        i18n(config).building = True


def language_of(config: MkDocsConfig) -> str:
    """The language being built."""
    return str(i18n(config).current_language)


def serve() -> None:
    """Note that this process is a live preview."""
    _serving.append(True)


def is_preview() -> bool:
    """Whether this process is a live preview."""
    return bool(_serving)


def start(config: MkDocsConfig) -> None:
    """Build the dossier; say what is wrong with it, and stop before anything is written if that is grave."""
    if is_nested(config):
        return
    if not config.repo_url:
        config.edit_uri = None  # MkDocs warns of an edit link without a repository, which is no mistake
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    collect_seldom()
    manner = Manner.of(os.environ)
    at_end = ExitStack()
    engine = at_end.enter_context(cluster(manner.jobs)) if manner.engine == DASK else None
    built, problems = build(
        root,
        offline=not config.use_directory_urls,
        site_url=config.site_url or "",
        cache=manner.cache,
        engine=engine,
    )
    for problem in problems.sorted():
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
        log.log(level, report([problem]))
    stale = built is None
    if built is None and is_preview() and _current:
        log.error("The page shows the last sound state; mend the above and save.")
        built = _current[-1].built
    if built is None:
        at_end.close()
        raise Abort("The dossier has errors; nothing was written.")
    if is_preview():
        built = replace(built, told=beside(problems.sorted(), built.index.dossier))
    pages = Memo()
    if manner.published:
        pages = at_end.enter_context(remembered(root, pages_of(manner.published), use=manner.cache))
    ground = Ground(built)
    sections = Sections(built, ground, pages if manner.published and manner.cache else None)
    state = State(built, ground, sections, pages=pages, manner=manner, engine=engine, at_end=at_end)
    if is_preview():
        state.problems = tuple(report([problem]) for problem in problems.sorted())
        state.is_stale = stale
    _current[:] = [state]


def told(html: str) -> str:
    """A page; in a preview with what is wrong with the records."""
    return with_problems(html, current().problems, stale=current().is_stale)


def name_toggles(config: MkDocsConfig) -> None:
    """Say in the language being built what the switch between light and dark does."""
    say = current().built.interface(language_of(config)).say
    names = {"default": escape(say("Switch to dark")), "slate": escape(say("Switch to light"))}
    for option in config.theme["palette"]:
        option["toggle"]["name"] = names.get(option["scheme"], option["scheme"])


def escape_names(config: MkDocsConfig) -> None:
    """The theme prints the site's own words as they are; an ampersand in a name is no markup."""
    config.site_name = escape(unescape(config.site_name))
    config.site_description = escape(unescape(config.site_description or "")) or None


def choose_words(config: MkDocsConfig) -> None:
    """Let the theme speak English where it has no words in the language; ``partials/language.html`` does."""
    language = language_of(config)
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    has_words = any((folder / f"{language}.html").is_file() for folder in folders)
    config.extra["theme_words"] = language if has_words else "en"
