"""SVG files that are pictures and nothing more (W3C, SVG 2, “secure static mode”).

A page that shows one as a picture runs nothing in it, but whoever opens the file itself does. So only shapes,
texts, gradients and the like are taken, no scripts, styles, events, entities or addresses outside the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from dossier.problems import Location, Problems

_SPACE = "http://www.w3.org/2000/svg "
ELEMENTS = re.compile(
    "circle|clipPath|defs|desc|ellipse|filter|g|line|linearGradient|marker|mask|metadata|path|pattern|polygon"
    "|polyline|radialGradient|rect|stop|svg|switch|symbol|text|textPath|title|tspan|use|view"
    "|fe(?:Blend|ColorMatrix|ComponentTransfer|Composite|DropShadow|Flood|Func[ABGR]|GaussianBlur|Merge"
    "|MergeNode|Offset)"
)
_ATTRIBUTE = re.compile(
    r"(?!on)[A-Za-z][A-Za-z0-9:_-]*|http://www\.w3\.org/XML/1998/namespace (?:lang|space)"
)
_LINK = re.compile(r"(?:http://www\.w3\.org/1999/xlink )?href")
_ADDRESS = re.compile(r"url\(\s*[\"']?(?!#)|@import|expression\(|image-set\(", re.IGNORECASE)
_HINT = "save it as a plain SVG without scripts, styles and links, or as a PNG"


def check_drawing(text: str, name: str, problems: Problems) -> None:
    """A problem for everything in an SVG file that is more than a picture, or where it is no XML."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(what: str) -> None:
        where = Location(name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        problems.error("unsafe-drawing", where, f"the drawing holds {what}", _HINT)

    def element(name: str, attributes: dict[str, str]) -> None:
        for what in _faults(name, attributes):
            refuse(what)

    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = lambda *_: refuse("a document type, which can define entities")
    parser.ProcessingInstructionHandler = lambda *_: refuse("a processing instruction")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        where = Location(name, error.lineno, error.offset + 1)
        problems.error(
            "unsafe-drawing", where, f"not well-formed XML: {expat.ErrorString(error.code)}", _HINT
        )


def _faults(name: str, attributes: dict[str, str]) -> Iterator[str]:
    """What an element may not hold."""
    if not name.startswith(_SPACE) or not ELEMENTS.fullmatch(name.removeprefix(_SPACE)):
        yield f"the element <{name.rpartition(' ')[2]}>"
    for attribute, value in attributes.items():
        if _LINK.fullmatch(attribute):
            if not value.strip().startswith("#"):
                yield "a link to something outside it"
        elif not _ATTRIBUTE.fullmatch(attribute):
            yield f"the attribute {attribute.rpartition(' ')[2]}"
        elif _ADDRESS.search(value):
            yield "the address of something outside it"
