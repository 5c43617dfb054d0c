"""Renders the theme once for each language and section, with places for a page's own content."""

from __future__ import annotations

from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.compose.alphabet import ALPHABET
from dossier.policy import ANY_INLINE, policy, scripts_in
from dossier.render.bytecode import CompiledTemplates
from dossier.render.head import window_title
from dossier.write.shell import (
    CONTENT,
    DESCRIPTION,
    HEAD,
    HEADING_ID,
    HEADING_TEXT,
    SLUG,
    TITLE,
    WINDOW,
    Shell,
)
from mkdocs_edge import fonts
from mkdocs_edge.conforming import conforming
from mkdocs_edge.files import from_root, generated, section_pages
from mkdocs_edge.state import State, is_preview, language_of, told


def render_shells(env: Environment, config: MkDocsConfig, files: Files, state: State, language: str) -> None:
    """One shell for every section that has pages of its own below it."""
    sections = {path.partition("/")[0] for path in state.built.pages[language].below()}
    for url, index in section_pages(state, language).items():
        if index.path in sections:
            below = next((file.page for file in files if file.url == url and file.page), None)
            html = _render(env, config, files, state, language, index.path, below)
            state.shells[language, index.path] = Shell(html)


def _render(
    env: Environment,
    config: MkDocsConfig,
    files: Files,
    state: State,
    language: str,
    section: str,
    index: Page | None,
) -> str:
    page = _page(config, state, language, section)
    context: dict[str, Any] = dict(get_context(state.nav, files, config, page))
    context = set_alternates(context, page, config, state)
    context["head"], context["window"] = HEAD, WINDOW
    if index is not None:
        index.active = True
    try:
        return told(conforming(env.get_template("main.html").render(context)))
    finally:
        if index is not None:
            index.active = False


def _page(config: MkDocsConfig, state: State, language: str, section: str) -> Page:
    path = f"{section}/{SLUG}"
    file = generated(config, state, language, path, state.built.site.file(language, path))
    page = Page(TITLE, file, config)
    page.meta = {"description": DESCRIPTION, "dossier": True}
    if section == "sources":
        # An article and its translation need the room; their paragraphs are numbered, not headed.
        page.meta["hide"] = ["toc"]
    page.content = CONTENT
    page.toc = TableOfContents([AnchorLink(HEADING_TEXT, HEADING_ID, 2)])
    return page


def icons(config: MkDocsConfig) -> dict[str, str]:
    """Pictures of the name of the site's icon (``theme.favicon``), for programs that show no SVG."""
    icon = PurePosixPath(config.theme["favicon"])
    folders = [Path(config.docs_dir), *map(Path, config.theme.dirs)]
    ways = {"ico": icon.with_suffix(".ico"), "png": icon.with_suffix(".png")}
    return {
        kind: path.as_posix() for kind, path in ways.items() if any((one / path).is_file() for one in folders)
    }


def prepare(env: Environment, state: State) -> None:
    """Give the theme's templates a filter that turns its scripts within a page into the page's policy.

    MkDocs makes an environment for each language; what one has compiled serves the others, and the next run.
    """
    env.bytecode_cache = CompiledTemplates()

    def allowing(inline: str) -> str:
        found = list(dict.fromkeys(scripts_in(inline)))
        state.scripts.update(found)
        return policy([ANY_INLINE] if is_preview() else found)

    env.filters["policy"] = allowing


def complete(context: dict[str, Any], page: Page, config: MkDocsConfig, state: State) -> dict[str, Any]:
    """What MkDocs does not know of a page of its own: its other languages, and a section's ``<head>``."""
    language = language_of(config)
    section = section_pages(state, language).get(page.file.url)
    if section:
        context["head"] = section.head
    elif from_root(page.file.url) == state.built.site.url(language, ""):
        context["head"] = state.built.home_head(language, str(page.meta.get("description", "")))
    context["window"] = _window(page, state.built.index.dossier.settings.site_names[language])
    return set_alternates(context, page, config, state)


def _window(page: Page, site_name: str) -> str:
    """What the window is called, as HTML; the theme has its titles escaped."""
    title = unescape(str(page.meta.get("title") or page.title))
    return escape(site_name if page.is_homepage else window_title(title, site_name))


def set_alternates(context: dict[str, Any], page: Page, config: MkDocsConfig, state: State) -> dict[str, Any]:
    """This page in other languages: for search engines where it exists, for readers always.

    Readers whose language lacks the page are led to that language's home. static-i18n's own links are
    absolute there, which breaks them under a path and on disk.
    """
    site, settings = state.built.site, state.built.index.dossier.settings
    urls = {code: alternate.url for code, alternate in getattr(page.file, "alternates", {}).items()}
    # static-i18n sets an attribute where others set an item, and templates see the attribute first.
    extra: Any = config.extra
    extra["alternate"] = extra.alternate = [
        {"lang": code, "link": settings.site_url + from_root(urls[code]) if settings.site_url else urls[code]}
        for code in site.languages
        if code in urls
    ]
    extra["languages"] = [
        {
            "lang": code,
            "link": urls.get(code) or site.url(code, ""),
            "name": escape(settings.language_names[code]),
        }
        for code in site.languages
    ]
    # A file opened from disk may not ask for a font ahead, and need not.
    hosted = config.use_directory_urls
    extra["fonts"] = fonts.needed(settings.language_names[language_of(config)]) if hosted else []
    extra["icons"] = icons(config)
    extra["home"] = site.home(language_of(config))
    extra["feed"] = state.built.feed(language_of(config))
    alphabet = state.built.pages[language_of(config)][ALPHABET]
    extra["alphabet"] = {"link": site.url(language_of(config), ALPHABET), "title": alphabet.title}
    return context
