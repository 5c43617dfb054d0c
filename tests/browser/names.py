"""Registered names to look up."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import yaml

from tests.browser.sites import ROOT, kinds, languages

EACH = 3


class Name(NamedTuple):
    """A name as a record has it, and the path of the entity's page."""

    text: str
    language: str
    path: str


@cache
def registered() -> tuple[Name, ...]:
    """Every name and alias of every entity, in a fixed order."""
    found = []
    for kind in kinds().values():
        for path in sorted((ROOT / "data" / kind["section"]).glob("*.yml")):
            record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
            names = {code: [text] for code, text in record.get("names", {}).items()}
            for code, more in record.get("aliases", {}).items():
                names.setdefault(code, []).extend(more if isinstance(more, list) else [more])
            target = f"{kind['section']}/{path.stem}"
            found += [Name(str(text), code, target) for code, texts in names.items() for text in texts]
    return tuple(found)


@cache
def sampled() -> tuple[Name, ...]:
    """About a dozen names that only one entity bears: from every language of the site, and the odd ones."""
    bearers: dict[str, set[str]] = {}
    for name in registered():
        bearers.setdefault(name.text.casefold(), set()).add(name.path)
    own = [name for name in registered() if len(bearers[name.text.casefold()]) == 1]
    even = [
        name
        for language in languages()
        for name in _evenly([one for one in own if one.language == language], EACH)
    ]
    foreign = _evenly([name for name in own if name.language not in languages()], 1)
    odd = _evenly([name for name in own if not re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", name.text)], EACH)
    return tuple(dict.fromkeys([*even, *foreign, *odd]))


def _evenly(names: list[Name], count: int) -> list[Name]:
    """So many of the names, from all over the list."""
    return names[len(names) // (2 * count) :: max(1, len(names) // count)][:count]
