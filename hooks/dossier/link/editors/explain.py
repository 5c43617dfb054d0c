"""Why a span of an article is a link, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.link.abstentions import AMBIGUOUS, COVERED
from dossier.link.article import Refusal
from dossier.link.editors.misspellings import MISSPELT
from dossier.link.introduced import INTRODUCED
from dossier.link.linker import LinkedArticle, linked_article, prepared
from dossier.link.registered import RESPELT
from dossier.link.roles.offices import ROLE_AT_DATE
from dossier.link.rules import EVERY, name_of
from dossier.memo import Memo
from dossier.model import Abstention, Dossier, Mention, Override, Quote, Source

REASONS: Mapping[str, str] = {
    "exact-name": "A registered name, in one of its forms.",
    "alias": "A registered alias, in one of its forms.",
    "surname": "The surname of a registered person, with nothing that speaks against it.",
    "swapped-name": "A registered name with the surname first.",
    "given-name": "The given name of the one person of that name whom the article names in full.",
    RESPELT: "A person’s name of another language, as this one spells it.",
    INTRODUCED: "A short name that the article itself gives in brackets behind a registered one.",
    ROLE_AT_DATE: "An office with what it is an office of, and who held it at the time.",
    "initials": "The surname of a registered person, with initials that fit.",
    "inner-name": "A registered name inside a longer one: kept for backlinks, not shown as a link.",
    "override": "An editor decided so, in the source’s record.",
    MISSPELT: "One changed letter would make it a registered name.",
    COVERED: "A longer name, or an editor’s decision, covers or crosses it.",
    AMBIGUOUS: "Two entities may be meant, and nothing decides between them.",
} | {name_of(rule): (rule.__doc__ or "").partition("\n")[0] for rule in EVERY}
"""Rule → what it says, in a sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One name that was found at a span, and what became of it."""

    start: int
    end: int
    surface: str
    entity: str
    """An id, or ``nobody`` where an editor decided so."""
    linked: bool
    rule: str


def reason(rule: str) -> str:
    """A rule in a sentence. A foreign name is judged as one of the text's own language."""
    foreign = " It is registered for another language." if rule.startswith("foreign-") else ""
    return REASONS.get(rule.removeprefix("foreign-"), "") + foreign


def explained(dossier: Dossier, quotes: Sequence[Quote], memo: Memo | None = None) -> list[list[Verdict]]:
    """For each quotation of a source every name that shares a character with it: links, then refusals."""
    if not quotes:
        return []
    source = dossier.sources[quotes[0].source]
    articles, scenes = prepared(dossier, memo)
    found = linked_article(source, articles[source.key], scenes[source.language])
    return [_of_quote(source, found, quote) for quote in quotes]


def _of_quote(source: Source, found: LinkedArticle, quote: Quote) -> list[Verdict]:
    yes = [_linked(one) for one in found.mentions if _shares(quote, one.paragraph, one.start, one.end)]
    yes += (_nobody(one) for one in source.overrides if not one.entities and _overlaps(quote, one.quote))
    decided = {(one.start, one.end, one.entity) for one in yes}
    no = [*_refused(found.refusals, quote), *_asked(found.asked, quote)]
    no = [one for one in no if (one.start, one.end, one.entity) not in decided]
    return [*yes, *dict.fromkeys(no)]


def _linked(one: Mention) -> Verdict:
    return Verdict(one.start, one.end, one.surface, one.entity, True, one.rule)


def _nobody(one: Override) -> Verdict:
    return Verdict(one.quote.start, one.quote.end, one.quote.text, "nobody", True, "override")


def _overlaps(one: Quote, other: Quote) -> bool:
    return _shares(one, other.paragraph, other.start, other.end)


def _refused(refusals: list[Refusal], quote: Quote) -> Iterator[Verdict]:
    for one in refusals:
        found, where = one.found, one.where
        if _shares(quote, where.number, found.start, found.end):
            words = where.text[found.start : found.end]
            yield Verdict(found.start, found.end, words, found.name.entity, False, one.rule)


def _asked(asked: list[Abstention], quote: Quote) -> Iterator[Verdict]:
    for one in asked:
        if _shares(quote, one.paragraph, one.start, one.end):
            for entity in one.entities:
                yield Verdict(one.start, one.end, one.surface, entity, False, one.rule)


def _shares(quote: Quote, paragraph: int, start: int, end: int) -> bool:
    return paragraph == quote.paragraph and quote.start < end and start < quote.end
