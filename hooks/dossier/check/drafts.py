"""Records that ``dossier new`` began: what is still empty is told as left to do; placeholders stand there.

So the page can be looked at while it grows; a strict check, and with it a pull request, waits for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.problems import Location, Problems
from dossier.raw import Mapping, Node, Scalar

PLACEHOLDER = "…"


def completed(node: Node, languages: Iterable[str], problems: Problems) -> Node:
    """The record of an entity with something in place of each empty name, gender and summary.

    A record without any name is left as it is.
    """
    if not isinstance(node, Mapping):
        return node
    items = dict(node.items)
    if _is_empty(items.get("gender")):
        _to_do(items.pop("gender").where, "gender", "write m or f, since names inflect by it", problems)
    names = items.get("names")
    if isinstance(names, Mapping):
        items["names"] = _named(names, problems)
    summary = items.get("summary")
    if isinstance(summary, Mapping):
        items["summary"] = _summed_up(summary, next(iter(languages)), problems)
    return Mapping(node.where, items, node.keys)


def _named(names: Mapping, problems: Problems) -> Mapping:
    """The name in one language stands for those that are missing."""
    known = next((name for name in names.items.values() if not _is_empty(name)), None)
    if not isinstance(known, Scalar):
        return names
    items = dict(names.items)
    for language in [one for one, name in items.items() if _is_empty(name)]:
        where = items[language].where
        hint = f"write the base form of the name; until then “{known.text}” stands there"
        _to_do(where, f"names.{language}", hint, problems)
        items[language] = Scalar(known.text, where)
    return Mapping(names.where, items, names.keys)


def _summed_up(summary: Mapping, base: str, problems: Problems) -> Mapping:
    """Without the translations that are empty; they may wait, the text that they are made from may not."""
    items = dict(summary.items)
    for language in [one for one, text in items.items() if _is_empty(text)]:
        where = items.pop(language).where
        if language == base:
            hint = "write a few sentences, each ending with [@source-key p1] or [background]"
            items[language] = Scalar(PLACEHOLDER, where)
        else:
            hint = "translate it, or delete the line: translations may wait"
        _to_do(where, f"summary.{language}", hint, problems)
    return Mapping(summary.where, items, summary.keys)


def _is_empty(node: Node | None) -> bool:
    return isinstance(node, Scalar) and not node.text


def _to_do(where: Location, name: str, hint: str, problems: Problems) -> None:
    problems.warn("to-do", where, f"“{name}” is left to fill in", hint)
