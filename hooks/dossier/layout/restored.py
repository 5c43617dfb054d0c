"""Comments that a program left out of a record which it wrote anew, put back where they stood.

A comment belongs to the key or item that it stands above or beside. An item of a list is known by its id, by
its paragraph and quotation, or by its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import yaml

from dossier.layout.comments import Comment, comments

Path = tuple[str, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def lost(before: str, after: str) -> list[Comment]:
    """The comments of one text that another has no more, with their places in the first."""
    left = Counter(one.text for one in _comments(after))
    missing = []
    for one in _comments(before):
        if left[one.text]:
            left[one.text] -= 1
        else:
            missing.append(one)
    return missing


def restored(before: str, after: str) -> tuple[str, list[Comment]]:
    """The second text with the comments of the first, and those whose key or item is gone."""
    missing = lost(before, after)
    if not missing:
        return after, []
    old, new = _paths(before), {path: place for place, path in _paths(after)}
    lines = after.split("\n")
    above: dict[int, list[str]] = {}
    homeless = []
    for one in missing:
        owner = _owner(one, old)
        if owner is None or (owner and owner not in new):
            homeless.append(one)
        else:
            line, column = new[owner] if owner else (0, 0)
            above.setdefault(line, []).append(" " * column + one.text)
    return "\n".join(
        text for number, line in enumerate(lines) for text in (*above.get(number, ()), line)
    ), homeless


Place = tuple[int, int]


def _owner(comment: Comment, paths: list[tuple[Place, Path]]) -> Path | None:
    """What a comment is about: nothing but the file above the first key, None below the last."""
    if comment.alone and (not paths or comment.line < paths[0][0][0]):
        return ()
    if not comment.alone:
        # Beside the end of a text of several lines it is still about that text.
        return next((path for (line, _), path in reversed(paths) if line <= comment.line), None)
    return next((path for (line, _), path in paths if line > comment.line), None)


def _comments(text: str) -> Iterator[Comment]:
    return comments(text.split("\n"), yaml.scan(text, Loader=_LOADER))


def _paths(text: str) -> list[tuple[Place, Path]]:
    """Where each key and item begins, by line, and which it is; of several in a line the outermost."""
    root = yaml.compose(text, Loader=_LOADER)
    found: dict[int, tuple[Place, Path]] = {}
    for place, path in _below(root, ()) if root else ():
        found.setdefault(place[0], (place, path))
    return [found[line] for line in sorted(found)]


def _below(node: yaml.Node, path: Path) -> Iterator[tuple[Place, Path]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            own = (*path, str(key.value))
            yield (key.start_mark.line, key.start_mark.column), own
            yield from _below(value, own)
    elif isinstance(node, yaml.SequenceNode):
        seen: Counter[str] = Counter()
        for item in node.value:
            name = _name(item)
            seen[name] += 1
            own = (*path, name, str(seen[name]))
            mark = item.start_mark
            # The hyphen stands before it.
            yield (mark.line, max(mark.column - 2, 0)), own
            yield from _below(item, own)


def _name(item: yaml.Node) -> str:
    """By what an item is known among others."""
    if isinstance(item, yaml.MappingNode):
        parts = {
            key.value: str(value.value) for key, value in item.value if isinstance(value, yaml.ScalarNode)
        }
        return (
            parts.get("id")
            or " ".join(parts.get(key, "") for key in ("p", "quote", "value", "office")).strip()
        )
    return str(item.value) if isinstance(item, yaml.ScalarNode) else ""
