"""One dossier in which every hostile text stands at every place that takes text.

Each text at each place is a line of its own, so that a problem tells which one is refused. What is refused is
taken out again, and the rest is built.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po

from dossier.load import load
from dossier.problems import Severity
from tests.dossiers import PROJECT, assemble, dossier, lock

VECTORS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("vectors.yml").read_text("utf-8"))
TEXTS = [text for texts in VECTORS.values() for text in texts]
SOURCE, KEY = "data/sources/2024-05-02-hostile.yml", "2024-05-02-hostile"
ARTICLE, BIBLIOGRAPHY = "seeds/hostile.txt", "data/references.bib"
KINDS = "data/kinds.yml"
KIND = """kinds:
  person:
    section: people
    names: person
    roles: true
    one: {en: Person}
    many: {en: People}
    fields:
      born: {type: date, label: {en: Born}}
      trade: {type: text, label: {en: Trade}}
      website: {type: url, label: {en: Website}}"""
WEB = "https://news.example/"
"""Where an address is asked for, the texts are parts of one."""
QUOTED: dict[str, Any] = {"p": 1, "quote": "Plain"}
PLAIN = "A keeper [background]."
WORDS = "locale/en/LC_MESSAGES/dossier.po"
PHRASES: list[str] = [
    one.id
    for one in read_po(io.StringIO((PROJECT / "locale/dossier.pot").read_text("utf-8")))
    if isinstance(one.id, str) and one.id and "{" not in one.id
]
"""Words of the interface, one for each text: those that nothing is put into."""
FIELDS = {
    "reference": "title",
    "author": "author",
    "publisher": "publisher",
    "pages": "pages",
    "address": "url",
}
"""Place → the field of the bibliography."""
PLACES = (
    "name",
    "alias",
    "title",
    "fact",
    "summary",
    "website",
    "label",
    "office",
    "claim",
    "note",
    "reading",
    "gap",
    "credit",
    "article",
    "reference",
    "author",
    "publisher",
    "pages",
    "address",
    "page",
    "macro page",
    "heading",
    "word",
)


@dataclass(frozen=True)
class Item:
    """A text at a place: which line of which file holds it."""

    place: str
    number: int

    @property
    def text(self) -> str:
        return TEXTS[self.number]

    @property
    def id(self) -> str:
        return f"{self.place.replace(' ', '-')}-{self.number}"


ITEMS = [Item(place, number) for place in PLACES for number in range(len(TEXTS))]


@dataclass(frozen=True)
class Outcome:
    """What became of every text at every place."""

    refused: dict[Item, str]
    """Item → the problem."""
    shown: list[Item]


def flow(value: object) -> str:
    """The value as YAML, of which JSON is a part, in a line; what YAML takes for a line end is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def person(**given: Any) -> str:
    """A record in a line."""
    plain: dict[str, Any] = {"names": {"en": "Plain"}, "summary": {"en": PLAIN}}
    return flow(plain | given)


def lines(items: list[Item]) -> Iterator[tuple[str, str, Item | None]]:
    """File, line and whose line it is, file by file."""
    by_place = {place: [item for item in items if item.place == place] for place in PLACES}
    yield KINDS, KIND, None
    for item in by_place["label"]:
        label = flow({"type": "text", "label": {"en": item.text}})
        yield KINDS, f"      {item.id}: {label}", item
    yield KINDS, "offices:\n  keeper: {en: keeper}", None
    for item in by_place["office"]:
        yield KINDS, f"  {item.id}: {flow({'en': item.text})}", item
    for place in ("name", "alias", "title", "fact", "summary", "website", "label", "office"):
        for item in by_place[place]:
            yield f"data/people/{item.id}.yml", record(item), item
    yield ARTICLE, "Plain words.", None
    for item in by_place["article"]:
        yield ARTICLE, "", None
        yield ARTICLE, item.text, item
    yield SOURCE, "file: hostile.txt\nlanguage: en\ndate: 2024-05-02\ncredits:", None
    for item in by_place["credit"]:
        yield SOURCE, f"  - {flow({**QUOTED, 'role': 'photo', 'name': item.text})}", item
    yield SOURCE, "notes:", None
    for item in by_place["note"]:
        note = {"id": item.id, **QUOTED, "kind": "context", "text": {"en": background(item)}}
        yield SOURCE, f"  - {flow(note)}", item
    for item in by_place["reading"]:
        note = {"id": item.id, **QUOTED, "kind": "sic", "reading": item.text, "text": {"en": PLAIN}}
        yield SOURCE, f"  - {flow(note)}", item
    yield SOURCE, "gaps:", None
    for item in by_place["gap"]:
        gap = {"id": item.id, **QUOTED, "missing": "actor", "text": {"en": item.text}}
        yield SOURCE, f"  - {flow(gap)}", item
    yield SOURCE, "claims:", None
    for item in by_place["claim"]:
        claim: dict[str, Any] = {
            "id": item.id,
            "about": ["ada-reed"],
            "date": "2024-05-02",
            "said_by": [],
            "status": "reported",
        }
        claim |= {"text": {"en": item.text}, "evidence": [{"p": 1, "quote": "Plain words"}]}
        yield SOURCE, f"  - {flow(claim)}", item
    yield BIBLIOGRAPHY, entry(KEY), None
    for place, field in FIELDS.items():
        for item in by_place[place]:
            given = WEB + item.text if place == "address" else item.text
            yield BIBLIOGRAPHY, entry(item.id, **{field: given}), item
    for item in by_place["page"]:
        yield f"docs/en/{item.id}.md", item.text, item
    for item in by_place["macro page"]:
        yield f"docs/en/{item.id}.md", f"---\nrender_macros: true\n---\n{item.text}", item
    yield WORDS, 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"', None
    for item in by_place["word"]:
        yield WORDS, f"\nmsgid {quoted(PHRASES[item.number])}\nmsgstr {quoted(item.text)}", item
    for item in by_place["heading"]:
        title = flow(item.text)
        yield f"docs/en/{item.id}.md", f"---\ntitle: {title}\n---\n# {item.text}", item


def record(item: Item) -> str:
    match item.place:
        case "name":
            return person(names={"en": item.text})
        case "alias":
            return person(aliases={"en": [item.text]})
        case "title":
            return person(roles=[{"title": {"en": item.text}, "from": "2019", "basis": "background"}])
        case "fact":
            return person(facts={"trade": [{"value": {"en": item.text}, "basis": "background"}]})
        case "website":
            return person(facts={"website": [{"value": WEB + item.text, "basis": "background"}]})
        case "label":
            return person(facts={item.id: [{"value": {"en": "Plain"}, "basis": "background"}]})
        case "office":
            return person(roles=[{"title": {"en": "Plain"}, "office": item.id, "basis": "background"}])
        case _:
            return person(summary={"en": background(item)})


def background(item: Item) -> str:
    return f"{item.text} [background]."


def entry(key: str, **given: str) -> str:
    """A bibliographic entry in a line."""
    plain = {
        "title": "Hostile",
        "author": "unknown",
        "publisher": "Hostile News",
        "url": "https://news.example/",
        "date": "2024-05-02",
        "language": "en",
    }
    return f"@online{{{key}, {', '.join(f'{field}={{{text}}}' for field, text in (plain | given).items())}}}"


def quoted(text: str) -> str:
    """The text as PO files have it."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def write(root: Path, items: list[Item]) -> dict[tuple[str, int], Item]:
    """Write the dossier; (file, line) → whose it is."""
    files: dict[str, str] = {
        BIBLIOGRAPHY: (root / BIBLIOGRAPHY).read_text("utf-8").split("@online{2024-05-02")[0]
    }
    owners: dict[tuple[str, int], Item] = {}
    for file, line, item in lines(items):
        before = files.get(file, "")
        files[file] = f"{before}{line}\n"
        if item:
            first = before.count("\n") + 1
            owners |= {(file, n): item for n in range(first, first + line.count("\n") + 1)}
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8", newline="\n")
    lock(root)
    return owners


def fill(root: Path) -> Outcome:
    """A dossier under ``root`` with every text that is not refused, wherever it is not refused."""
    refused: dict[Item, str] = {}
    while True:
        left = [item for item in ITEMS if item not in refused]
        owners = write(root, left)
        _, problems = load(root)
        grave = [one for one in problems.sorted() if one.severity is Severity.ERROR]
        if not grave:
            return Outcome(refused, left)
        told = {
            owners[at]: str(one.where) for one in grave if (at := (one.where.file, one.where.line)) in owners
        }
        assert told, grave
        refused |= told
        for item in told:
            for file in (f"data/people/{item.id}.yml", f"docs/en/{item.id}.md"):
                (root / file).unlink(missing_ok=True)


def build(folder: Path) -> None:
    """The dossier, its site and its copy for reading from disk."""
    assemble("minimal", folder)
    (folder / "locale").unlink()  # a link to the project's; English words of our own stand in its place
    outcome = fill(folder)
    (folder / "outcome.json").write_text(
        json.dumps([[item.place, item.number] for item in outcome.shown]), encoding="utf-8"
    )
    for options in ((), ("--offline",)):
        done = dossier("build", "--root", folder, *options)
        assert done.returncode == 0, done.stdout + done.stderr


def shown(folder: Path) -> list[Item]:
    """What was not refused."""
    return [Item(*pair) for pair in json.loads((folder / "outcome.json").read_text("utf-8"))]
