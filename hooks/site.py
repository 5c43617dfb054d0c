"""MkDocs events. Each is one call; the work is done in ``mkdocs_edge`` and ``dossier``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_edge import files as section_files
from mkdocs_edge import finish, handwritten, navigation, preview, shells, state
from mkdocs_edge.bundles import bundle
from mkdocs_edge.conforming import conforming

# static-i18n works at priority -100 and is the last of the plugins; everything here comes after it.
AFTER_I18N = event_priority(-200)


def on_startup(command: str, dirty: bool) -> None:
    if command == "serve":
        state.serve()


@AFTER_I18N
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    state.start(config)
    state.defer_languages(config)
    state.name_toggles(config)
    state.escape_names(config)
    state.choose_words(config)
    return config


@AFTER_I18N
def on_files(files: Files, config: MkDocsConfig) -> Files:
    section_files.add_sections(files, config, state.current(), state.language_of(config))
    return bundle(files, config)


@AFTER_I18N
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    state.current().nav = navigation.ordered(nav, config, state.current(), state.language_of(config))
    return nav


@AFTER_I18N
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    shells.prepare(env, state.current())
    shells.render_shells(env, config, files, state.current(), state.language_of(config))
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return handwritten.prepare(markdown, page, state.current(), state.language_of(config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return handwritten.complete(html, page, state.current(), state.language_of(config))


@AFTER_I18N
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    return shells.complete(context, page, config, state.current())


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return state.told(conforming(output))


@AFTER_I18N
def on_post_build(config: MkDocsConfig) -> None:
    if not state.is_nested(config):
        finish.finish(config, state.current())


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., object]
) -> LiveReloadServer:
    return preview.serve(server)
