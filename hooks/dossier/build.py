"""The stages, in order. Start reading here.

read → check → link → compose → render → write; the first two stand in :mod:`~dossier.load`. Each stage
returns a value and the problems it found; an error stops the build before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from dossier.cache import remembered
from dossier.compose.index import Index, make_index
from dossier.compose.noted import noted
from dossier.compose.previews import Previews
from dossier.compose.reads import Reads
from dossier.compose.site import Pages
from dossier.compose.view import View
from dossier.exports.addresses import Addresses
from dossier.exports.atom import atom, feed_file, has_feed
from dossier.exports.data_files import MEDIA_TYPES, data_files
from dossier.exports.own_page import cited
from dossier.exports.schema_org import home_item, page_item
from dossier.i18n.interface import Interface
from dossier.link import Mapped, link
from dossier.load import load
from dossier.model import LinkedDossier
from dossier.pages.page import Page
from dossier.pages.references import Cited
from dossier.parallel import Engine, each
from dossier.problems import Problems
from dossier.render.fragment import fragment
from dossier.render.head import head, window_title
from dossier.render.moved import moved_pages
from dossier.render.reporting import report_url
from dossier.render.urls import Site, Urls
from dossier.stages import stage
from dossier.write.shell import Shell

Place = tuple[str, str]
"""A language, and the path of a page."""


@dataclass(frozen=True, slots=True)
class Built:
    """A dossier composed in every language, ready to render."""

    linked: LinkedDossier
    index: Index
    pages: Mapping[str, Pages]
    """Language → path → page, in the order of the site."""
    previews: Mapping[str, Previews]
    site: Site
    spoken: tuple[str, ...]
    """The languages that words on the pages may be in: those of the articles, then the site's."""
    told: Mapping[tuple[str, int], Sequence[str]] = field(default_factory=dict)
    """What a preview says beside the part of a record that begins in a file at a line."""

    def interface(self, language: str) -> Interface:
        """The interface's words in a language."""
        return Interface(language, self.index.dossier.messages.get(language))

    def alternates(self, path: str) -> dict[str, str]:
        """A page's address in every language."""
        return {language: self.site.url(language, path) for language in self.site.languages}

    def fragment(self, page: Page) -> str:
        """The page's own content."""
        urls = Urls(self.site, page.language, self.site.url(page.language, page.path))
        words, settings = self.interface(page.language), self.index.dossier.settings
        where = settings.site_url + Site.of(settings).url(page.language, page.path)
        report = partial(report_url, settings.issues_url, where, page.version)
        cards, cited = self.previews[page.language], self.cited(page)
        return fragment(
            page,
            words,
            urls,
            settings.edit_url,
            cited,
            lambda to: cards.of(to, page.path),
            self.spoken,
            report,
            lambda place: self.told.get((place.file, place.line), ()),
        )

    def cited(self, page: Page) -> Cited:
        """How the page itself is cited; its address is that of the site on the web."""
        settings = self.index.dossier.settings
        url = settings.site_url + Site.of(settings).url(page.language, page.path) if settings.site_url else ""
        return cited(page, settings, url, self.interface(page.language))

    def addresses(self, here: str) -> Addresses:
        """How the page or file at ``here`` refers to others: as on the web, if the site stands there."""
        settings = self.index.dossier.settings
        return Addresses(settings.site_url, here, (Site.of(settings) if settings.site_url else self.site).url)

    def head(self, page: Page) -> str:
        """What programs read of the page, for its ``<head>``."""
        here = self.site.url(page.language, page.path)
        return head(page_item(page, self.index.dossier, self.addresses(here)), page.metas)

    def home_head(self, language: str, description: str) -> str:
        """The same of a language's home, which is written by hand."""
        addresses = self.addresses(self.site.url(language, ""))
        return head(home_item(self.index.dossier, language, description, addresses, MEDIA_TYPES))

    def feed(self, language: str) -> str:
        """The file of a language's feed; empty where the dossier has none."""
        return feed_file(self.site.home(language)) if has_feed(self.index.dossier) else ""

    def files(self) -> Iterator[tuple[str, str]]:
        """(file, text) of the dossier's data, of its feeds and of what leads on from former addresses."""
        yield from data_files(self.linked, self.addresses)
        yield from moved_pages(self.index.dossier, self.site)
        for language, pages in self.pages.items():
            file = self.feed(language)
            if file:
                yield file, atom(self.index.dossier, language, pages.announced, self.addresses(file))

    def below(self) -> list[Place]:
        """Every page below a section, in every language."""
        return [(language, path) for language, pages in self.pages.items() for path in pages.below()]

    def filled(self, page: Page, shell: Shell) -> str:
        """The HTML of a page below a section, in its shell."""
        return shell.fill(
            slug=page.path.split("/", 1)[1],
            title=page.title,
            window=window_title(page.title, self.index.dossier.settings.site_names[page.language]),
            description=page.description,
            headings=page.headings,
            head=self.head(page),
            content=self.fragment(page),
        )


def build(
    root: Path,
    *,
    offline: bool = False,
    site_url: str | None = None,
    cache: bool = True,
    engine: Engine | None = None,
) -> tuple[Built | None, Problems]:
    """Everything up to pages; None when the dossier has errors. ``site_url`` overrides the settings'.

    An engine links the articles elsewhere.
    """
    with remembered(root, use=cache) as memo:
        dossier, problems = load(root, memo)
        if dossier is None:
            memo.keep(memo.known)
            return None, problems
        if site_url is not None:
            dossier = replace(dossier, settings=replace(dossier.settings, site_url=site_url))
        with stage("link"):
            linked, found = link(dossier, memo, _mapped(engine) if engine else map)
    problems = Problems([*problems.found, *found])
    if problems.fatal():
        return None, problems
    with stage("compose"):
        index = noted(make_index(linked), Reads())
        pages = {language: Pages(index, language) for language in dossier.settings.languages}
    previews = {
        language: Previews(View(index, Interface(language, dossier.messages.get(language))))
        for language in dossier.settings.languages
    }
    articles = (source.language for source in dossier.sources.values())
    spoken = tuple(dict.fromkeys((*articles, *dossier.settings.languages)))
    return Built(linked, index, pages, previews, Site.of(dossier.settings, offline=offline), spoken), problems


def _mapped(engine: Engine) -> Mapped:
    """An engine that is used as ``map`` is."""
    return lambda do, items: chain.from_iterable(each(do, items, 1, engine))
