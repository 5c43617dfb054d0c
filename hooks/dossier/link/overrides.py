"""The editors' decisions on spans, which come before whatever was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.link.passage import Passage
from dossier.link.roles.offices import ROLE_AT_DATE
from dossier.link.rules.nesting import outermost
from dossier.link.scan import Candidate
from dossier.model import Mention, Override, Source


def mentions(source: Source, where: Passage, found: list[Candidate], roles: list[Override]) -> list[Mention]:
    """The mentions of a paragraph: what was decided, and the names found beside and inside it.

    ``roles`` are decisions by the rule ``role-at-date``, which overlap none of the editors'.
    """
    here = [one for one in source.overrides if one.quote.paragraph == where.number]
    if not (here or roles):
        return _sorted(_found(source, where, one, shown) for one, shown in outermost(found))
    named = _ordered([*(one for one in here if is_named(one)), *roles])
    refused = [one for one in here if not one.entities]
    allowed = [one for one in found if not any(_contains(no, one) for no in refused)]
    free = [one for one in allowed if not any(_overlaps(yes, one) for yes in named)]
    inner = [one for one in allowed if any(_inside(one, yes) for yes in named)]
    judged = [*outermost(free), *((one, False) for one in inner)]
    return _sorted(
        {*_named(named, roles), *_meant(here), *(_found(source, where, one, shown) for one, shown in judged)}
    )


def _sorted(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda one: (one.start, -one.end, not one.shown, one.entity))


def is_named(override: Override) -> bool:
    """Whether the words are a link to one entity; otherwise they name nobody or only cover somebody."""
    return len(override.entities) == 1 and override.manner != "meant"


def is_decided(source: Source, paragraph: int, start: int, end: int) -> bool:
    """Whether an editor decided on any of these characters."""
    quotes = (override.quote for override in source.overrides)
    return any(one.paragraph == paragraph and one.start < end and start < one.end for one in quotes)


def _overlaps(override: Override, found: Candidate) -> bool:
    """Whether the two spans share a character."""
    return override.quote.start < found.end and found.start < override.quote.end


def _contains(override: Override, found: Candidate) -> bool:
    return override.quote.start <= found.start and found.end <= override.quote.end


def _inside(found: Candidate, override: Override) -> bool:
    """Another entity's name within the words decided on, such as the country in an office."""
    if found.bare or found.name.entity in override.entities:
        return False
    return _contains(override, found) and found.size < override.quote.end - override.quote.start


def _ordered(overrides: Iterable[Override]) -> list[Override]:
    return sorted(overrides, key=lambda one: (one.quote.start, -one.quote.end))


def _named(overrides: list[Override], roles: list[Override]) -> Iterator[Mention]:
    """One mention an override; of overlapping ones only the first is shown."""
    end = 0
    for one in overrides:
        shown = one.quote.start >= end
        rule = ROLE_AT_DATE if one in roles else "override"
        yield _mention(one, one.entities[0], one.manner, rule, shown=shown)
        end = max(end, one.quote.end)


def _meant(overrides: list[Override]) -> Iterator[Mention]:
    for one in overrides:
        if not is_named(one):
            for entity in one.entities:
                yield _mention(one, entity, "meant", "override", shown=False)


def _mention(override: Override, entity: str, manner: str, rule: str, *, shown: bool) -> Mention:
    quote = override.quote
    return Mention(
        quote.source, quote.paragraph, quote.start, quote.end, quote.text, entity, manner, rule, shown
    )


def _found(source: Source, where: Passage, one: Candidate, shown: bool) -> Mention:
    return Mention(
        source=source.key,
        paragraph=where.number,
        start=one.start,
        end=one.end,
        surface=where.text[one.start : one.end],
        entity=one.name.entity,
        manner="name",
        rule=one.rule if shown else "inner-name",
        shown=shown,
    )
