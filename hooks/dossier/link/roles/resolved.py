"""Offices that stand for their holder of the day: «президент США» without a name beside.

An office is looked at only in the singular and with what it is an office of right behind. The date is the
one year of its sentence, or else that of the article. Where exactly one person of the registry held the
office then, and is named elsewhere in the article, the words are a link, by the rule ``role-at-date``;
where anything is open, they are a question for the editor with the candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.dates import first_day, last_day, parse
from dossier.link.abstentions import abstention
from dossier.link.forms.masks import ANY, GENITIVE, INSTRUMENTAL
from dossier.link.language import language
from dossier.link.normalise import Shape
from dossier.link.overrides import is_decided
from dossier.link.passage import Passage
from dossier.link.roles.offices import ROLE_AT_DATE, Offices
from dossier.link.roles.tenures import Holders, Period, holders
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate, candidates_among
from dossier.model import Abstention, Override, Quote, Source

_YEARS = range(1000, 3000)
_DECADE = 9


def roles(
    source: Source, where: Passage, linked: list[Candidate], scene: Scene
) -> tuple[list[Override], list[Abstention]]:
    """The offices of a passage that are links, and those to ask about, given the names that are linked in it.

    Links are given as the decisions they would be if an editor had taken them.
    """
    sure: list[Override] = []
    asked: list[Abstention] = []
    for start, end, held in _found(source, where, linked, scene):
        if is_decided(source, where.number, start, end):
            continue
        if held.sure:
            quote = Quote(source.key, where.number, start, end, where.text[start:end])
            sure.append(Override(quote, held.persons, "role", source.where))
        else:
            asked.append(abstention(source, where, start, end, held.persons, ROLE_AT_DATE))
    return sure, asked


def _found(
    source: Source, where: Passage, linked: list[Candidate], scene: Scene
) -> Iterator[tuple[int, int, Holders]]:
    """Where an office with somebody in it begins and ends, and who that is."""
    known = scene.offices
    found = candidates_among(where, known.names)
    names, inside = _by_start(linked if found else ())
    for office in found:
        of = _attribute(office, where, names, scene)
        if of is None or _is_vacant(office, where, known) or _has_name_beside(office.first, of.last, where):
            continue
        when, stated = _period(source, where, office.first, of.last)
        if when is None or office.first in inside:
            continue
        held = holders(known.tenures.get((office.name.entity, of.name.entity), ()), when)
        if held.persons:
            told = (stated or not _is_predicate(office, where)) and not _is_modified(office, where, scene)
            sure = held.sure and told and held.persons[0] in scene.named
            yield office.start, of.end, replace(held, sure=sure)


def _by_start(linked: Iterable[Candidate]) -> tuple[Mapping[int, list[Candidate]], set[int]]:
    """Token → the names that begin there, and the tokens inside names."""
    names: dict[int, list[Candidate]] = {}
    inside: set[int] = set()
    for one in linked:
        names.setdefault(one.first, []).append(one)
        inside.update(range(one.first + 1, one.last))
    return names, inside


def _attribute(
    office: Candidate, where: Passage, names: Mapping[int, list[Candidate]], scene: Scene
) -> Candidate | None:
    """The linked name right behind an office that says what it is an office of."""
    at, between = office.last, language(scene.language).office_of
    while between and at < len(where.tokens) and where.tokens[at].key in between:
        at += 1
    if not where.beside(at) or (between and at == office.last):
        return None
    behind = [one for one in names.get(at, ()) if between or one.mask & GENITIVE]
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
    mask = office.name.slots[0].mask(where.tokens[office.first].key)
    return mask & ANY != ANY and bool(mask & INSTRUMENTAL)


def _is_modified(office: Candidate, where: Passage, scene: Scene) -> bool:
    """«Нынешний президент США», «45-й президент США»: which of them, the adjective says."""
    if not where.beside(office.first):
        return False
    before = where.tokens[office.first - 1]
    mask = office.name.slots[0].mask(where.tokens[office.first].key)
    number = any(word.shape == Shape.NUMBER for word in where.tokens[max(office.first - 3, 0) : office.first])
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
            word.shape == Shape.NUMBER
            and word.key.isascii()
            and word.key.isdigit()
            and int(word.key) in _YEARS
        ):
            yield int(word.key)
            if where.tokens[at + 1 : at + 2] and where.tokens[at + 1].shape == Shape.DASH:
                yield int(word.key) + _DECADE  # «в 1990-х»
