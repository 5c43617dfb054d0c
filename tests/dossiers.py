"""Whole dossiers for tests, put together as another team would: its own data, our generator."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parent.parent
SITES = PROJECT / "tests" / "sites"
GENERATOR = ("hooks", "theme", "locale")
"""What a dossier takes over from the project as it is."""


def assemble(name: str, target: Path) -> Path:
    """The dossier of ``tests/sites/<name>`` as a folder of its own, ready to build."""
    shutil.copytree(SITES / name, target, dirs_exist_ok=True)
    configure(target)
    for folder in GENERATOR:
        (target / folder).symlink_to(PROJECT / folder, target_is_directory=True)
    return target


def configure(root: Path) -> None:
    """The project's mkdocs.yml with the names and languages of ``site.yml``, and nothing else changed."""
    site = yaml.safe_load((root / "site.yml").read_text(encoding="utf-8"))
    (root / "site.yml").unlink()
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    config = _replaced(r"^site_name: .*", f"site_name: {site['site_name']}", config)
    config = _replaced(r"^site_description: .*", f"site_description: {site['site_name']}", config)
    listed = "".join(f"        - {_flow(language)}\n" for language in site["languages"])
    config = _replaced(r"(?<=^      languages:\n)(?:        - .*\n)+", listed, config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")


def _flow(value: object) -> str:
    return yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=1000).strip()


def _replaced(pattern: str, text: str, config: str) -> str:
    changed, count = re.subn(pattern, lambda _: text, config, flags=re.MULTILINE)
    assert count == 1, f"mkdocs.yml no longer has a single {pattern!r}"
    return changed


def lock(root: Path) -> None:
    """Write ``seeds/SHA256SUMS`` anew, as ``sha256sum`` would."""
    seeds = root / "seeds"
    files = sorted(path for path in seeds.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(seeds).as_posix()}\n"
        for path in files
    ]
    (seeds / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def dossier(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    command = [sys.executable, "-m", "dossier", *map(str, arguments)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=cwd or PROJECT, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def built_once(folder: Path, build: Callable[[Path], None]) -> Path:
    """What ``build`` puts into ``folder``; test processes side by side share one build of it."""
    with _locked(folder.with_suffix(".lock")):
        done = folder / ".built"
        if not done.exists():
            build(folder)
            done.touch()
    return folder


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
