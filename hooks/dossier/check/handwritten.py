"""Hand-written pages: their names, front matter and pictures; macros have a module of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.characters import DEVICES
from dossier.check.context import Context
from dossier.model import Kind
from dossier.problems import Location, did_you_mean
from dossier.raw import RawPage, Scalar

KEYS = ("title", "description", "render_macros", "search", "hide", "status")
"""What front matter may say."""
_NAME = re.compile(r"docs(?:/[A-Za-z0-9_-]+)+\.md")
MAX_SIGNS = 2000
MAX_PARAGRAPH = 20_000
"""Characters; Python-Markdown needs time by the square of some of them, and of addresses most."""
_SIGNS = re.compile(r"[\[<*_`&{\\]")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_ITEM = r"(?:[-*+]|\d{1,9}[.)])"
_DEEP = re.compile(rf"^(?:[ \t]{{80}}|(?:[ \t]*>){{20}}|(?:[ \t]*{_ITEM}[ \t]){{20}})", re.MULTILINE)
MAX_EMPTY = 200
_EMPTY = re.compile(rf"^[ \t]*{_ITEM}[ \t]*$", re.MULTILINE)
_JINJA = re.compile(r"\{[{%#]")
_FOREIGN = r"\s*+(?:[a-z][a-z0-9+.-]*+:)?+//"
_TARGET = re.compile(rf"\]\(\s*+<?{_FOREIGN}", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^>]*+", re.IGNORECASE)
_SOURCE = re.compile(rf"\bsrc\s*+=\s*+[\"']?{_FOREIGN}", re.IGNORECASE)


def check_handwritten(pages: Iterable[RawPage], kinds: Mapping[str, Kind], context: Context) -> None:
    """Problems of names, front matter, pictures and, in pages that opted in, of every macro."""
    taken: dict[str, str] = {}
    for page in pages:
        if not _NAME.fullmatch(page.where.file):
            hint = "use a-z, 0-9, _ and hyphens; the name is an address"
            context.problems.error("bad-page-name", page.where, "the page's name cannot be an address", hint)
        _check_address(page.where, kinds, taken, context)
        _check_crowding(page, context)
        opted_in = _check_front_matter(page, context)
        _check_pictures(page, context)
        if opted_in:
            # Imported here, since few pages have macros and Jinja takes as long as all other pages.
            from dossier.check.macros import check_macros

            check_macros(page, kinds, context)


def _check_address(
    where: Location, kinds: Mapping[str, Kind], taken: dict[str, str], context: Context
) -> None:
    """No page stands where another one does, on systems either that tell no capitals from small letters."""
    _, language, *rest = where.file.removesuffix(".md").casefold().split("/")
    steps = rest[:-1] if rest and rest[-1] in ("index", "readme") else rest
    address = "/".join([language, *steps])
    sections = {kind.section: kind.id for kind in kinds.values()}
    is_entry = len(steps) == 2 and (
        context.kinds_of.get(steps[1]) == sections.get(steps[0], "-")
        or (steps[0] == "sources" and steps[1] in context.paragraphs)
    )
    first = "an entry of the dossier" if is_entry else taken.setdefault(address, where.file)
    if first != where.file:
        message = f"the page would stand where {first} does"
        context.problems.error("taken-address", where, message, "rename it")
    if DEVICES.intersection(steps):
        message = "a file of this name cannot exist on every system"
        context.problems.error("bad-page-name", where, message, "rename it")


def _check_crowding(page: RawPage, context: Context) -> None:
    """Python-Markdown needs time by the square of the signs in a paragraph, and recurses for each level."""
    for paragraph in _PARAGRAPH.finditer(page.text):
        if len(_SIGNS.findall(paragraph[0])) > MAX_SIGNS:
            message = f"a paragraph has more than {MAX_SIGNS} signs of Markdown or HTML"
            where = _place(page, paragraph.start())
            context.problems.error("crowded", where, message, "divide it by empty lines")
        elif len(paragraph[0]) > MAX_PARAGRAPH:
            message = f"a paragraph has more than {MAX_PARAGRAPH} characters"
            where = _place(page, paragraph.start())
            context.problems.error("crowded", where, message, "divide it by empty lines")
    empty = [match.start() for match in _EMPTY.finditer(page.text)]
    if len(empty) > MAX_EMPTY:
        where = _place(page, empty[MAX_EMPTY])
        message = f"more than {MAX_EMPTY} items of lists are empty"
        context.problems.error("crowded", where, message, "fill them in, or delete them")
    deep = _DEEP.search(page.text)
    if deep:
        where = _place(page, deep.start())
        context.problems.error("too-deep", where, "nested too deep, or indented too far", "flatten it")


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
    for offset in sorted(_foreign_pictures(page.text)):
        hint = "put the picture into docs/ and name it by its path"
        where = _place(page, offset)
        context.problems.error("foreign-picture", where, "the picture lies on another host", hint)


def _foreign_pictures(text: str) -> Iterator[int]:
    """Where pictures of other hosts begin; nothing is looked at twice, however many begin and never end."""
    for target in _TARGET.finditer(text):
        end = target.start()
        since = text.rfind("]", 0, end) + 1
        since = text.rfind("\n", since, end) + 1 or since
        begin = text.find("![", since, end)
        if begin >= 0:
            yield begin
    for image in _IMAGE.finditer(text):
        if _SOURCE.search(image[0]):
            yield image.start()


def _place(page: RawPage, offset: int) -> Location:
    """The line and column of an offset in the page."""
    line = page.text.count("\n", 0, offset) + 1
    return Location(page.where.file, line, offset - page.text.rfind("\n", 0, offset))
