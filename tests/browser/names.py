"""Registered names to look up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import yaml

from tests.browser.sites import ROOT, kinds

SAMPLE = 12


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
    """About a dozen names that only one entity bears: evenly chosen, and the odd ones."""
    bearers: dict[str, set[str]] = {}
    for name in registered():
        bearers.setdefault(name.text.casefold(), set()).add(name.path)
    own = [name for name in registered() if len(bearers[name.text.casefold()]) == 1]
    even = own[:: max(1, len(own) // (SAMPLE - 3))]
    odd = [name for name in own if any(not (sign.isalpha() or sign in " -") for sign in name.text)]
    return tuple(dict.fromkeys([*even[: SAMPLE - 3], *odd[:1], *odd[-2:]]))
