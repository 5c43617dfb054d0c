"""The first two stages, read and check: all that a command needs which makes no pages.

Apart from :mod:`~dossier.build`, so that such a command does not wait for templates and Markdown.
"""

from __future__ import annotations

from pathlib import Path

from dossier.check.dossier import check
from dossier.memo import Memo
from dossier.model import Dossier
from dossier.problems import Problems
from dossier.read.project import read
from dossier.stages import stage


def load(root: Path, memo: Memo | None = None) -> tuple[Dossier | None, Problems]:
    """Read and check the dossier under ``root``; None when it has errors."""
    with stage("read"):
        raw, problems = read(root, memo or Memo())
    if raw is None:
        return None, problems
    with stage("check"):
        dossier, found = check(raw)
    together = Problems([*problems.found, *found.found])
    return (None if together.fatal() else dossier), together
