"""Runs MkDocs in a process of its own, which tells in one line what the disk or the memory refused it.

python -m dossier.theme_process build …
"""

from __future__ import annotations

import os
import runpy
import sys

from dossier.manner import Manner
from dossier.report import printable

REFUSED = 74
"""The exit status by which the last line of standard error is what was refused; EX_IOERR of sysexits(3)."""


def main() -> None:
    """Run MkDocs with this process's arguments; whatever else goes wrong in it is as it would be."""
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except (OSError, MemoryError) as error:
        place = Manner.of(os.environ).published
        print(printable(refusal(error, place)), file=sys.stderr)
        sys.exit(REFUSED)


def refusal(error: OSError | MemoryError, place: str) -> str:
    """What was refused and where, ``place`` if the system named no file; not always one line."""
    if isinstance(error, MemoryError):
        return "memory ran out; build with fewer processes: dossier build --jobs 1"
    return f"{error.strerror or str(error) or type(error).__name__}: {error.filename or place}"


if __name__ == "__main__":
    main()
