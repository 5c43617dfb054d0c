"""What git knows of earlier states; none of its words is ever taken for an option."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def is_revision(root: Path, name: str) -> bool:
    """Whether git is there and knows that revision."""
    done = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return done is not None and done.returncode == 0


def at_revision(root: Path, revision: str, name: str) -> str | None:
    """A file's text at a revision; None where there was none, or none in UTF-8."""
    done = git(root, "show", "--end-of-options", f"{revision}:./{name}")
    try:
        return done.stdout.decode("utf-8") if done and done.returncode == 0 else None
    except UnicodeDecodeError:
        return None


def git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes] | None:
    """What git says in that folder; None where it is not installed."""
    program = shutil.which("git")
    if program is None:
        return None
    return subprocess.run([program, "-C", str(root), *words], capture_output=True, check=False)
