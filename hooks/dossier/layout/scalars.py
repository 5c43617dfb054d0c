"""How a text is written: as it is where YAML allows it, between quotation marks, or in lines of its own."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable

import yaml
from yaml.emitter import Emitter
from yaml.resolver import Resolver

WIDTH = 106
"""Code points in a line."""

_resolved: Callable[[type[yaml.Node], str, tuple[bool, bool]], str] = Resolver().resolve
_TEXT = "tag:yaml.org,2002:str"
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_GAP = re.compile(r"(?<![ \t]) (?![ \t])")
_UNFIT = re.compile(r"[\t\r]|^ | $|\A\n|\n\Z", re.MULTILINE)


def inline(node: yaml.ScalarNode, *, flow: bool) -> str:
    """The text in one line; quotation marks that keep it from being a number or a date are kept."""
    text: str = node.value
    if not text:
        return "" if not node.style and not flow else '""'
    found = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
    allowed = found.allow_flow_plain if flow else found.allow_block_plain
    kept = not node.style or _resolved(yaml.ScalarNode, text, (True, False)) == _TEXT
    if allowed and kept and not found.multiline:
        return text
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def block(text: str, room: int, indent: int) -> list[str] | None:
    """Sign and lines of a text that has several lines or is longer than the room.

    None where it stands in one line: it is short, has no place to break, or a block would change it.
    """
    if _UNFIT.search(text) or _ESCAPED.search(text):
        return None
    width = WIDTH - indent
    lines = text.split("\n")
    if len(lines) > 1 and all(len(line) <= width for line in lines):
        return ["|-", *lines]
    wrapped = [_wrapped(line, width) for line in lines]
    if len(lines) == 1:
        return None if len(text) <= room or len(wrapped[0]) == 1 else [">-", *wrapped[0]]
    # An empty line stands for the one line end that is meant.
    folded = [line for part in wrapped for line in ("", *part)][1:]
    return None if "" in lines else [">-", *folded]


def _wrapped(line: str, width: int) -> list[str]:
    found: list[str] = []
    for word in _GAP.split(line):
        if found and len(found[-1]) + 1 + len(word) <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
