"""Lists the licences of the packages that a build needs, and tells which of them nobody has allowed.

Reads the lock file and what each installed package says of itself: the licence expression (PEP 639), else the
classifiers, else the field that both have replaced. ``pyproject.toml`` says which licences are allowed.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Collection, Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.txt"
_LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*)==", re.MULTILINE)
_CLASSIFIER = "License :: "
_UNKNOWN = ("", "UNKNOWN")


def locked(text: str) -> list[str]:
    """The names of the packages in a lock file."""
    return _LOCKED.findall(text)


def licences(package: Message) -> str:
    """What a package says, as one expression; empty where it says nothing."""
    expression = package.get("License-Expression", "")
    named = [
        one.rpartition(" :: ")[2] for one in package.get_all("Classifier", []) if one.startswith(_CLASSIFIER)
    ]
    field = str(package.get("License", "")).partition("\n")[0]
    return expression or " AND ".join(named) or ("" if field in _UNKNOWN else field)


def is_allowed(expression: str, allowed: Collection[str]) -> bool:
    """Whether one may take the package: every part of one of the choices is allowed (SPDX 2.3, annex D).

    Without brackets, as packages write them; an expression that needs any is not allowed, and is looked at.
    """
    choices = expression.split(" OR ")
    return any(all(part in allowed for part in choice.split(" AND ")) for choice in choices)


def told(names: Collection[str], allowed: Collection[str]) -> Iterator[tuple[str, bool]]:
    """(line, whether all is well) for each package."""
    for name in names:
        try:
            package = cast(Message, metadata(name))
        except PackageNotFoundError:
            yield f"{name}: not installed, so its licence is unknown", False
            continue
        expression = licences(package)
        fine = is_allowed(expression, allowed)
        yield f"{name} {package['Version']}: {expression or 'no licence stated'}", fine


def main() -> int:
    """Print all, then those that are not allowed; 1 if there are any."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    allowed = settings["tool"]["dossier"]["licences"]
    lines = list(told(locked(LOCK.read_text(encoding="utf-8")), allowed))
    print("\n".join(line for line, _ in lines))
    wrong = [line for line, fine in lines if not fine]
    for line in wrong:
        print(f"not allowed by pyproject.toml: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
