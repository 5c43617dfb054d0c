"""Macros in hand-written pages: an id or locator that leads nowhere is found before the theme runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from dossier.check.context import Context
from dossier.model import TOTALS, Kind, Locator
from dossier.problems import Location, did_you_mean
from dossier.raw import RawPage

_OPTED_IN = re.compile(
    r"\A---\r?\n(?:(?!---).*\r?\n)*?render_macros:[ \t]*true[ \t]*\r?\n(?:(?!---).*\r?\n)*?---\r?\n"
)
_LOCATOR = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?: p([1-9][0-9]{0,5}))?")
_LISTED = ("sources",)
MACROS = ("entity", "cite", "register", "names", "timeline", "total")
_OTHERS = frozenset(DEFAULT_NAMESPACE) | {"context", "fix_url", "macros_info", "now"}
"""What Jinja and mkdocs-macros themselves bring."""


def check_handwritten(pages: Iterable[RawPage], kinds: Mapping[str, Kind], context: Context) -> None:
    """Problems of every macro call with written-out arguments, in pages that opted in."""
    for page in pages:
        if not _OPTED_IN.match(page.text):
            continue
        try:
            tree = Environment(autoescape=True).parse(page.text)
        except TemplateSyntaxError as error:
            where = Location(page.where.file, error.lineno)
            context.problems.error("macro-syntax", where, f"not a valid macro: {error.message}", _HINT)
            continue
        for name, argument, where in _calls(tree, page):
            _check_call(name, argument, where, kinds, context)


_HINT = 'write  {{ entity("id") }}  or  {{ cite("source-key p4") }}'


def _calls(tree: nodes.Template, page: RawPage) -> Iterator[tuple[str, str, Location]]:
    """Macro name, first argument and place of every call; what is computed is left to the theme."""
    lines = page.text.splitlines()
    done: dict[tuple[int, str], int] = {}
    for call in tree.find_all(nodes.Call):
        argument = _argument(call)
        if argument is None or not isinstance(call.node, nodes.Name):
            continue
        line = lines[call.lineno - 1] if call.lineno <= len(lines) else ""
        shown = argument or call.node.name
        column = line.find(shown, done.get((call.lineno, shown), 0)) + 1
        done[call.lineno, shown] = column
        yield call.node.name, argument, Location(page.where.file, call.lineno, max(column, 1))


def _argument(call: nodes.Call) -> str | None:
    """The text a macro is called with, empty without one; None where it is computed.

    An id without quotation marks looks like a subtraction.
    """
    given = [*call.args, *(pair.value for pair in call.kwargs)]
    if not given or isinstance(given[0], nodes.Sub):
        return ""
    return str(given[0].value) if isinstance(given[0], nodes.Const) else None


def _check_call(
    name: str, argument: str, where: Location, kinds: Mapping[str, Kind], context: Context
) -> None:
    if name not in MACROS:
        if name not in _OTHERS:
            hint = did_you_mean(name, MACROS) or f"one of: {', '.join(MACROS)}"
            context.problems.error("unknown-macro", where, f"there is no macro “{name}”", hint)
    elif not argument and name != "timeline":
        message = f"“{name}” is not told what to show"
        context.problems.error(
            "macro-argument", where, message, f'write  {{{{ {name}("…") }}}}, with quotation marks'
        )
    elif name == "total" and argument not in TOTALS:
        hint = did_you_mean(argument, TOTALS) or f"one of: {', '.join(TOTALS)}"
        context.problems.error("macro-argument", where, f"“{argument}” cannot be counted", hint)
    elif name == "entity" or (name == "timeline" and argument):
        context.entity(argument, where)
    elif name == "cite":
        match = _LOCATOR.fullmatch(argument)
        if match:
            context.locator(Locator(match[1], int(match[2] or 0)), where)
        else:
            context.problems.error("bad-markup", where, f"“{argument}” is not a locator", _HINT)
    elif name in ("register", "names") and kinds:  # without kinds, kinds.yml has problems of its own
        sections = dict.fromkeys([*(kind.section for kind in kinds.values()), *_LISTED])
        if argument not in sections:
            hint = did_you_mean(argument, sections) or f"one of: {', '.join(sections)}"
            context.problems.error("unknown-section", where, f"there is no section “{argument}”", hint)
