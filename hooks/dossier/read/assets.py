"""Everything under ``docs/``, since all of it reaches the site: only plain files, only of known types.

A link may lead anywhere, a pipe or device never ends, and a script or page among the pictures would run with
the site's own rights.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from unicodedata import normalize

from dossier.characters import DEVICES
from dossier.problems import Location, Problems
from dossier.read.drawing import check_drawing
from dossier.read.records import children
from dossier.read.text import decode, read_bytes

PAGE = ".md"
DRAWING = ".svg"
TYPES = (PAGE, ".avif", ".gif", ".jpeg", ".jpg", ".pdf", ".png", DRAWING, ".webp")
"""What a site may be given; by names, as browsers go by them too."""
MAX_ASSET = 20_000_000
_TYPES_HINT = f"the site takes {', '.join(TYPES)}; move anything else elsewhere"

_NAME_HINT = "rename it; letters, digits, _ and hyphens are always safe"
_UNNAMED = '<>:"\\|?*'
"""What Windows allows in no name, beside control characters (Microsoft, “Naming Files, Paths, and
Namespaces”)."""


def check_assets(root: Path, languages: Collection[str], problems: Problems) -> None:
    """Problems of what MkDocs would take from ``docs/`` without asking."""
    taken: dict[str, str] = {}
    for path in _below(root, "docs", problems):
        name = path.relative_to(root).as_posix()
        where = Location(name)
        first = taken.setdefault(normalize("NFC", name).casefold(), name)
        if first != name:
            message = f"the name differs from {first} in what many systems do not tell apart"
            problems.error("alike-names", where, message, "rename one")
        if path.suffix not in TYPES:
            problems.error(
                "file-type", where, f"files of the type “{path.suffix}” are not taken", _TYPES_HINT
            )
        elif path.suffix == PAGE:
            _check_place(name, languages, problems)
        else:
            if not all(map(_is_name, path.relative_to(root).parts)):
                message = "a file of this name cannot exist on every system"
                problems.error("bad-file-name", where, message, _NAME_HINT)
            _check_file(path, name, problems)


def _is_name(name: str) -> bool:
    """Whether it can be a name everywhere, in a copy's list of files and in an address."""
    device = name.split(".", maxsplit=1)[0].casefold() in DEVICES
    edges = name.startswith(" ") or name.endswith((".", " "))
    return name.isprintable() and not edges and not device and not {*_UNNAMED} & {*name}


def _below(root: Path, name: str, problems: Problems) -> Iterator[Path]:
    for path in children(root, name, problems):
        if path.is_dir():
            yield from _below(root, path.relative_to(root).as_posix(), problems)
        else:
            yield path


def _check_place(name: str, languages: Collection[str], problems: Problems) -> None:
    language = name.split("/")[1]
    if language.endswith(PAGE):
        hint = f"move it into the folder of a language, such as docs/{next(iter(languages))}"
        problems.error("stray-file", Location(name), "only folders of languages belong here", hint)


def _check_file(path: Path, name: str, problems: Problems) -> None:
    data = read_bytes(path, name, MAX_ASSET, problems)
    if data is not None and path.suffix == DRAWING:
        text = decode(data, name, problems)
        if text is not None:
            check_drawing(text, name, problems)
