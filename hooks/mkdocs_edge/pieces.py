"""What macros put into hand-written pages. A wrong id has been found by the check before this runs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.compose import home
from dossier.compose.citing import Citing
from dossier.compose.claims import timeline as timeline_rows
from dossier.compose.data_files import data_rows
from dossier.compose.totals import say_total
from dossier.compose.view import View
from dossier.model import Locator
from dossier.pages.registers import RegisterBody
from dossier.render.fragment import part
from dossier.render.urls import Urls
from mkdocs_edge.handwritten import keep
from mkdocs_edge.state import State, current, language_of


def entity(page: Page, config: MkDocsConfig, id_: str, words: str) -> str:
    """A link to an entity."""
    state, view = _view(config)
    if id_ not in view.dossier.entities:
        raise ValueError(f"{page.file.src_uri}: there is no entity “{id_}”")
    return _part(state, view, page, "entity", one=view.link(id_, words))


def cite(page: Page, config: MkDocsConfig, locator: str) -> str:
    """A citation of a paragraph, in words."""
    state, view = _view(config)
    source, _, paragraph = locator.partition(" p")
    if source not in view.dossier.references:
        raise ValueError(f"{page.file.src_uri}: there is no source “{source}”")
    citing = state.citing.setdefault(page.file.src_uri, Citing(view, running=True))
    mark = citing.mark(Locator(source, int(paragraph or 0)))
    return _part(state, view, page, "cite", mark=mark)


def register(page: Page, config: MkDocsConfig, section: str) -> str:
    """The table of a section."""
    state, view = _view(config)
    body = _register(state, view, page, section)
    return _part(state, view, page, "register_table", of="register_table.html", body=body)


def names(page: Page, config: MkDocsConfig, section: str) -> str:
    """The entries of a section by name alone."""
    state, view = _view(config)
    return _part(state, view, page, "name_list", rows=_register(state, view, page, section).rows)


def _register(state: State, view: View, page: Page, section: str) -> RegisterBody:
    found = state.built.pages[view.language].get(section)
    if found is None or not isinstance(found.body, RegisterBody):
        raise ValueError(f"{page.file.src_uri}: there is no section “{section}”")
    return found.body


def timeline(page: Page, config: MkDocsConfig, id_: str) -> str:
    """The dated claims about an entity, or all of them."""
    state, view = _view(config)
    if id_ and id_ not in view.dossier.entities:
        raise ValueError(f"{page.file.src_uri}: there is no entity “{id_}”")
    claims = view.index.claims_about.get(id_, ()) if id_ else view.index.claims_by_date
    return _part(state, view, page, "timeline_list", rows=timeline_rows(claims, view, Citing(view)))


def total(config: MkDocsConfig, what: str) -> str:
    """A count in words."""
    _, view = _view(config)
    return say_total(what, view)


def data(page: Page, config: MkDocsConfig) -> str:
    """The files that programs read."""
    state, view = _view(config)
    rows = tuple(data_rows(view, state.built.feed(view.language)))
    return _part(state, view, page, "data_list", rows=rows)


def latest(page: Page, config: MkDocsConfig) -> str:
    """The newest sources and changes of claims."""
    state, view = _view(config)
    return _home(state, view, page, "latest", rows=home.news(view))


def roles(page: Page, config: MkDocsConfig, section: str) -> str:
    """Who holds which role."""
    state, view = _view(config)
    return _home(state, view, page, "roles", body=home.holders(section, view))


def dates(page: Page, config: MkDocsConfig, section: str) -> str:
    """A section on a line of time, and as a list."""
    state, view = _view(config)
    return _home(state, view, page, "dates", body=home.dated(section, view))


def counts(page: Page, config: MkDocsConfig, section: str) -> str:
    """What comes up most in a section."""
    state, view = _view(config)
    return _home(state, view, page, "counts", body=home.counted(section, view))


def _home(state: State, view: View, page: Page, name: str, **values: object) -> str:
    return _part(state, view, page, name, of="home.html", **values)


def _view(config: MkDocsConfig) -> tuple[State, View]:
    state = current()
    return state, View(state.built.index, state.built.interface(language_of(config)))


def _part(state: State, view: View, page: Page, name: str, of: str = "parts.html", **values: object) -> str:
    urls = Urls(state.built.site, view.language, page.file.url)
    return keep(state, str(part(name, view.words, urls, of, state.built.spoken, **values)))
