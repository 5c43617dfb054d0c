"""Changes of an invented dossier (:mod:`bench.large`) such as editors make, to see what they cost."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.large import LANGUAGES

_FURTHER = "de"
"""A language that no invented dossier has."""


def edit_article(root: Path) -> None:
    """Add a sentence to the last paragraph of an article, and lock it anew."""
    articles = sorted((root / "seeds").glob("*.txt"))
    article = articles[len(articles) // 2]
    before = hashlib.sha256(article.read_bytes()).hexdigest()
    article.write_text(article.read_text(encoding="utf-8").rstrip() + " Still.\n", encoding="utf-8")
    after = hashlib.sha256(article.read_bytes()).hexdigest()
    replace(root / "seeds" / "SHA256SUMS", before, after)


def rename_entity(root: Path) -> None:
    """Call a person by another name in English; the name that the articles use becomes another of hers."""
    people = sorted((root / "data" / "people").glob("*.yml"))
    path = people[len(people) // 2]
    record = json.loads(path.read_text(encoding="utf-8"))
    record["aliases"] = {"en": [record["names"]["en"]]}
    record["names"]["en"] += " Junior"
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def add_language(root: Path) -> None:
    """Publish the site in one language more, which says all in the words of the first."""
    home = root / "docs" / _FURTHER / "index.md"
    home.parent.mkdir()
    home.write_text("---\ntitle: Home\n---\n\n# Home\n", encoding="utf-8")
    for path in (root / "data").rglob("*.yml"):
        record = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(_said_too(record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    references = root / "data" / "references.bib"
    text = references.read_text(encoding="utf-8")
    references.write_text(
        re.sub(r"(?m)^  title = (.*)$", rf"\g<0>\n  title_{_FURTHER} = \1", text), encoding="utf-8"
    )
    last = "        - {locale: uk,"
    replace(
        root / "mkdocs.yml", last, f"        - {{locale: {_FURTHER}, name: Deutsch, build: true}}\n{last}"
    )


def _said_too(value: Any) -> Any:
    """A record whose texts are there in the further language as well."""
    if isinstance(value, list):
        return [_said_too(one) for one in value]
    if not isinstance(value, dict):
        return value
    said = {name: _said_too(one) for name, one in value.items()}
    return said | {_FURTHER: said[LANGUAGES[0]]} if set(LANGUAGES) <= set(said) else said


def replace(path: Path, old: str, new: str) -> None:
    """Put other words in the place of those that stand in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


CHANGES: Mapping[str, Callable[[Path], None]] = {
    "one edited article": edit_article,
    "one renamed entity": rename_entity,
    "one new language": add_language,
}
"""In this order, since each stays when the next is made."""
