"""Renders the theme once for each language and section, with places for a page's own content."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.write.shell import CONTENT, DESCRIPTION, HEADING_ID, HEADING_TEXT, SLUG, TITLE, Shell
from mkdocs_edge.files import generated, section_pages
from mkdocs_edge.state import State


def render_shells(env: Environment, config: MkDocsConfig, files: Files, state: State, language: str) -> None:
    """One shell for every section that has pages of its own below it."""
    sections = {page.section for page in state.built.pages[language].values() if not page.is_index}
    for url, index in section_pages(state, language).items():
        if index.section in sections:
            below = next((file.page for file in files if file.url == url and file.page), None)
            html = _render(env, config, files, state, language, index.section, below)
            state.shells[language, index.section] = Shell(html)


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
    if index is not None:
        index.active = True
    try:
        return env.get_template("main.html").render(context)
    finally:
        if index is not None:
            index.active = False


def _page(config: MkDocsConfig, state: State, language: str, section: str) -> Page:
    path = f"{section}/{SLUG}"
    file = generated(config, state, language, path, state.built.site.file(language, path))
    page = Page(TITLE, file, config)
    page.meta = {"description": DESCRIPTION, "dossier": True}
    page.content = CONTENT
    page.toc = TableOfContents([AnchorLink(HEADING_TEXT, HEADING_ID, 2)])
    return page


def set_alternates(context: dict[str, Any], page: Page, config: MkDocsConfig, state: State) -> dict[str, Any]:
    """The language switch: this page in every language, or that language's home, always relative.

    static-i18n leaves absolute links where a page lacks a language, which break under a path and on disk.
    """
    alternates = getattr(page.file, "alternates", {})
    names = state.built.index.dossier.settings.language_names
    config.extra["alternate"] = [
        {
            "name": names[code],
            "lang": code,
            "link": alternates[code].url if code in alternates else state.built.site.url(code, ""),
        }
        for code in state.built.site.languages
    ]
    return context
