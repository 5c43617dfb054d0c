"""Hand-written pages: their names, front matter and pictures; macros have a module of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dossier.check.context import Context
from dossier.model import Kind
from dossier.problems import Location, did_you_mean
from dossier.raw import RawPage, Scalar

KEYS = ("title", "description", "render_macros", "search", "hide", "status")
"""What front matter may say."""
_NAME = re.compile(r"docs(?:/[A-Za-z0-9_-]+)+\.md")
_JINJA = re.compile(r"\{[{%#]")
_PICTURE = re.compile(
    r"""(?:!\[[^\]\n]*\]\(\s*<?|<img\b[^>]*?\bsrc\s*=\s*["']?)\s*(?:[a-z][a-z0-9+.-]*:)?//""", re.IGNORECASE
)


def check_handwritten(pages: Iterable[RawPage], kinds: Mapping[str, Kind], context: Context) -> None:
    """Problems of names, front matter, pictures and, in pages that opted in, of every macro."""
    for page in pages:
        if not _NAME.fullmatch(page.where.file):
            hint = "use a-z, 0-9, _ and hyphens; the name is an address"
            context.problems.error("bad-page-name", page.where, "the page's name cannot be an address", hint)
        opted_in = _check_front_matter(page, context)
        _check_pictures(page, context)
        if opted_in:
            # Imported here, since few pages have macros and Jinja takes as long as all other pages.
            from dossier.check.macros import check_macros

            check_macros(page, kinds, context)


def _check_front_matter(page: RawPage, context: Context) -> bool:
    """Whether the page opts in to macros; a problem for whatever front matter may not say."""
    front = page.front_matter
    if front is None:
        return False
    for key, node in front.items.items():
        text = node.text if isinstance(node, Scalar) else None
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"known here: {', '.join(KEYS)}"
            context.problems.error("unknown-key", front.keys[key], f"unknown key “{key}”", hint)
        elif key in ("title", "description") and (text is None or _JINJA.search(text)):
            message = f"“{key}” should be plain text"
            context.problems.error("wrong-type", node.where, message, "macros do not work in front matter")
        elif key == "render_macros" and text not in ("true", "false"):
            message = "“render_macros” should be true or false"
            context.problems.error("wrong-type", node.where, message, "write  render_macros: true")
    opted = front.items.get("render_macros")
    return isinstance(opted, Scalar) and opted.text == "true"


def _check_pictures(page: RawPage, context: Context) -> None:
    """Reading the site asks no other host for anything."""
    for match in _PICTURE.finditer(page.text):
        line = page.text.count("\n", 0, match.start()) + 1
        column = match.start() - page.text.rfind("\n", 0, match.start())
        hint = "put the picture into docs/ and name it by its path"
        where = Location(page.where.file, line, column)
        context.problems.error("foreign-picture", where, "the picture lies on another host", hint)
