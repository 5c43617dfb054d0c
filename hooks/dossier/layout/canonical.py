"""A record in its one form: keys in the order of its schema, two spaces a level, lines of equal length.

Lists and maps between brackets stay so while they fit into a line, everything else stands in lines of its
own. One empty line is kept where there are some. A comment stays above what it stood above, or beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from dossier.layout.comments import comments
from dossier.layout.scalars import WIDTH, block, inline

Schema = Mapping[str, Any]
Lines = list[str]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile("\r\n|\r")


def canonical(text: str, schema: Schema) -> str:
    """The one form of a text that the reader takes; ``schema`` (JSON Schema) says the order of its keys."""
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    root = yaml.compose(text, Loader=_LOADER)
    if root is None:
        return text
    tokens = list(yaml.scan(text, Loader=_LOADER))
    return "\n".join(_Writer(text.split("\n"), tokens).document(root, schema)) + "\n"


class _Writer:
    """Walks the nodes in the order of the text, so that each takes the comments that come before it."""

    def __init__(self, lines: Lines, tokens: list[yaml.Token]) -> None:
        self.lines = lines
        self.waiting = list(comments(lines, tokens))[::-1]

    def document(self, root: yaml.Node, schema: Schema) -> Lines:
        """All lines; what stands above the first key is about the file, and stays on top."""
        first = root.start_mark.line
        head = self.above(first, 0)
        head += [""] if head and self.gap(first) else []
        if _in_lines(root):
            body = self.collection(root, schema, 0, len(self.lines))
        else:
            body = self.value(root, schema, 0, "", first)
        return [*head, *body, *(comment.text for comment in reversed(self.waiting))]

    def collection(self, node: yaml.Node, schema: Schema, indent: int, limit: int) -> Lines:
        """The lines of a map or list; ``limit`` is the line of what follows it."""
        entries = _entries(node)
        starts = [(value if key is None else key).start_mark.line for key, value in entries]
        written: list[tuple[int, bool, Lines]] = []
        for (key, value), start, following in zip(entries, starts, [*starts[1:], limit], strict=True):
            blank = start > starts[0] and self.gap(
                self.waiting[-1].line if self.comes_before(start) else start
            )
            above = self.above(start, indent)
            mark = "-" if key is None else f"{inline(key, flow=True)}:"
            lines = self.entry(value, _within(schema, key), indent, mark, (start, following))
            written.append((_rank(schema, key), blank, above + lines))
        below = self.below(node.start_mark.column, limit, indent)
        result: Lines = []
        for _, blank, lines in sorted(written, key=lambda one: one[0]):
            result += ["", *lines] if blank and result else lines
        return result + below

    def entry(
        self, value: yaml.Node, schema: Schema, indent: int, mark: str, place: tuple[int, int]
    ) -> Lines:
        """The lines of a key or an item; ``place`` is its line and that of what follows."""
        start, limit = place
        if not _in_lines(value):
            return self.value(value, schema, indent, mark, start)
        first = value.start_mark.line
        beside = ""
        if first > start and self.waiting and self.waiting[-1].line == start:
            beside = f"  {self.waiting.pop().text}"
        above = [" " * indent + beside.strip()] if mark == "-" and beside else []
        above += self.above(first, indent) if mark == "-" else []
        inner = self.collection(value, schema, indent + 2, limit)
        return above + _under(mark, "" if mark == "-" else beside, inner, indent)

    def value(self, node: yaml.Node, schema: Schema, indent: int, mark: str, start: int) -> Lines:
        """A text, or something between brackets, behind its mark; comments amidst it go above."""
        pad = " " * indent
        found = []
        while self.waiting and self.waiting[-1].line <= max(start, _last(node)):
            found.append(self.waiting.pop())
        beside = f"  {found[0].text}" if len(found) == 1 and not found[0].alone else ""
        above = [] if beside else [pad + comment.text for comment in found]
        lead = f"{pad}{mark} " if mark else pad
        if isinstance(node, yaml.ScalarNode):
            lines = block(node.value, WIDTH - len(lead), indent + 2)
            if lines is None:
                return [*above, (lead + inline(node, flow=False)).rstrip(" ") + beside]
            deeper = [f"{pad}  {line}" if line else "" for line in lines[1:]]
            return [*above, f"{lead}{lines[0]}{beside}", *deeper]
        whole = lead + _flow(node, schema)
        if len(whole) <= WIDTH or not node.value:
            return [*above, whole + beside]
        inner = _Writer([], []).collection(node, schema, indent + 2 if mark else indent, 0)
        if not mark or mark == "-":
            above += [pad + beside.strip()] if beside else []
            beside = ""
        return above + (_under(mark, beside, inner, indent) if mark else inner)

    def above(self, line: int, indent: int) -> Lines:
        """The comments above a line, with one empty line where there are some between them."""
        found: Lines = []
        while self.comes_before(line):
            comment = self.waiting.pop()
            found += [""] if found and self.gap(comment.line) else []
            found.append(" " * indent + comment.text)
        return found

    def below(self, column: int, limit: int, indent: int) -> Lines:
        """The comments below the last entry: they stand as deep as it, and deeper than what follows."""
        following = self.lines[limit] if limit < len(self.lines) else None
        depth = -1 if following is None else len(following) - len(following.lstrip(" "))
        found: Lines = []
        while self.comes_before(limit) and self.waiting[-1].column >= max(column, depth + 1):
            comment = self.waiting.pop()
            found += [""] if self.gap(comment.line) else []
            found.append(" " * indent + comment.text)
        return found

    def comes_before(self, line: int) -> bool:
        """Whether the next comment stands above a line."""
        return bool(self.waiting) and self.waiting[-1].line < line

    def gap(self, line: int) -> bool:
        """Whether the line above is empty."""
        return 0 < line <= len(self.lines) and not self.lines[line - 1].strip()


def _under(mark: str, beside: str, inner: Lines, indent: int) -> Lines:
    """A map or list below its key, or behind the hyphen of its item."""
    pad = " " * indent
    if mark == "-" and not inner[0].lstrip().startswith("#"):
        return [f"{pad}- {inner[0].lstrip()}", *inner[1:]]
    return [f"{pad}{mark}{beside}", *inner]


def _in_lines(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)


def _entries(node: yaml.Node) -> list[tuple[yaml.ScalarNode | None, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else [(None, item) for item in node.value]


def _last(node: yaml.Node) -> int:
    """The last line of a node; a block's end stands at the beginning of the line after it."""
    is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return int(node.end_mark.line) - (is_block and node.end_mark.column == 0)


def _flow(node: yaml.Node, schema: Schema) -> str:
    """A node in one line."""
    if isinstance(node, yaml.ScalarNode):
        return inline(node, flow=True)
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(_flow(item, _within(schema, None)) for item in node.value)}]"
    pairs = sorted(node.value, key=lambda pair: _rank(schema, pair[0]))
    return f"{{{', '.join(f'{inline(k, flow=True)}: {_flow(v, _within(schema, k))}' for k, v in pairs)}}}"


def _within(schema: Schema, key: yaml.ScalarNode | None) -> Schema:
    """The schema of a key's value, or of a list's items; empty where it says nothing."""
    if key is None:
        found = schema.get("items")
    else:
        found = schema.get("properties", {}).get(key.value, schema.get("additionalProperties"))
    return found if isinstance(found, Mapping) else {}


def _rank(schema: Schema, key: yaml.ScalarNode | None) -> int:
    """The place of a key among those that the schema names; others follow, in their own order."""
    known = list(schema.get("properties", ()))
    return known.index(key.value) if key is not None and key.value in known else len(known)
