"""What is said where: look-ups over the whole dossier, made once and used by every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dossier import markup
from dossier.compose.reads import Reads
from dossier.compose.relations import Relations, relations
from dossier.dates import sort_key
from dossier.i18n.coverage import Translated, coverage
from dossier.model import (
    Claim,
    Dossier,
    Fact,
    Gap,
    LinkedDossier,
    Locator,
    Mention,
    SaidDate,
    Source,
    Tenure,
    Text,
)
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class Article:
    """As much of a source as pages need that show none of its words."""

    date: str
    language: str
    paragraphs: int
    claims: int
    """How many it has."""
    where: Location
    """Its record."""


@dataclass(frozen=True, slots=True)
class Index:
    """Claims, mentions and citations by what they are about."""

    dossier: Dossier
    names: Mapping[str, Mapping[str, str]]
    """Language → entity id → its name in that language."""
    articles: Mapping[str, Article]
    paragraphs: Mapping[tuple[str, int], str]
    """Source key and number → its text; who looks one up does not depend on the rest of the article."""
    dates_said: Mapping[tuple[str, str], SaidDate]
    """Source key and the date's own id → how the article says it."""
    claims_by_date: Sequence[Claim]
    claims_about: Mapping[str, tuple[Claim, ...]]
    """Entity id → its claims by date."""
    claims_with: Mapping[str, tuple[Claim, ...]]
    """Entity id → the claims that it is part of, as subject or speaker, by date."""
    claims_resting_on: Mapping[Locator, tuple[Claim, ...]]
    relations: Relations
    mentions_of: Mapping[str, tuple[Mention, ...]]
    mention_counts: Mapping[str, int]
    claim_counts: Mapping[str, int]
    """Entity id → how many mentions it has, and how many claims are about it."""
    mentions_in: Mapping[tuple[str, int], tuple[Mention, ...]]
    gaps: Sequence[tuple[str, Gap]]
    """Source keys and gaps, source by source."""
    gaps_about: Mapping[str, tuple[tuple[str, Gap], ...]]
    """Entity id → source keys and gaps that concern it."""
    cited_by: Mapping[Locator, Mapping[str, tuple[Tenure | Fact | Text, ...]]]
    """Paragraph → entity id → its roles, facts and summary that cite it."""
    coverage: Sequence[Translated]
    """What each text and paragraph is in every language but its own, language by language."""
    reads: Reads = field(default_factory=Reads, repr=False, compare=False)
    """Where it is noted what pages look up, if anybody asks."""


def make_index(linked: LinkedDossier) -> Index:
    """Look everything up once."""
    dossier = linked.dossier
    gaps = tuple((key, gap) for key, source in dossier.sources.items() for gap in source.gaps)
    claims = sorted(dossier.claims(), key=lambda claim: (sort_key(claim.date), claim.source, claim.where))
    return Index(
        dossier=dossier,
        names={
            language: {id_: one.names[language] for id_, one in dossier.entities.items()}
            for language in dossier.settings.languages
        },
        articles={key: _article(source) for key, source in dossier.sources.items()},
        paragraphs={
            (key, paragraph.number): paragraph.text
            for key, source in dossier.sources.items()
            for paragraph in source.paragraphs
        },
        dates_said={(key, date.id): date for key, source in dossier.sources.items() for date in source.dates},
        claims_by_date=tuple(claims),
        claims_about=_grouped((id_, claim) for claim in claims for id_ in claim.about),
        claims_with=_grouped(
            (id_, claim) for claim in claims for id_ in dict.fromkeys((*claim.about, *claim.said_by))
        ),
        claims_resting_on=_grouped(
            (Locator(quote.source, quote.paragraph), claim)
            for claim in claims
            for quote in claim.quotations()
        ),
        relations=relations(claims),
        mentions_of={id_: tuple(found) for id_, found in linked.of_entity().items()},
        claim_counts=Counter(id_ for claim in claims for id_ in dict.fromkeys(claim.about)),
        mention_counts=Counter(mention.entity for mention in linked.mentions),
        mentions_in={place: tuple(found) for place, found in linked.of_paragraph().items()},
        gaps=gaps,
        gaps_about=_grouped((id_, asked) for asked in gaps for id_ in asked[1].about),
        cited_by=_cited_by(dossier),
        coverage=tuple(coverage(dossier)),
    )


def _article(source: Source) -> Article:
    return Article(source.date, source.language, len(source.paragraphs), len(source.claims), source.where)


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: dict[Key, dict[int, Value]] = {}
    for key, value in pairs:
        found.setdefault(key, {}).setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}


def _cited_by(dossier: Dossier) -> dict[Locator, dict[str, tuple[Tenure | Fact | Text, ...]]]:
    """Whatever the language: a summary's translations cite what it cites."""
    found: dict[Locator, dict[str, tuple[Tenure | Fact | Text, ...]]] = {}
    for entity in dossier.entities.values():
        parts: list[Tenure | Fact | Text] = [*entity.roles, *entity.facts, entity.summary]
        for part in parts:
            for locator in dict.fromkeys(_locators(part)):
                of_paragraph = found.setdefault(locator, {})
                of_paragraph[entity.id] = (*of_paragraph.get(entity.id, ()), part)
    return found


def _locators(part: Tenure | Fact | Text) -> Iterator[Locator]:
    if not isinstance(part, Text):
        yield from part.basis.cite
        return
    for text in part.values():
        for inline in markup.walk(markup.parse(text)):
            if isinstance(inline, markup.Citation):
                yield from inline.locators
