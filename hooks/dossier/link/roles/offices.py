"""The offices that records name, and who held them: what has to be known to read «президент США»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.link.forms import forms
from dossier.link.forms.packed import packed
from dossier.link.language import language
from dossier.link.names import Name
from dossier.link.normalise import cut
from dossier.link.registered import Capital
from dossier.link.roles.tenures import Tenures, tenures
from dossier.model import Dossier

ROLE_AT_DATE = "role-at-date"
"""The rule's name in mentions and questions."""


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of a dossier in one language, and who held them."""

    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    """The first token of an office, in any form → the offices."""
    tenures: Tenures = field(default_factory=dict)
    vacant: frozenset[str] = frozenset()
    """Words before an office by which its holder of the day is not meant, in all their forms."""


def offices(dossier: Dossier, code: str) -> Offices:
    """What is known of offices before any article in a language is looked at."""
    first: dict[str, list[Name]] = {}
    for office, words in dossier.offices.items():
        if words.get(code):
            name = _office(office, words[code], code)
            for form in name.slots[0]:
                first.setdefault(form, []).append(name)
    names = {form: tuple(found) for form, found in first.items()}
    vacant = frozenset(form for word in language(code).vacant for form in forms(word, code, "term"))
    return Offices(names, tenures(dossier.entities.values()), vacant)


def _office(office: str, text: str, code: str) -> Name:
    """An office as a name to look for; like other names, and unlike terms, its words have no plural."""
    slots = tuple(packed(forms(word, code)) for word in cut(text)[1::2])
    return Name(
        entity=office,
        rule=ROLE_AT_DATE,
        own=True,
        kind="",
        person=False,
        term=True,
        slots=slots,
        capitals=(Capital.ANY,) * len(slots),
    )
