"""A small, safe part of YAML: maps, lists and scalars that stay text, each with its place.

The text is parsed to events and never constructed: no tag can create an object, no alias can
multiply, no scalar turns into a number, a date or a truth value behind the writer's back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from dossier.characters import UNWELCOME
from dossier.problems import Location, Problems
from dossier.raw import Listing, Mapping, Node, Scalar
from dossier.read.text import place

MAX_DEPTH = 20
MAX_NODES = 20_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    """Ends the reading of one file; the problem has been recorded."""


def parse(text: str, name: str, problems: Problems) -> Node | None:
    """The node tree of one YAML document, or None and the problems that were found."""
    before = len(problems.found)
    if not plain_lines(text, name, problems):
        return None
    reader = _Reader(name, problems)
    try:
        root = reader.document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        hint = _TAB if mark and _at(text, mark) == "\t" else _HINT
        problems.error("yaml-syntax", where, f"not valid YAML: {error.problem or error.context}", hint)
        return None
    except yaml.YAMLError as error:
        problems.error("yaml-syntax", Location(name), f"not valid YAML: {str(error).splitlines()[0]}", _HINT)
        return None
    except _Refused:
        return None
    return root if len(problems.found) == before else None


_SEPARATOR = re.compile("[\x85\u2028\u2029]")


def plain_lines(text: str, name: str, problems: Problems) -> bool:
    """Whether only line ends that editors know end a line; YAML 1.1 has others, and counts by them."""
    found = list(_SEPARATOR.finditer(text))
    for match in found:
        message = f"the line separator U+{ord(match[0]):04X} is not allowed"
        hint = "begin a new line, or delete it"
        problems.error("line-separator", place(name, text, match.start()), message, hint)
    return not found


_HINT = "check indentation, colons and quotation marks; a value with “: ” or a leading [ @ * & ! needs quotes"
_TAB = "there is a tab here; indent with spaces"


def _at(text: str, mark: yaml.Mark) -> str:
    """The character at a mark; empty at the end, and in files whose lines end as on old Macintoshes."""
    lines = text.split("\n")[mark.line : mark.line + 1]
    return lines[0][mark.column : mark.column + 1] if lines else ""


class _Reader:
    """Builds nodes from events with a stack of its own, so depth costs no recursion."""

    def __init__(self, name: str, problems: Problems) -> None:
        self.name = name
        self.problems = problems
        self.count = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        stack: list[tuple[Listing | Mapping, list[Scalar]]] = []
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self.node(event)
                if stack:
                    self.attach(stack[-1], node)
                else:
                    root = node
                if not isinstance(node, Scalar):
                    stack.append((node, []))
                    if len(stack) > MAX_DEPTH:
                        self.refuse("yaml-depth", event, f"nested more than {MAX_DEPTH} deep", "flatten it")
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse("yaml-documents", event, "a second YAML document starts here", "keep one")
        return root

    def node(self, event: yaml.NodeEvent) -> Node:
        """The node an event opens."""
        self.count += 1
        if self.count > MAX_NODES:
            self.refuse("yaml-size", event, f"more than {MAX_NODES} values in one file", "split the file")
        if event.anchor:
            if isinstance(event, yaml.AliasEvent):
                self.refuse("yaml-alias", event, f"the alias *{event.anchor} is not allowed", "write it out")
            self.refuse("yaml-anchor", event, f"the anchor &{event.anchor} is not allowed", "delete it")
        tag = getattr(event, "tag", None)
        if tag:
            self.refuse("yaml-tag", event, f"the tag {tag} is not allowed", "delete it; values are text")
        where = self.where(event)
        if isinstance(event, yaml.ScalarEvent):
            if event.style == '"':
                self.check_characters(event.value, where)
            return Scalar(event.value, where)
        return Mapping(where) if isinstance(event, yaml.MappingStartEvent) else Listing([], where)

    def attach(self, top: tuple[Listing | Mapping, list[Scalar]], node: Node) -> None:
        """Put a node into the collection that is open; keys of a map wait for their value."""
        parent, waiting = top
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif waiting:
            key = waiting.pop()
            if key.text in parent.items:
                first = parent.keys[key.text].line
                self.problems.error(
                    "yaml-duplicate-key",
                    key.where,
                    f"the key “{key.text}” stands here twice",
                    f"it first stands in line {first}; keep one",
                )
            parent.items[key.text] = node
            parent.keys.setdefault(key.text, key.where)
        elif not isinstance(node, Scalar):
            self.problems.error("yaml-key", node.where, "a key must be a word", "write  key: value")
            raise _Refused
        elif node.text == "<<":
            self.problems.error("yaml-merge", node.where, "merge keys (<<) are not allowed", "write it out")
            raise _Refused
        else:
            waiting.append(node)

    def check_characters(self, text: str, where: Location) -> None:
        """A problem for what the file could not hold as it is, but an escape between double quotes can."""
        match = UNWELCOME.search(text)
        if match:
            message = f"the control character U+{ord(match[0]):04X} is not allowed"
            self.problems.error("control-character", where, message, "delete its escape sequence")

    def where(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        return Location(self.name, mark.line + 1, mark.column + 1) if mark else Location(self.name)

    def refuse(self, rule: str, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.error(rule, self.where(event), message, hint)
        raise _Refused
