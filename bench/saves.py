"""What an editor saves while a preview runs: one change of each sort, with words that can be looked for.

They hold for any dossier that has people, claims and translations in the language being read, in whatever
layout of YAML its records are.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.changes import replace
from dossier.i18n.fingerprint import fingerprint

_TEXT = r"\s*(?:[>|]-?\s+|\"|')?"
"""What may stand between a key of YAML and the first letter of its text."""


@dataclass(frozen=True, slots=True)
class Save:
    """A change of one sort, and where it shows."""

    what: str
    page: str
    """The address of what shows it, from the site's root."""
    write: Callable[[str], None]
    """Saves the change, with words that are to be seen."""


def saves(root: Path, language: str) -> Iterator[Save]:
    """One of each sort, in a dossier that has its own copy of the theme and the templates."""
    source, person = _foreign(root, language), max((root / "data" / "people").glob("*.yml"))
    about = f"sources/{source.stem}/"
    yield Save("article", about, lambda words: edit_article(root, source, words))
    yield Save("entity", f"people/{person.stem}/", _at(person, rf"(names.*?\b{language}\"?:{_TEXT})"))
    yield Save("claim", about, _at(source, rf"(claims.*?text\"?:[\s{{]*\"?{language}\"?:{_TEXT})"))
    translation = root / "data" / "translations" / language / source.name
    yield Save("translation", about, _at(translation, rf"(paragraphs.*?text\"?:{_TEXT})"))
    templates = root / "hooks" / "dossier" / "render" / "templates"
    yield Save("template", about, _at(templates / "source.html", "(<h1>)"))
    style = "assets/stylesheets/dossier.css"
    yield Save("style", style, _at(root / "theme" / style, "()", "/* {} */ "))
    yield Save("hand-written page", "", _at(root / "docs" / language / "index.md", r"(\n# )"))


def translate(root: Path, language: str) -> None:
    """Give the article that is going to be changed a translation into the language, if it has none."""
    source = _foreign(root, language)
    path = root / "data" / "translations" / language / source.name
    if path.exists():
        return
    text = _article(root, source).read_text(encoding="utf-8").partition("\n\n")[0].strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {"by": "editors", "paragraphs": [{"p": 1, "of": fingerprint(text), "text": "They met."}]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")


def edit_article(root: Path, source: Path, words: str) -> None:
    """Add a paragraph to an article, and lock it anew."""
    article = _article(root, source)
    before = article.read_bytes()
    after = before.rstrip() + f"\n\n{words}.\n".encode()
    article.write_bytes(after)
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, after))
    replace(root / "seeds" / "SHA256SUMS", old, new)


def _article(root: Path, source: Path) -> Path:
    named = re.search(r"file\"?: \"?([^\",\s]+)", source.read_text(encoding="utf-8"))
    assert named, f"{source} names no file"
    return root / "seeds" / named[1]


def _at(path: Path, place: str, said: str = "{} ") -> Callable[[str], None]:
    """Puts the words behind the first place of that pattern."""
    pattern = re.compile(place, re.DOTALL)

    def write(words: str) -> None:
        text = path.read_text(encoding="utf-8")
        changed, times = pattern.subn(lambda found: found[1] + said.format(words), text, count=1)
        assert times, f"{path} has no {place}"
        path.write_text(changed, encoding="utf-8")

    return write


def _foreign(root: Path, language: str) -> Path:
    """The record of the last article in another language."""
    own = re.compile(rf"^ ?\"?language\"?: \"?{language}\b", re.MULTILINE)
    records = (root / "data" / "sources").glob("*.yml")
    return max(path for path in records if not own.search(path.read_text(encoding="utf-8")))
