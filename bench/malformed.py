"""Spoils every kind of file of a small dossier in every way known, and looks how each is told.

    python -m bench.malformed [--only WORD] [--builds N]

Each is to end within ten seconds of the processor and 1 GB, as sound (exit 0), with problems that name a file
(1), or as wrong use (2), and never with a traceback. Prints what does not, then how many were tried; the exit
status is 1 if any did not. With ``--builds``, only N of them are tried, drawn by lot, and built over a site
that was published before: after an error it must be as it was. As root, the checks run as nobody, who may not
read everything.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import dossier
from dossier.cli import main as command
from dossier.load import load
from dossier.manifest import MANIFEST, verify
from tests.dossiers import PROJECT, assemble, lock

SECONDS, BYTES = 10, 1_000_000_000
NOBODY = 65_534
"""The user without rights, as Debian numbers it."""
SPOILT = (
    "mkdocs.yml",
    "data/kinds.yml",
    "data/people/olena-hai.yml",
    "data/sources/2031-03-02-bakery.yml",
    "data/translations/ru/2031-03-02-bakery.yml",
    "data/translations/uk/texts.yml",
    "data/references.bib",
    "seeds/pekarnia.txt",
    "seeds/SHA256SUMS",
    "docs/en/index.md",
    "docs/en/plan.svg",
    "locale/ru/LC_MESSAGES/dossier.po",
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Plan</title><path d="M0 0h9"/></svg>\n'
)
LOCATED = re.compile(r"^\S.*:\d+:\d+: ", re.MULTILINE)
"""A problem as it is told: file, line and column."""

Spoiling = Callable[[Path], object]


@dataclass(frozen=True)
class Ended:
    """How a check of a spoilt dossier ended."""

    status: int
    told: str
    seconds: float
    """Of the processor, since other programs may keep it busy, too."""

    def wrong(self) -> str:
        """What should not be so, or nothing."""
        if self.status not in (0, 1, 2):
            return f"ended with {self.status}"
        if "Traceback" in self.told:
            return "a traceback"
        if self.seconds > SECONDS:
            return f"took {self.seconds:.1f} s"
        if self.status == 1 and not LOCATED.search(self.told):
            return "no place is told"
        return ""


def bytes_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """The file's bytes, spoilt."""
    data = path.read_bytes()
    text = data.decode("utf-8")
    for tenth in range(1, 10):
        yield f"cut at {tenth}0 %", data[: len(data) * tenth // 10]
    for at in range(8):
        place = len(data) * at // 8
        yield f"byte {place} turned", data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        yield f"bit {place} turned", data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]
    for coding in ("utf-16", "utf-16-be", "utf-32", "utf-8-sig"):
        yield coding, text.encode(coding)
    yield "koi8-u", text.encode("koi8-u", "replace")
    yield "cp1251", text.encode("cp1251", "replace")
    yield "Latin-1", data + "é".encode("latin-1")
    yield "twice", data + data
    yield "CR", data.replace(b"\n", b"\r")
    yield "CRLF", data.replace(b"\n", b"\r\n")
    yield "NFD", unicodedata.normalize("NFD", text).encode()
    yield "nothing", b""
    yield "blank", b" \n\t\n"
    yield "tabs", text.replace("  ", "\t").encode()
    middle = text.find("\n", len(text) // 2) + 1
    for name, inserted in INSERTED.items():
        yield f"{name}, first", inserted.encode("utf-8", "surrogatepass") + data
        yield f"{name}, last", data + inserted.encode("utf-8", "surrogatepass")
        yield (
            f"{name}, amid",
            b"".join(
                one.encode("utf-8", "surrogatepass") for one in (text[:middle], inserted, text[middle:])
            ),
        )


BOMB = "a0: &a0 [x,x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1},*a{n - 1}]\n" for n in range(1, 30))
INSERTED = {
    "NUL": "\0",
    "C1": "\x9b31m",
    "bidi": "\u202e",
    "surrogate": "\ud800",
    "noncharacter": "\ufffe",
    "line separators": "\u2028\x85",
    "zero width": "\u200b\u2060",
    "alias bomb": BOMB,
    "alias": "x: &x [*x]\n",
    "nested 10": "x: " + "[" * 10 + "\n",
    "nested 100": "x: " + "[" * 100 + "]" * 100 + "\n",
    "nested 10,000": "x: " + "[" * 10_000 + "\n",
    "nested 100,000": "- " * 100_000 + "\n",
    "braces 100,000": "{" * 100_000 + "\n",
    "huge key": "k" * 1_000_000 + ": 1\n",
    "huge number": "number: " + "9" * 100_000 + "\n",
    "exponent": "number: 1e999999999\n",
    "twice": "twice: 1\ntwice: 2\n",
    "tab": "\tx: 1\n",
    "tag": "x: !!python/object/apply:os.system [true]\n",
    "own tag": "x: !x y\n",
    "merge key": "<<: {a: b}\n",
    "directive": "%YAML 9.9\n---\n",
    "documents": "---\na: b\n...\n---\nc: d\n",
    "long line": "x" * 1_000_000 + "\n",
    "long words": "word " * 200_000 + "\n",
    "hyphens": "---\n",
    "pictures": "![" * 60_000 + "\n",
    "links": "[a](" * 60_000 + "\n",
    "empty links": "[](" * 60_000 + "\n",
    "stars": "*a_ " * 60_000 + "\n",
    "backticks": "".join("`" * n + " " for n in range(1, 600)) + "\n",
    "quotes": ">" * 10_000 + " x\n",
    "list": "".join(" " * (2 * n) + "- x\n" for n in range(400)),
    "entities": "&amp;" * 60_000 + "&#x;&#99999999;\n",
    "angle brackets": "<" * 60_000 + "\n",
    "comments": "<!--" * 20_000 + "\n",
    "hashes": "#" * 60_000 + "\n",
    "pipes": "|" * 60_000 + "\n|-|\n",
    "macros": "{{ " * 20_000 + "\n",
    "statement": "{% for x in range(10**9) %}{{ x }}{% endfor %}\n",
    "entry": "@online{x, title={" + "{" * 30_000 + "}" * 30_000 + "}}\n",
    "string": '@string{a="x"}\n' + "".join("@string{a=a # a # a}\n" for _ in range(30)),
    "open entry": "@online{x, title={\n",
    "PO entry": 'msgid "About"\nmsgstr "{0.__class__}"\n',
    "PO without end": 'msgid "About\n',
    "PO plural": 'msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=n**n**n;"\n',
    "PO lines": '"x"\n' * 60_000,
    "path out": "../../../../etc/passwd\n",
    "device": "file: /dev/zero\n",
    "file out": "file: ../../../etc/passwd\n",
    "include": "x: !include /etc/passwd\n",
    "inherit": "INHERIT: /etc/passwd\n",
    "checksum": "0" * 64 + "  ../../etc/passwd\n",
    "date": "date: 99999-99-99\n",
}


def things() -> Iterator[tuple[str, Spoiling]]:
    """Something else in the file's place, or beside it."""
    yield "missing", Path.unlink
    yield "folder", partial(replaced, make=Path.mkdir)
    yield "pipe", partial(replaced, make=os.mkfifo)
    for name, target in (
        ("device", "/dev/zero"),
        ("link out", "/etc/passwd"),
        ("dangling link", "nowhere"),
        ("folder link", "/usr"),
        ("link to itself", ""),
    ):
        yield name, partial(linked, target=target)
    yield "link to its twin", twinned
    yield "no right to read", lambda path: path.chmod(0)
    yield "no right to its folder", lambda path: path.parent.chmod(0)
    yield "no right to list its folder", lambda path: path.parent.chmod(0o311)
    for name in NAMES:
        yield f"beside {ascii(name)[:24]}", partial(beside, name=name)


NAMES = (
    "CON", "NUL", "aux", "com1.x", "a b", "a:b", "-rf", "a\nb", "a\\b", "café", "cafe\u0301", "x" * 200,
    "\u202egnp", "<script>", "{{ 7*7 }}", "%2e%2e", "~", "a'b\"c", "$(id)", "*", "?", "#", ".hidden",
    "A", "\uff21\uff22", "index",
)  # fmt: skip


def replaced(path: Path, make: Callable[[Path], object]) -> None:
    """Something else in the file's place."""
    path.unlink()
    make(path)


def beside(path: Path, name: str) -> None:
    """A copy of the file under another name."""
    path.with_name(name + path.suffix).write_bytes(path.read_bytes())


def linked(path: Path, target: str) -> None:
    """A link in the file's place, to itself where no target is given."""
    path.unlink()
    path.symlink_to(target or path.name)


def twinned(path: Path) -> None:
    """A link to the file, which has another name."""
    path.rename(path.with_name("twin"))
    path.symlink_to("twin")


def ways(path: Path) -> Iterator[tuple[str, Spoiling]]:
    """What may be done to a file, each with its name."""
    for name, data in bytes_of(path):
        yield name, partial(Path.write_bytes, data=data)
    yield from things()
    text = path.read_text(encoding="utf-8")
    for number, match in enumerate(re.finditer(r"(?m)(?<=[:=] )[^\s{\[|>#][^\n]*$", text)):
        if number < 25:
            for name, value in VALUES.items():
                changed = text[: match.start()] + value + text[match.end() :]
                yield f"value {number} {name}", partial(Path.write_bytes, data=changed.encode())


VALUES: Mapping[str, str] = {
    "path out": "../../../../etc/passwd",
    "absolute": "/etc/passwd",
    "NUL": '"\\0"',
    "date": "0000-13-32",
    "long": "x" * 100_000,
    "number": "-" + "9" * 5_000,
    "list": "[[], {}]",
    "mapping": "{a: {b: c}}",
    "null": "null",
    "digits": "²",
    "marks": '"' + "![" * 400_000 + '"',
    "full stops": '"' + ". " * 400_000 + '"',
}


def checked(root: Path) -> Ended:
    """The check of a dossier in a process of its own, by nobody in particular."""
    with tempfile.TemporaryFile() as told:
        process = os.fork()
        if not process:
            _check(root, told.fileno())
        _, status, used = os.wait4(process, 0)
        took = used.ru_utime + used.ru_stime
        told.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), told.read().decode("utf-8", "replace"), took)


def _check(root: Path, told: int) -> None:
    """In the child; does not come back."""
    status = 120
    try:
        os.dup2(told, 1)
        os.dup2(told, 2)
        resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
        signal.alarm(2 * SECONDS)
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        status = command(["check", "--root", str(root)])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 120
    except BaseException:  # noqa: BLE001  # whatever it is, it is what is looked for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def published(root: Path) -> None:
    """Build the site once, and keep its list where nobody writes."""
    done = subprocess.run(building(root), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)


def building(root: Path) -> list[str]:
    """What builds a dossier."""
    return [sys.executable, "-m", "dossier", "build", "--root", str(root)]


def built(root: Path) -> Ended:
    """How the build of a dossier ends; as a failure too where its site is not whole, or not the old one."""
    before = (root / "site" / MANIFEST).read_bytes()
    began = _used()
    try:
        done = subprocess.run(
            building(root), capture_output=True, text=True, check=False, timeout=6 * SECONDS
        )
    except subprocess.TimeoutExpired:
        return Ended(120, "the build did not end", _used() - began)
    took = _used() - began
    whole = not verify(root / "site").found
    same = (root / "site" / MANIFEST).read_bytes() == before
    told = done.stdout + done.stderr
    if not whole or (done.returncode and not same):
        return Ended(120, f"{told}\nthe site is not whole", took)
    # A refusal by the theme or the disk names a file, and no line.
    placed = f"{told}\nsite:1:1: " if "nothing was published" in told else told
    return Ended(done.returncode, placed, took)


def _used() -> float:
    """Seconds of the processor that processes which have ended took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Try everything and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="files with this in their name")
    parser.add_argument("--builds", type=int, default=0, metavar="N", help="build so many, drawn by lot")
    options = parser.parse_args()
    ends: list[tuple[Ended, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        sound = made(Path(folder) / "sound")
        spoils = [
            (file, name, spoil)
            for file in SPOILT
            if options.only in file
            for name, spoil in ways(sound / file)
        ]
        if options.builds:
            published(sound)
            spoils = random.Random(8).sample(spoils, options.builds)  # noqa: S311  # no secret
        for file, name, spoil in spoils:
            how = built if options.builds else checked
            ended = tried(sound, Path(folder) / "spoilt", file, spoil, how)
            ends.append((ended, ended.wrong()))
            if ended.wrong():
                print(f"{file}: {name}: {ended.wrong()}\n  {ended.told[-700:]}", flush=True)
    refused = sum(ended.status == 1 for ended, _ in ends)
    slowest = max(ended.seconds for ended, _ in ends)
    wrong = sum(bool(said) for _, said in ends)
    print(f"{len(ends)} tried, {refused} refused, {wrong} not as they should be, {slowest:.1f} s the longest")
    return bool(wrong)


def tried(sound: Path, root: Path, file: str, spoil: Spoiling, how: Callable[[Path], Ended]) -> Ended:
    """How the check or build of a copy ends in which the file is spoilt; the copy is gone afterwards."""
    shutil.copytree(sound, root, symlinks=True)
    folder = (root / file).parent
    try:
        spoil(root / file)
        if folder.name == "seeds" and not file.endswith("SUMS") and (root / file).is_file():
            lock(root)
        return how(root)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(root)


def made(root: Path) -> Path:
    """A sound dossier of its own words and a drawing."""
    assemble("translated", root)
    (root / "locale").unlink()
    shutil.copytree(PROJECT / "locale", root / "locale")
    (root / "docs/en/plan.svg").write_text(DRAWING, encoding="utf-8")
    for module in pkgutil.walk_packages(dossier.__path__, "dossier."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)  # now: nobody may not be let into the folders of Python
    load(root)
    ended = checked(root)
    if ended.status:
        sys.exit(ended.told)
    return root


if __name__ == "__main__":
    sys.exit(main())
