"""Macros in hand-written pages: an id or locator that leads nowhere is found before the theme runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from dossier.check.context import Context
from dossier.model import Kind, Locator
from dossier.problems import Location, did_you_mean
from dossier.raw import RawPage

_OPTED_IN = re.compile(r"\A---\r?\n(?:.*\r?\n)*?render_macros:[ \t]*true[ \t]*\r?\n(?:.*\r?\n)*?---\r?\n")
_LOCATOR = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?: p([1-9][0-9]{0,5}))?")
_LISTED = ("sources",)


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
    """Macro name, first argument and place of every call."""
    lines = page.text.splitlines()
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or not call.args or not isinstance(call.args[0], nodes.Const):
            continue
        argument = str(call.args[0].value)
        line = lines[call.lineno - 1] if call.lineno <= len(lines) else ""
        column = max(line.find(argument), 0) + 1
        yield call.node.name, argument, Location(page.where.file, call.lineno, column)


def _check_call(name: str, argument: str, where: Location, kinds: Mapping[str, Kind], context: Context) -> None:
    if name == "entity" or (name == "timeline" and argument):
        context.entity(argument, where)
    elif name == "cite":
        match = _LOCATOR.fullmatch(argument)
        if match:
            context.locator(Locator(match[1], int(match[2] or 0)), where)
        else:
            context.problems.error("bad-markup", where, f"“{argument}” is not a locator", _HINT)
    elif name == "register" and kinds:  # without kinds, kinds.yml has problems of its own
        sections = [*(kind.section for kind in kinds.values()), *_LISTED]
        if argument not in sections:
            hint = did_you_mean(argument, sections) or f"one of: {', '.join(sections)}"
            context.problems.error("unknown-section", where, f"there is no section “{argument}”", hint)
