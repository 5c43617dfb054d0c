"""What ГОСТ and ДСТУ say in the language of the source: «Т. 2» of a Russian book, “Vol. 2” of an English one.

ГОСТ 7.1–2003, 4.7, and ДСТУ ГОСТ 7.1:2006, which both conventions refer to, describe a source in its own
language; abbreviations are those of ГОСТ Р 7.0.12–2011, ДСТУ 3582:2013 and ISO 832.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.cite.parts import is_cyrillic, ordinal, own_language
from dossier.model import Reference


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one language; ``edition`` is filled with a number, ``dated`` with a date."""

    language: str
    volume: str
    number: str
    issue: str
    pages: str
    edition: str
    others: str
    editor: str
    translator: str
    interviewer: str
    interview: str
    press_release: str
    doctoral: str
    masters: str
    thesis: str
    dated: str
    about: str


RUSSIAN = Terms(
    language="ru",
    volume="Т.",
    number="№",
    issue="вып.",
    pages="С.",
    edition="{}-е изд.",
    others="[и др.]",
    editor="ред.",
    translator="пер.",
    interviewer="интервьюер",
    interview="интервью",
    press_release="пресс-релиз",
    doctoral="дис.",
    masters="магистер. дис.",
    thesis="дис.",
    dated="от",
    about="ок.",
)
UKRAINIAN = Terms(
    language="uk",
    volume="Т.",
    number="№",
    issue="вип.",
    pages="С.",
    edition="{}-ге вид.",
    others="та ін.",
    editor="ред.",
    translator="пер.",
    interviewer="інтерв’юер",
    interview="інтерв’ю",
    press_release="пресреліз",
    doctoral="дис.",
    masters="магістер. робота",
    thesis="дис.",
    dated="від",
    about="бл.",
)
LATIN = Terms(
    language="en",
    volume="Vol.",
    number="no.",
    issue="iss.",
    pages="P.",
    edition="{} ed.",
    others="[et al.]",
    editor="ed.",
    translator="transl.",
    interviewer="interviewer",
    interview="interview",
    press_release="press release",
    doctoral="PhD thesis",
    masters="master’s thesis",
    thesis="thesis",
    dated="of",
    about="ca.",
)
"""For every language in Latin letters: the abbreviations are common to most of them."""

_BY_LANGUAGE = {terms.language: terms for terms in (RUSSIAN, UKRAINIAN, LATIN)}


def terms_of(reference: Reference, convention: Terms) -> Terms:
    """The terms of the source's language; of other languages in Cyrillic, those of the convention."""
    own = _BY_LANGUAGE.get(own_language(reference))
    return own or (convention if is_cyrillic(reference) or not own_language(reference) else LATIN)


def numbered_edition(edition: str, terms: Terms) -> str:
    """«2-е изд.», “2nd ed.”; an edition in words is left as it is."""
    if not edition.isdecimal():
        return edition
    return terms.edition.format(ordinal(int(edition)) if terms is LATIN else edition)
