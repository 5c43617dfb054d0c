"""Text files: UTF-8 only, without characters that hide or reorder what a reviewer sees."""

from __future__ import annotations

import stat
from pathlib import Path

from dossier.characters import UNWELCOME
from dossier.problems import Location, Problems


def read_bytes(path: Path, name: str, limit: int, problems: Problems) -> bytes | None:
    """The bytes of a regular file of at most ``limit`` bytes, or None and a problem."""
    where = Location(name)
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            problems.error("not-a-file", where, "this is not a regular file", "replace it by a plain file")
            return None
        if status.st_size > limit:
            message = f"the file has {status.st_size} bytes, more than the {limit} allowed"
            problems.error("too-large", where, message, "split it")
            return None
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problems.error("unreadable", where, f"the file cannot be read: {reason}")
        return None


def stands(path: Path) -> bool:
    """Whether something is there, be it a link to nothing; what may not be looked at is not there."""
    try:
        path.lstat()
    except OSError:
        return False
    return True


def decode(data: bytes, name: str, problems: Problems) -> str | None:
    """The text of UTF-8 bytes, or None and a problem at the first byte that is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.error(
            "not-utf-8",
            place(name, before, len(before)),
            f"byte 0x{data[error.start]:02X} is not UTF-8",
            "save the file as UTF-8",
        )
        return None
    unwelcome = list(UNWELCOME.finditer(text))
    for match in unwelcome[:20]:
        problems.error(
            "control-character",
            place(name, text, match.start()),
            f"the control character U+{ord(match[0]):04X} is not allowed",
            "delete it",
        )
    return None if unwelcome else text


def place(name: str, text: str, offset: int) -> Location:
    """The line and column of an offset in a text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Location(name, line, column)
