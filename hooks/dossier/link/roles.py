"""Offices that stand for their holder of the day: «президент США» without a name beside.

An office is looked at only in the singular and with what it is an office of right behind. The date is the
one year of its sentence, or else that of the article. Where exactly one person of the registry held the
office then, and is named elsewhere in the article, the words are a link, by the rule ``role-at-date``;
where anything is open, they are a question for the editor with the candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.dates import first_day, last_day, parse
from dossier.link.forms import forms
from dossier.link.forms.masks import ANY, GENITIVE, INSTRUMENTAL
from dossier.link.index import Capital, Index, Name
from dossier.link.language import language
from dossier.link.normalise import Shape, tokens
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, Passage, candidates
from dossier.link.tenures import Holders, Period, Tenures, holders, tenures
from dossier.model import Abstention, Dossier, Override, Quote, Source

ROLE_AT_DATE = "role-at-date"
"""The rule's name in mentions and questions."""

_YEARS = range(1000, 3000)
_DECADE = 9


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of a dossier in one language, and who held them."""

    index: Index
    tenures: Tenures
    vacant: frozenset[str]
    """Words before an office by which its holder of the day is not meant, in all their forms."""


def offices(dossier: Dossier, code: str) -> Offices:
    """What is known of offices before any article in a language is looked at."""
    first: dict[str, list[Name]] = {}
    for office, words in dossier.offices.items():
        if words.get(code):
            name = _office(office, words[code], code)
            for form in name.slots[0]:
                first.setdefault(form, []).append(name)
    index = Index(code, {form: tuple(names) for form, names in first.items()}, {}, {})
    vacant = frozenset(form for word in language(code).vacant for form in forms(word, code, "term"))
    return Offices(index, tenures(dossier.entities.values()), vacant)


def _office(office: str, text: str, code: str) -> Name:
    """An office as a name to look for; like other names, and unlike terms, its words have no plural."""
    slots = tuple(forms(text[word.start : word.end], code) for word in tokens(text))
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


def roles(
    source: Source, where: Passage, linked: list[Candidate], known: Offices, scene: Scene
) -> tuple[list[Override], list[Abstention]]:
    """The offices of a passage that are links, and those to ask about, given the names that are linked in it.

    Links are given as the decisions they would be if an editor had taken them.
    """
    sure: list[Override] = []
    asked: list[Abstention] = []
    decided = [one.quote for one in source.overrides if one.quote.paragraph == where.number]
    for start, end, held in _found(source, where, linked, known, scene):
        text = where.text[start:end]
        if any(quote.start < end and start < quote.end for quote in decided):
            continue
        if held.sure:
            quote = Quote(source.key, where.number, start, end, text)
            sure.append(Override(quote, held.persons, "role", source.where))
        else:
            asked.append(Abstention(source.key, where.number, start, end, text, held.persons, ROLE_AT_DATE))
    return sure, asked


def _found(
    source: Source, where: Passage, linked: list[Candidate], known: Offices, scene: Scene
) -> Iterator[tuple[int, int, Holders]]:
    """Where an office with somebody in it begins and ends, and who that is."""
    for office in candidates(where, known.index):
        of = _attribute(office, where, linked, scene)
        if of is None or _is_vacant(office, where, known) or _has_name_beside(office.first, of.last, where):
            continue
        when, stated = _period(source, where, office.first, of.last)
        if when is None or any(one.first < office.first < one.last for one in linked):
            continue
        held = holders(known.tenures.get((office.name.entity, of.name.entity), ()), when)
        if held.persons:
            told = (stated or not _is_predicate(office, where)) and not _is_modified(office, where, scene)
            sure = held.sure and told and held.persons[0] in scene.named
            yield office.start, of.end, replace(held, sure=sure)


def _attribute(office: Candidate, where: Passage, linked: list[Candidate], scene: Scene) -> Candidate | None:
    """The linked name right behind an office that says what it is an office of."""
    at, between = office.last, language(scene.language).attribute
    while between and at < len(where.tokens) and where.tokens[at].key in between:
        at += 1
    if between and at == office.last:
        return None
    behind = [one for one in linked if one.first == at and one.mask & GENITIVE and where.beside(at)]
    return max(behind, key=lambda one: one.size, default=None)


def _is_vacant(office: Candidate, where: Passage, known: Offices) -> bool:
    """«Экс-президент», «пост президента», «один из президентов»."""
    before = [word.key for word in where.tokens[max(office.first - 2, 0) : office.first]]
    return before[-1:] == ["-"] or not known.vacant.isdisjoint(before)


def _has_name_beside(first: int, last: int, where: Passage) -> bool:
    """Whether a capital stands beside, or behind a comma, a bracket or a dash: an apposition has a name."""
    words = where.tokens
    behind = last + (last < len(words) and words[last].shape <= Shape.DASH)
    if behind < len(words) and words[behind].shape >= Shape.TITLE and not where.opens(behind):
        return True
    parted = first > 0 and words[first - 1].shape <= Shape.DASH
    before = first - 1 - parted
    if before < 0 or words[before].shape < Shape.TITLE or where.opens(first):
        return False
    return parted or not where.opens(before)  # «Поездка президента США»


def _is_predicate(office: Candidate, where: Passage) -> bool:
    """«Он был президентом США» says of somebody that he held the office, at some time."""
    mask = office.name.slots[0][where.tokens[office.first].key]
    return mask & ANY != ANY and bool(mask & INSTRUMENTAL)


def _is_modified(office: Candidate, where: Passage, scene: Scene) -> bool:
    """«Нынешний президент США», «45-й президент США»: which of them, the adjective says."""
    if not where.beside(office.first):
        return False
    before = where.tokens[office.first - 1]
    mask = office.name.slots[0][where.tokens[office.first].key]
    number = any(word.shape is Shape.NUMBER for word in where.tokens[max(office.first - 3, 0) : office.first])
    return number or bool(language(scene.language).adjective_cases(before.key) & mask)


def _period(source: Source, where: Passage, first: int, last: int) -> tuple[Period | None, bool]:
    """The time of a sentence, and whether it states it itself; None where it is not known or not one."""
    years = {*_years(where, _sentence(where, first, last))}
    if len(years) == 1:
        year = years.pop()
        return Period((year, 1, 1), (year, 12, 31)), True
    if years or not parse(source.date):
        return None, False
    return Period(first_day(source.date), last_day(source.date)), False


def _sentence(where: Passage, first: int, last: int) -> range:
    while first and not where.opens(first):
        first -= 1
    while last < len(where.tokens) and not where.opens(last):
        last += 1
    return range(first, last)


def _years(where: Passage, sentence: Iterable[int]) -> Iterator[int]:
    for at in sentence:
        word = where.tokens[at]
        if (
            word.shape is Shape.NUMBER
            and word.key.isascii()
            and word.key.isdigit()
            and int(word.key) in _YEARS
        ):
            yield int(word.key)
            if where.tokens[at + 1 : at + 2] and where.tokens[at + 1].shape is Shape.DASH:
                yield int(word.key) + _DECADE  # «в 1990-х»
