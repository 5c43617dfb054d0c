"""Writes a large invented dossier in three languages, to see and measure how pages bear it.

Names come up by Zipf's law (the n-th most frequent 1/n as often as the first), as in newspapers, so a few
entities have hundreds of mentions and most have hardly any. The same seed gives the same dossier.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ru", "uk")
SYLLABLES = {
    "ba": "ба", "ko": "ко", "mu": "му", "ta": "та", "len": "лен", "dar": "дар", "gor": "гор", "vel": "вел",
    "nar": "нар", "zhan": "жан", "sul": "сул", "rem": "рем",
}  # fmt: skip
FIRST_DAY = date(2030, 1, 1)
TEXTS = {
    "en": ("{0} met {1} in {2} for talks.", "{0} and {1} spoke of {2}."),
    "ru": ("{0} и {1} обсудили {2}.", "{0} и {1}: встреча, {2}."),
    "uk": ("{0} і {1} обговорили {2}.", "{0} і {1}: зустріч, {2}."),
}
KINDS = {
    "person": ("people", ("Person", "Персона", "Персона"), ("People", "Персоналии", "Персоналії"), 6),
    "place": ("places", ("Place", "Место", "Місце"), ("Places", "Места", "Місця"), 2),
    "summit": ("summits", ("Summit", "Саммит", "Саміт"), ("Summits", "Саммиты", "Саміти"), 1),
    "theme": ("themes", ("Theme", "Тема", "Тема"), ("Themes", "Темы", "Теми"), 1),
}
"""Kind → section, what one and many are called, and its share of the entities, in tenths."""
Words = dict[str, str]


class Thing(NamedTuple):
    """An invented entity."""

    id: str
    kind: str
    names: Words


def things(count: int, chance: random.Random) -> list[Thing]:
    """Entities of all kinds in the order of their frequency, each with a word of its own in its name."""
    kinds = [kind for kind, (*_, share) in KINDS.items() for _ in range(share)]
    found: dict[str, Thing] = {}
    while len(found) < count:
        given, own = chance.choices(list(SYLLABLES), k=2), chance.choices(list(SYLLABLES), k=4)
        kind = kinds[len(found) % len(kinds)]
        id_ = "".join(own)
        latin, cyrillic = id_.title(), "".join(SYLLABLES[one] for one in own).title()
        if kind == "person":
            latin = f"{''.join(given).title()} {latin}ov"
            cyrillic = f"{''.join(SYLLABLES[one] for one in given).title()} {cyrillic}ов"
        found.setdefault(id_, Thing(id_, kind, {"en": latin, "ru": cyrillic, "uk": cyrillic}))
    return list(found.values())


def write(root: Path, entities: int, articles: int, claims: int, seed: int = 1) -> None:
    """A whole dossier in a new folder, with the generator of this checkout."""
    chance = random.Random(seed)  # noqa: S311 – invents names, guards nothing
    known = things(entities, chance)
    for folder in ("hooks", "theme", "locale"):
        (root / folder).symlink_to(ROOT / folder, target_is_directory=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for language in LANGUAGES:
        _write(root / "docs" / language / "index.md", "---\ntitle: Home\n---\n\n# Home\n")
    _write(
        root / "data" / "kinds.yml",
        _yaml({"kinds": dict(_kinds()), "offices": {"minister": _same("minister")}}),
    )
    keys = _articles(root, known, articles, claims, chance)
    for thing in known:
        section = KINDS[thing.kind][0]
        _write(root / "data" / section / f"{thing.id}.yml", _yaml(_entity(thing, known, keys, chance)))


def _articles(
    root: Path, known: Sequence[Thing], count: int, claims: int, chance: random.Random
) -> list[str]:
    weights = list(accumulate(1 / rank for rank in range(1, len(known) + 1)))
    keys, references, sums = [], [], []
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number)
        language = LANGUAGES[number % len(LANGUAGES)]
        key, file = f"{day}-article-{number}", f"{number:04}.txt"
        blocks, told = [], []
        for paragraph in range(1, 9):
            named = list({one.id: one for one in chance.choices(known, cum_weights=weights, k=8)}.values())[
                :3
            ]
            sentence = chance.choice(TEXTS[language]).format(*(one.names[language] for one in _three(named)))
            blocks.append(sentence)
            share = claims // count + (number < claims % count)
            if paragraph <= share:
                told.append(_claim(f"claim-{number}-{paragraph}", named, day, paragraph, sentence))
        text = "\n\n".join(blocks) + "\n"
        _write(root / "seeds" / file, text)
        sums.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {file}\n")
        _write(
            root / "data" / "sources" / f"{key}.yml",
            _yaml({"file": file, "language": language, "date": str(day), "claims": told}),
        )
        references.append(_reference(key, day, language, known[number % len(known)]))
        keys.append(key)
    _write(root / "seeds" / "SHA256SUMS", "".join(sums))
    _write(root / "data" / "references.bib", "\n".join(references))
    return keys


def _reference(key: str, day: date, language: str, named: Thing) -> str:
    """The article in BibTeX, its title in every language."""
    titles = {
        "title" if one == language else f"title_{one}": f"{named.names[one]}, {day}" for one in LANGUAGES
    }
    unknown = dict.fromkeys(("author", "publisher", "url"), "unknown")
    fields = titles | unknown | {"date": str(day), "language": language}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{key},\n{lines}}}\n"


def _three(named: Sequence[Thing]) -> list[Thing]:
    return [named[position % len(named)] for position in range(3)]


def _claim(id_: str, named: Sequence[Thing], day: date, paragraph: int, sentence: str) -> dict[str, Any]:
    texts = {language: "; ".join(one.names[language] for one in named) + "." for language in LANGUAGES}
    return {
        "id": id_,
        "about": [one.id for one in named],
        "date": str(day),
        "said_by": [],
        "status": "reported",
        "text": texts,
        "evidence": [{"p": paragraph, "quote": sentence}],
    }


def _entity(
    thing: Thing, known: Sequence[Thing], keys: Sequence[str], chance: random.Random
) -> dict[str, Any]:
    places = [one for one in known if one.kind == "place"]
    place = chance.choice(places[:20])
    cited = f"[@{chance.choice(keys)} p1]"
    record: dict[str, Any] = {"names": thing.names}
    if thing.kind == "person":
        record["gender"] = "m"
        record["roles"] = [
            {
                "title": _same(f"Minister, {place.id.title()}"),
                "office": "minister",
                "of": place.id,
                "basis": "background",
            }
        ]
        record["facts"] = {"country": [{"value": place.id, "basis": "background"}]}
    if thing.kind == "summit":
        day = FIRST_DAY + timedelta(days=chance.randrange(1000))
        record["facts"] = {"date": [{"value": str(day), "basis": "background"}]}
    record["summary"] = {language: f"{thing.names[language]} {cited}." for language in LANGUAGES}
    return record


def _kinds() -> Iterator[tuple[str, dict[str, Any]]]:
    place = {"type": "entity", "of": ["place"], "label": _same("Country")}
    fields = {"person": {"country": place}, "summit": {"date": {"type": "date", "label": _same("Date")}}}
    for kind, (section, one, many, _) in KINDS.items():
        said = {
            "section": section,
            "names": "person" if kind == "person" else "proper",
            "roles": kind == "person",
        }
        words = {
            "one": dict(zip(LANGUAGES, one, strict=True)),
            "many": dict(zip(LANGUAGES, many, strict=True)),
        }
        yield kind, said | words | ({"fields": fields[kind]} if kind in fields else {})


def _same(text: str) -> Words:
    return dict.fromkeys(LANGUAGES, text)


def _yaml(value: Any) -> str:
    """JSON is YAML, and quicker to write."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write a dossier as large as asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--entities", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--claims", type=int, default=400)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True)
    write(asked.folder, asked.entities, asked.articles, asked.claims)


if __name__ == "__main__":
    main()
