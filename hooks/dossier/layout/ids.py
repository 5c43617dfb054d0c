"""Ids in the text of records: where they stand, and the same text with one of them changed.

Works on the text itself, so that comments and layout stay an editor's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml

ENTITY, SOURCE, CLAIM = "entity", "source", "claim"
PROSE = "prose"
"""A text of ours, which may name entities and sources."""
LOCATOR = "locator"
"""A source and a paragraph."""

PLACES = {
    "entity": ENTITY,
    "entities": ENTITY,
    "about": ENTITY,
    "said_by": ENTITY,
    "by": ENTITY,
    "to": ENTITY,
    "source": SOURCE,
    "contradicts": CLAIM,
    "supersedes": CLAIM,
    "text": PROSE,
}
"""Key of an article’s record → what its value, or each item of it, names."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """One id, of an entity, a source or a claim, and the one that takes its place."""

    what: str
    old: str
    new: str

    def fits(self, role: str) -> bool:
        """Whether a value in this role may name the id."""
        return role == self.what or role == PROSE or (role == LOCATOR and self.what == SOURCE)

    def applied(self, role: str, text: str) -> str:
        """A value with the id changed; as it was where it names others."""
        if role == PROSE:
            opening = {ENTITY: r"\[\[", SOURCE: r"\[@"}.get(self.what)
            return (
                re.sub(rf"({opening}){self.old}(?![a-z0-9-])", rf"\g<1>{self.new}", text) if opening else text
            )
        key, space, rest = text.partition(" ")
        return f"{self.new}{space}{rest}" if key == self.old and (role == LOCATOR or not space) else text


def renamed(text: str, renaming: Renaming, entity_fields: Collection[str] = ()) -> str:
    """A record with an id changed wherever it names it; ``entity_fields`` are the facts that are ids.

    ValueError, with the line, where the id is written so that it cannot be changed in place.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    places = [] if root is None else list(_scalars(root, (), entity_fields))
    for node, role in sorted(places, key=lambda one: -one[0].start_mark.index):
        if renaming.fits(role) and (after := renaming.applied(role, node.value)) != node.value:
            text = _replaced(text, node, renaming, role, after)
    return text


def _replaced(text: str, node: yaml.ScalarNode, renaming: Renaming, role: str, after: str) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    written = text[start:end]
    if role == PROSE:
        changed = renaming.applied(role, written)
    else:
        changed = written.replace(renaming.old, renaming.new, 1)
    whole = text[:start] + changed + text[end:]
    found = yaml.compose(whole, Loader=yaml.SafeLoader)
    if after not in (one.value for one in _all(found) if one.start_mark.index == start):
        raise ValueError(node.start_mark.line + 1)
    return whole


def _all(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _all(item)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from _all(pair[1])


Path = tuple[str, ...]


def _scalars(node: yaml.Node, path: Path, fields: Collection[str]) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Values that may name something, with their roles; ``path`` holds the keys that lead to them."""
    if isinstance(node, yaml.ScalarNode):
        role = _role(path, fields)
        if role:
            yield node, role
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, path, fields)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, key.value), fields)


def _role(path: Path, fields: Collection[str]) -> str:
    match path:
        case ("claims", "id"):
            return CLAIM
        case ("summary", _):
            return PROSE
        case ("facts", field, "value"):
            return ENTITY if field in fields else ""
        case ("roles", "of"):
            return ENTITY
        case ("facts", _, "cite") | ("roles", "cite"):
            return LOCATOR
        case ("facts" | "roles" | "names" | "aliases", *_):
            return ""
    return next((PLACES[key] for key in path[-2:] if key in PLACES), "")


def with_former(text: str, old: str, new: str, claim: str = "") -> str:
    """The record, or that claim in it, with the id ``old`` among its former ones, and ``new`` not.

    A record that gets back an id it had has it exchanged for the other: none is listed that it goes by.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    node = _claim(root, claim) if claim and root else root
    assert isinstance(node, yaml.MappingNode)
    former = next((value for key, value in node.value if key.value == "formerly"), None)
    if former is None:
        return _with_key(text, node, f"formerly: [{old}]")
    for item in former.value:
        if item.value == new:
            start, end = item.start_mark.index, item.end_mark.index
            return text[:start] + text[start:end].replace(new, old) + text[end:]
    last = former.value[-1]
    at = last.end_mark.index
    added = f", {old}" if former.flow_style else f"\n{' ' * (last.start_mark.column - 2)}- {old}"
    return text[:at] + added + text[at:]


def _claim(root: yaml.Node, id_: str) -> yaml.Node:
    claims = next(value for key, value in root.value if key.value == "claims")
    found: yaml.Node = next(
        item
        for item in claims.value
        if any(key.value == "id" and value.value == id_ for key, value in item.value)
    )
    return found


def _with_key(text: str, node: yaml.MappingNode, line: str) -> str:
    """A key before the first of a map; where it belongs is for the one form of records."""
    at, column = node.start_mark.index, node.start_mark.column
    if node.flow_style:
        return f"{text[: at + 1]}{line}, {text[at + 1 :]}"
    return f"{text[:at]}{line}\n{' ' * column}{text[at:]}"
