"""Whether a site is already what a build would make of the dossier, so that nothing need be done.

All that a build depends on goes into one digest: the bytes of every file of the dossier, the program, the
packages and Python, what was asked for, and the environment as far as the configuration names it. Another
goes over the site's own files. Both are kept together, sealed as every memo is (:mod:`dossier.cache`), so
that nobody else can say that a site is up to date. Where it might depend on more, the site is built.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import yaml

from dossier.cache import FOLDER, remembered
from dossier.memo import DIGEST_SIZE, digest
from dossier.paths import real

PROGRAM = Path(__file__).resolve().parent.parent
OUTPUTS = ("site", "site-offline", "dist")
"""Folders of a dossier that builds write."""
PLUGINS = frozenset({"search", "macros", "i18n"})
"""What these print depends on files alone; others may ask git, the clock or the web."""
_ELSEWHERE = re.compile(r"""\.\./|\bINHERIT\b|(?:^|[\s"'\[,])[~/](?=\w)""")
"""Words of a configuration that may lead out of the dossier's folder."""
_SAME = b"same"


class Doubt(Exception):
    """The site may depend on something that no digest covers."""


def is_up_to_date(root: Path, inputs: bytes, made: Sequence[Path]) -> bool:
    """Whether the last build had these inputs, and what it made is there as it left it."""
    name = digest("built", inputs, _left(made))
    with remembered(root, _file(made)) as memo:
        return memo.get(name) == _SAME


def note(root: Path, inputs: bytes, made: Sequence[Path]) -> None:
    """Remember that what stands there was made of these inputs."""
    with remembered(root, _file(made)) as memo:
        memo.put(digest("built", inputs, _left(made)), _SAME)
        memo.keep(memo.made)


def inputs_of(
    root: Path, made: Sequence[Path], asked: str, environment: Mapping[str, str] = os.environ
) -> bytes | None:
    """A digest of all that a build depends on, None in doubt; ``asked`` is what it was called for."""
    try:
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        if _ELSEWHERE.search(config) or not _plugins(config) <= PLUGINS:
            return None
        named = [f"{name}={value}" for name, value in sorted(environment.items()) if name in config]
        without = {root / name for name in OUTPUTS} | set(made)
        files = _files(root, (root, PROGRAM.parent), without)
        said = "\0".join((asked, *named)).encode(errors="surrogateescape")
        return digest("inputs", edition(), said, *_contents(files))
    except (OSError, ValueError, TypeError, AttributeError, LookupError, yaml.YAMLError, Doubt):
        return None


def edition() -> bytes:
    """Of the program as a whole: its own files, the packages beside it, and Python; may be in Doubt."""
    parts = "\0".join((sys.version, *_packages())).encode(errors="surrogateescape")
    return digest("program", parts, *_contents(_files(PROGRAM, (PROGRAM,), set())))


def _plugins(config: str) -> set[str]:
    """The names of the plugins, whatever tags their settings bear."""
    top = yaml.compose(config, Loader=yaml.SafeLoader)
    found = [value for key, value in top.value if key.value == "plugins"] if top else []
    plugins = found[0].value if found else []
    return {str(one.value[0][0].value if isinstance(one, yaml.MappingNode) else one.value) for one in plugins}


def _file(made: Sequence[Path]) -> str:
    """Each target has a memo of its own, since the site and the offline copy are built in turns."""
    places = "\0".join(map(str, made))
    return f"{FOLDER}/built-{digest('target', os.fsencode(places)).hex()}"


def _packages() -> list[str]:
    """The installed packages with their versions, which the names of their metadata's folders bear."""
    folders = [Path(folder) for folder in sys.path if Path(folder).is_dir()]
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


def _files(top: Path, within: Iterable[Path], without: set[Path]) -> Iterator[Path]:
    """Every file in a fixed order, none in hidden folders; Doubt where a link leads elsewhere."""
    led: set[Path] = set()
    for here, folders, names in os.walk(top, followlinks=True):
        kept = [name for name in sorted(folders) if not name.startswith(".") and name != "__pycache__"]
        folders[:] = [name for name in kept if Path(here, name) not in without]
        for path in (Path(here, name) for name in (*folders, *sorted(names))):
            if path.is_symlink():
                led |= _followed(path, within, led)
        yield from (Path(here, name) for name in sorted(names))


def _followed(link: Path, within: Iterable[Path], led: set[Path]) -> set[Path]:
    """Where a link leads: to the dossier's or the generator's own files, and not to a folder that holds it.

    Nor where another has led, or thirty folders with two links each to the next would be a thousand million.
    """
    to = real(link)
    if to in led or link.is_relative_to(to) or not any(to.is_relative_to(place) for place in within):
        raise Doubt(link)
    return {to}


def _contents(files: Iterable[Path]) -> Iterator[bytes]:
    for path in files:
        yield os.fsencode(path)
        yield path.read_bytes() if path.is_file() else b""


def _left(made: Iterable[Path]) -> bytes:
    """How files stand on disk: their names, sizes and times of change, without reading them."""
    found = blake2b(digest_size=DIGEST_SIZE)
    for place in (path for top in made for path in (str(top), *_below(top))):
        status = os.lstat(place) if os.path.lexists(place) else None
        told = (status.st_size, status.st_mtime_ns, status.st_ino, status.st_mode) if status else ()
        found.update(f"{place}\0{told}\0".encode(errors="surrogateescape"))
    return found.digest()


def _below(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(here, name) for name in sorted(names))  # noqa: PTH118  many thousands
