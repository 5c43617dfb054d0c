"""Macros in hand-written pages: an id or locator that leads nowhere is found before the theme runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from dossier.check.context import Context
from dossier.model import TOTALS, Kind, Locator
from dossier.problems import Location, did_you_mean
from dossier.raw import RawPage

_LOCATOR = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?: p([1-9][0-9]{0,5}))?")
_LISTED = ("sources",)
MACROS = {
    "entity": ("id_", "words"),
    "cite": ("locator",),
    "register": ("section",),
    "names": ("section",),
    "timeline": ("id_",),
    "total": ("what",),
    "data": (),
    "latest": (),
    "roles": ("section",),
    "dates": ("section",),
    "counts": ("section",),
}
"""What each is told, by the names of ``hooks/macros.py``."""
ALONE = ("timeline", "data", "latest")
"""Those that need no words to say what to show."""
OF_SECTIONS = ("register", "names", "roles", "dates", "counts")


def check_macros(page: RawPage, kinds: Mapping[str, Kind], context: Context) -> None:
    """Problems of every macro of a page."""
    try:
        tree = Environment(autoescape=True).parse(page.text)
        calls = list(_calls(tree, page))
    except TemplateSyntaxError as error:
        where = Location(page.where.file, error.lineno)
        context.problems.error("macro-syntax", where, f"not a valid macro: {error.message}", _HINT)
        return
    except RecursionError:  # Jinja's parser calls itself for each bracket
        context.problems.error("macro-syntax", page.where, "a macro is nested too deep", _HINT)
        return
    before = len(context.problems.found)
    for name, argument, where, call in calls:
        surplus = _surplus(name, call)
        if surplus:
            context.problems.error("macro-argument", where, surplus, f"write  {_spelt(name)}")
        else:
            _check_call(name, argument, where, kinds, context)
    told = {problem.where.line for problem in context.problems.found[before:]}
    for line in _computed(tree):
        if line in told:
            continue
        message = "only macros with written-out words may stand here, nothing computed"
        context.problems.error("macro-argument", Location(page.where.file, line), message, _HINT)


def _computed(tree: nodes.Template) -> list[int]:
    """Lines of whatever is not text or a call with constants. Jinja runs code; contributed pages must not."""
    lines = set()
    for node in tree.body:
        parts = node.nodes if isinstance(node, nodes.Output) else [node]
        lines |= {part.lineno for part in parts if not _is_plain(part)}
    return sorted(lines)


def _is_plain(node: nodes.Node) -> bool:
    if isinstance(node, nodes.TemplateData):
        return True
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return False
    values = [*node.args, *(pair.value for pair in node.kwargs)]
    return node.dyn_args is node.dyn_kwargs is None and all(isinstance(v, nodes.Const) for v in values)


_HINT = 'write  {{ entity("id") }}  or  {{ cite("source-key p4") }}'


def _surplus(name: str, call: nodes.Call) -> str:
    """What a macro is told that it does not take; empty where nothing is, or where there is no such macro."""
    known = MACROS.get(name)
    if known is None:
        return ""
    if len(call.args) > len(known):
        return f"“{name}” is told {len(call.args)} things, and takes {len(known) or 'none'}"
    unknown = [pair.key for pair in call.kwargs if pair.key not in known[len(call.args) :]]
    return f"“{name}” takes no “{unknown[0]}” here" if unknown else ""


def _spelt(name: str) -> str:
    """How the macro is written."""
    taken = ", ".join('"' + one.strip("_") + '"' for one in MACROS[name])
    return f"{{{{ {name}({taken}) }}}}"


def _calls(tree: nodes.Template, page: RawPage) -> Iterator[tuple[str, str, Location, nodes.Call]]:
    """Macro name, first argument, place and call, of each; what is computed is left to the theme."""
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
        yield call.node.name, argument, Location(page.where.file, call.lineno, max(column, 1)), call


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
        hint = did_you_mean(name, MACROS) or f"one of: {', '.join(MACROS)}"
        context.problems.error("unknown-macro", where, f"there is no macro “{name}”", hint)
    elif not argument and name not in ALONE:
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
    elif name in OF_SECTIONS and kinds:  # without kinds, kinds.yml has problems of its own
        _check_section(name, argument, where, kinds, context)


def _check_section(
    name: str, argument: str, where: Location, kinds: Mapping[str, Kind], context: Context
) -> None:
    """Whether there is such a section, and whether its kind has what the macro shows."""
    sections = {kind.section: kind for kind in kinds.values()}
    known = [*sections, *(_LISTED if name in ("register", "names") else ())]
    kind = sections.get(argument)
    if argument not in known:
        hint = did_you_mean(argument, known) or f"one of: {', '.join(known)}"
        context.problems.error("unknown-section", where, f"there is no section “{argument}”", hint)
    elif kind and name == "roles" and not kind.roles:
        message = f"entries of the kind “{kind.id}” have no roles"
        context.problems.error("macro-argument", where, message, "see  roles  in kinds.yml")
    elif kind and name == "dates" and not any(field.type == "date" for field in kind.fields):
        message = f"entries of the kind “{kind.id}” have no dates"
        context.problems.error("macro-argument", where, message, "give the kind a field of the type date")
