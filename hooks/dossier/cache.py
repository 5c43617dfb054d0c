"""The memo of the last run, kept in ``.cache/dossier/`` under the dossier's folder.

Losing it costs time and nothing else; where it cannot be written, there is none. What stands in it is
believed only if this user's program wrote it: whoever can send a file to a repository could otherwise say
which words name whom. So the file is sealed by a keyed hash (BLAKE2, RFC 7693) with a key of the user's own
outside every dossier, and nothing of an unsealed file is looked at. It also belongs to one edition of the
program and of the dictionaries it uses.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path

from dossier.memo import DIGEST_SIZE, Memo, digest

FOLDER = ".cache/dossier"
FILE = f"{FOLDER}/memo"
LARGEST = 256_000_000
"""Bytes of a file that is still read."""
PACKAGES = ("jinja2", "pybtex", "latexcodec", "pymorphy3", "pymorphy3_dicts_ru", "pymorphy3_dicts_uk")
"""What else results depend on: packages that parse, and dictionaries, if they are installed."""
_STAGES = ("cite", "link", "read", "render")
"""The parts of the program that remember, and what they read by."""
_OURS = (".py", ".yml")
_KEY_SIZE = _SEAL_SIZE = 32
_LENGTH = 4


def pages_of(target: str) -> str:
    """The memo of the pages of one site, since the hosted one and the offline copy are built in turns."""
    return f"{FOLDER}/pages-{digest('target', os.fsencode(target)).hex()}"


@contextmanager
def remembered(root: Path, file: str = FILE, *, use: bool = True) -> Iterator[Memo]:
    """A memo of the dossier under ``root``, saved at the end if it grew; without ``use``, an empty one."""
    key = _key() if use else None
    if key is None:
        yield Memo()
        return
    edition = _edition()
    memo = Memo(_read(root / file, key, edition))
    yield memo
    if memo.made:
        with suppress(OSError):
            _write(root / file, _sealed(memo.kept(), key, edition))


def _edition() -> bytes:
    """Of what results depend on beside their input: the code and data of the stages, packages, Python."""
    here = Path(__file__).parent
    files = sorted(path for stage in _STAGES for path in (here / stage).rglob("*") if path.suffix in _OURS)
    parts = [
        part for path in files for part in (path.relative_to(here).as_posix().encode(), path.read_bytes())
    ]
    return digest("edition", sys.version.encode(), *map(_installed, PACKAGES), *parts)


def _installed(package: str) -> bytes:
    """Which copy of a package there is, told without importing it."""
    found = find_spec(package)
    if found is None or found.origin is None:
        return b""
    status = Path(found.origin).stat()
    return f"{found.origin} {status.st_mtime_ns} {status.st_size}".encode()


def _key() -> bytes | None:
    """The user's key, made when there is none; None where the user has no folder for such things."""
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dossier"
        path = folder / "key"
        if not path.exists() or path.stat().st_size != _KEY_SIZE:
            folder.mkdir(parents=True, exist_ok=True)
            _replace(path, [secrets.token_bytes(_KEY_SIZE)])
        return path.read_bytes()
    except (OSError, RuntimeError):
        return None


def _sealed(results: Mapping[bytes, bytes], key: bytes, edition: bytes) -> list[bytes]:
    """A seal; then edition, number of results, a digest and a length for each, and the results.

    In parts, since together they would take as much memory again.
    """
    lengths = b"".join(name + len(one).to_bytes(_LENGTH, "little") for name, one in results.items())
    parts = [edition, len(results).to_bytes(_LENGTH, "little"), lengths, *results.values()]
    return [_seal(parts, key), *parts]


def _seal(parts: Iterable[bytes | memoryview], key: bytes) -> bytes:
    made = blake2b(key=key, digest_size=_SEAL_SIZE)
    for part in parts:
        made.update(part)
    return made.digest()


def _read(path: Path, key: bytes, edition: bytes) -> Mapping[bytes, bytes]:
    """The results in a file; none of one that is missing, foreign, damaged or of another edition."""
    try:
        status = path.lstat()
        data = path.read_bytes() if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST else b""
    except OSError:
        return {}
    body = memoryview(data)[_SEAL_SIZE:]
    if not hmac.compare_digest(data[:_SEAL_SIZE], _seal([body], key)) or body[:DIGEST_SIZE] != edition:
        return {}
    return _results(body[DIGEST_SIZE:])


def _results(body: memoryview) -> dict[bytes, bytes]:
    number = int.from_bytes(body[:_LENGTH], "little")
    width = DIGEST_SIZE + _LENGTH
    begin = _LENGTH + number * width
    head = bytes(body[_LENGTH:begin])
    names = [head[at : at + DIGEST_SIZE] for at in range(0, len(head), width)]
    lengths = (
        int.from_bytes(head[at + DIGEST_SIZE : at + width], "little") for at in range(0, len(head), width)
    )
    places = pairwise(accumulate(lengths, initial=begin))
    return {name: bytes(body[start:end]) for name, (start, end) in zip(names, places, strict=True)}


def _write(path: Path, parts: Iterable[bytes]) -> None:
    folder = path.parent
    if folder.is_symlink() or folder.parent.is_symlink():
        return  # it may lead anywhere
    folder.mkdir(parents=True, exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    _replace(path, parts)


def _replace(path: Path, parts: Iterable[bytes]) -> None:
    """Put a file in place in one step, for this user's eyes only."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
