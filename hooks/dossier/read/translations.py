"""What stands in ``data/translations``: a folder for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dossier.i18n.fingerprint import PATTERN
from dossier.problems import Location, Problems
from dossier.raw import RawTie, RawTranslations
from dossier.read.records import children, records
from dossier.read.text import decode, read_bytes, stands

FOLDER = "translations"
TIES = "texts.yml"
"""The lock list of our own texts, among the translations of articles."""
MAX_TIES = 20_000_000
_LINE = re.compile(rf"([^\s:#]+): +({PATTERN})( +machine)?\s*")


def read_translations(root: Path, problems: Problems) -> dict[str, RawTranslations]:
    """Language → its translations, in the order of their codes."""
    found = {}
    for folder in children(root, f"data/{FOLDER}", problems):
        name = folder.relative_to(root).as_posix()
        if folder.is_dir():
            articles = records(root, f"{FOLDER}/{folder.name}", problems, but=TIES)
            ties = tuple(_ties(folder / TIES, f"{name}/{TIES}", problems))
            found[folder.name] = RawTranslations(Location(name), articles, ties)
        else:
            hint = "move it into the folder of a language, such as data/translations/en"
            problems.error("stray-file", Location(name), "only folders of languages belong here", hint)
    return found


def _ties(path: Path, name: str, problems: Problems) -> Iterator[RawTie]:
    """The lines of a lock list, read as lines: a YAML reader has a limit of values, and a dossier none."""
    if not stands(path):
        return
    data = read_bytes(path, name, MAX_TIES, problems)
    text = decode(data, name, problems) if data is not None else None
    for number, line in enumerate((text or "").split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match:
            yield RawTie(match[1], match[2], bool(match[3]), Location(name, number))
        elif line.strip() and not line.lstrip().startswith("#"):
            hint = "write  people/some-id/summary: 3f9a1c2b7d10,  or let  dossier i18n --accept  write it"
            problems.error(
                "bad-tie", Location(name, number), "this line is not a text and its fingerprint", hint
            )
