"""Check every page of a built site with the Nu Html Checker.

validate.py PACKAGE SITE: the npm package ``vnu-jar`` as it was packed, and a folder of pages. What the
checker calls an error is printed with its place, and then the status is 1. It also warns of policies and
headings, which other tests look at in a browser.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

JAR = "package/build/dist/vnu.jar"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
"""Of the jar, so that it is the one that was looked at."""


def main(package: Path, site: Path) -> int:
    """Print what is wrong, and return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        jar = unpacked(package, Path(folder))
        problems = sorted(errors(jar, site))
    print("\n".join(problems) if problems else f"validate: {len(pages(site))} pages, no error")
    return bool(problems)


def unpacked(package: Path, folder: Path) -> Path:
    """The checker itself; SystemExit if it is another than expected."""
    with tarfile.open(package) as packed:
        file = packed.extractfile(JAR)
        data = file.read() if file else b""
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f"validate: {JAR} in {package} is not the one that this project names")
    jar = folder / "vnu.jar"
    jar.write_bytes(data)
    return jar


def pages(site: Path) -> list[Path]:
    """The pages of a site; SystemExit where there is none."""
    found = sorted(site.rglob("*.html"))
    if not found:
        raise SystemExit(f"validate: {site} holds no page")
    return found


def errors(jar: Path, site: Path) -> Iterator[str]:
    """``file:line:column: message`` for each error."""
    command = [
        "java",
        "-jar",
        str(jar),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        "--errors-only",
    ]
    done = subprocess.run([*command, *map(str, pages(site))], capture_output=True, text=True, check=True)
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] != "info":
            place = f"{message.get('lastLine', 1)}:{message.get('firstColumn', message.get('lastColumn', 1))}"
            yield f"{message['url'].removeprefix('file:')}:{place}: {message['message']}"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
