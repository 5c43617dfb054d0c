"""How a subcommand comes to a dossier: read, checked, with what was worked out before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.memo import Memo
from dossier.model import Dossier
from dossier.problems import Problems


@contextmanager
def opened(root: Path, *, cache: bool = True) -> Iterator[tuple[Dossier | None, Problems, Memo]]:
    """The dossier under ``root``, None when it has errors; what is added to the memo is kept afterwards.

    A dossier with errors costs nothing that was remembered.
    """
    from dossier.cache import remembered
    from dossier.load import load

    with remembered(root, use=cache) as memo:
        dossier, problems = load(root, memo)
        if dossier is None:
            memo.keep(memo.known)
        yield dossier, problems, memo
