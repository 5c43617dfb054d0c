"""Bounds of a YAML file that is composed as a whole, found before it is.

Composing recurses for each level, in C too, and an alias can make a little file grow without end. Parsing to
events does neither.
"""

from __future__ import annotations

import yaml

from dossier.problems import Location, Problems

MAX_DEPTH = 40
MAX_NODES = 20_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def within_bounds(text: str, name: str, problems: Problems) -> bool:
    """Whether the text may be composed; a problem where it may not. YAMLError if it is not even YAML."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=_LOADER):
        nodes += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        refused = _refused(event, depth, nodes)
        if refused:
            mark = event.start_mark
            where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
            problems.error(refused[0], where, *refused[1:])
            return False
    return True


def _refused(event: yaml.Event, depth: int, nodes: int) -> tuple[str, str, str] | None:
    """Rule, message and hint."""
    if isinstance(event, yaml.AliasEvent):
        return ("yaml-alias", f"the alias *{event.anchor} is not allowed", "write it out")
    if depth > MAX_DEPTH:
        return ("yaml-depth", f"nested more than {MAX_DEPTH} deep", "flatten it")
    if nodes > MAX_NODES:
        return ("yaml-size", f"more than {MAX_NODES} values in one file", "shorten it")
    return None
