"""Renders a page's own content."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier import pages
from dossier.dates import is_machine_date
from dossier.i18n.interface import Interface
from dossier.pages import Cited, Page
from dossier.problems import Location
from dossier.render.links import safe_url
from dossier.render.urls import Urls

TEMPLATES = {
    pages.EntityBody: "entity.html",
    pages.SourceBody: "source.html",
    pages.RegisterBody: "register.html",
    pages.TimelineBody: "timeline.html",
    pages.BibliographyBody: "bibliography.html",
    pages.GapsBody: "gaps.html",
    pages.TranslationsBody: "translations.html",
}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, autoescaped, with undefined names as errors."""
    made = Environment(
        loader=PackageLoader("dossier.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    made.tests["words"] = lambda node: isinstance(node, pages.Words)
    made.tests["styled"] = lambda node: isinstance(node, pages.Styled)
    made.tests["external"] = lambda node: isinstance(node, pages.External)
    made.tests["link"] = lambda node: isinstance(node, pages.Link)
    made.tests["foreign"] = lambda node: isinstance(node, pages.Foreign)
    made.tests["state_mark"] = lambda node: isinstance(node, pages.StateMark)
    made.tests["citation"] = lambda node: isinstance(node, pages.CitationMark)
    made.tests["machine_date"] = is_machine_date
    made.filters["safe_url"] = safe_url
    return made


def fragment(page: Page, words: Interface, urls: Urls, edit_url: str, cited: Cited) -> str:
    """The HTML of the page's content, its heading included, and at its end how the page is cited."""
    template = environment().get_template(TEMPLATES[type(page.body)])
    return template.render(page=page, body=page.body, cited=cited, **_tools(words, urls, edit_url))


def part(name: str, words: Interface, urls: Urls, of: str = "parts.html", **values: object) -> Markup:
    """A piece for a hand-written page: the macro of that name in the template ``of``."""
    module = environment().get_template(of).make_module(_tools(words, urls, ""))
    made: Callable[..., Markup] = getattr(module, name)
    return made(**values)


def _tools(words: Interface, urls: Urls, edit_url: str) -> dict[str, object]:
    """What templates may call."""

    def edit(record: Location | None) -> str:
        return f"{edit_url}{record.file}#L{record.line}" if edit_url and record else ""

    return {
        "say": words.say,
        "count": words.count,
        "quoted": words.quoted,
        "language": words.language,
        "href": urls.href,
        "file": urls.relative,
        "edit": edit,
    }
