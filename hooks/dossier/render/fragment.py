"""Renders a page's own content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier.dates import is_machine_date
from dossier.i18n.foreign import Pieces, pieces
from dossier.i18n.interface import Interface
from dossier.pages.alphabet import AlphabetBody
from dossier.pages.connections import NetworkBody
from dossier.pages.entities import EntityBody
from dossier.pages.gaps import GapsBody
from dossier.pages.page import Page
from dossier.pages.previews import Preview
from dossier.pages.references import BibliographyBody, Cited
from dossier.pages.registers import RegisterBody
from dossier.pages.reports import ReportsBody
from dossier.pages.sources import SourceBody
from dossier.pages.texts import CitationMark, External, Foreign, Link, StateMark, Styled, Target, Words
from dossier.pages.timelines import TimelineBody
from dossier.pages.translations import TranslationsBody
from dossier.problems import Location
from dossier.render.bytecode import CompiledTemplates
from dossier.render.lean import LeanContext, LeanGenerator, LeanTemplate
from dossier.render.links import safe_url
from dossier.render.urls import Urls
from dossier.search import folding

TEMPLATES = {
    EntityBody: "entity.html",
    SourceBody: "source.html",
    RegisterBody: "register.html",
    TimelineBody: "timeline.html",
    BibliographyBody: "bibliography.html",
    AlphabetBody: "alphabet.html",
    GapsBody: "gaps.html",
    ReportsBody: "reports.html",
    NetworkBody: "network.html",
    TranslationsBody: "translations.html",
}


PREVIEWS = 200
"""So many previews a page carries, some 70 KB; further links lead without one."""


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
        bytecode_cache=CompiledTemplates(),
    )
    made.context_class = LeanContext
    made.template_class = LeanTemplate
    made.code_generator_class = LeanGenerator
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    made.tests["words"] = lambda node: isinstance(node, Words)
    made.tests["styled"] = lambda node: isinstance(node, Styled)
    made.tests["external"] = lambda node: isinstance(node, External)
    made.tests["link"] = lambda node: isinstance(node, Link)
    made.tests["foreign"] = lambda node: isinstance(node, Foreign)
    made.tests["state_mark"] = lambda node: isinstance(node, StateMark)
    made.tests["citation"] = lambda node: isinstance(node, CitationMark)
    made.tests["machine_date"] = is_machine_date
    made.filters["safe_url"] = safe_url
    return made


def fragment(
    page: Page,
    words: Interface,
    urls: Urls,
    edit_url: str,
    cited: Cited,
    preview: Callable[[Target], Preview | None],
    spoken: Sequence[str] = (),
    report: Callable[[str], str] = lambda _: "",
    told: Callable[[Location], Sequence[str]] = lambda _: (),
) -> str:
    """The HTML of the page's content, its heading included, and at its end how the page is cited.

    ``report`` tells where an error at a place of the page is reported; ``told``, what is wrong with the part
    of a record that begins at a place.
    ``spoken`` are the languages that its words may be in besides the page's own, the likeliest first. Behind
    it stand the previews of what it leads to first, unless it is a list, which tells of that itself.
    """
    reached: dict[Target, str] = {}

    def href(target: Target) -> str:
        if target not in reached:
            reached[target] = urls.href(target)
        return reached[target]

    tools = _tools(words, urls, edit_url, spoken) | {"href": href, "report": report, "told": told}
    template = environment().get_template(TEMPLATES[type(page.body)])
    content = template.render(page=page, body=page.body, cited=cited, **tools)
    if page.is_index:
        return content
    cards = ((address, preview(target)) for target, address in reached.items())
    shown = list(islice(((address, card) for address, card in cards if card), PREVIEWS))
    return content + environment().get_template("previews.html").render(previews=shown, **tools)


def part(
    name: str,
    words: Interface,
    urls: Urls,
    of: str = "parts.html",
    spoken: Sequence[str] = (),
    **values: object,
) -> Markup:
    """A piece for a hand-written page: the macro of that name in the template ``of``."""
    module = environment().get_template(of).make_module(_tools(words, urls, "", spoken))
    made: Callable[..., Markup] = getattr(module, name)
    return made(**values)


def _tools(words: Interface, urls: Urls, edit_url: str, spoken: Sequence[str]) -> dict[str, object]:
    """What templates may call."""

    def by_language(text: str, first: str = "", own: str = "") -> Pieces:
        return pieces(text, own or words.language, [first, *spoken] if first else spoken)

    def edit(record: Location | None) -> str:
        return f"{edit_url}{record.file}#L{record.line}" if edit_url and record else ""

    return {
        "say": words.say,
        "count": words.count,
        "quoted": words.quoted,
        "language": words.language,
        "href": urls.href,
        "home": urls.home,
        "file": urls.relative,
        "edit": edit,
        "report": lambda _: "",
        "told": lambda _: (),
        "pieces": by_language,
        "folding": folding.table,
    }
