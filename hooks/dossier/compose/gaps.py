"""What nobody here knows: questions that articles leave open, dates, facts and references without a value.

One list for the page that tells all of it, and its parts for the pages of entities and articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from dossier.compose.citing import Citing
from dossier.compose.claims import claim_home
from dossier.compose.remarks import remark_target
from dossier.compose.view import View
from dossier.dates import is_day
from dossier.i18n.coverage import State
from dossier.i18n.names import language_name
from dossier.model import UNKNOWN, Claim, Entity, Gap, Reference, SaidDate, Source
from dossier.pages.gaps import GapGroup, GapRow, GapsBody
from dossier.pages.page import Heading, Page
from dossier.pages.texts import Link, Rich, Target, Words

GAPS = Target("gaps")
"""The page on everything unknown."""


def gaps_page(view: View) -> Page:
    """Everything unknown, by what is asked."""
    citing = Citing(view)
    groups = tuple(group for group in _groups(view, citing) if group.rows)
    say = view.words.say
    return Page(
        language=view.language,
        path=GAPS.path,
        title=say("What we do not know"),
        description=say(
            "What the sources leave open and nobody here knows, each gap with the line to fill it in."
        ),
        body=GapsBody(groups, citing.references()),
        record=None,
        headings=tuple(Heading(group.id, group.title) for group in groups),
    )


def _groups(view: View, citing: Citing) -> Iterator[GapGroup]:
    say = view.words.say
    questions = {
        "actor": say("Who?"),
        "date": say("When?"),
        "place": say("Where?"),
        "number": say("How many?"),
        "source": say("On whose authority?"),
        "subject": say("What exactly?"),
        "outcome": say("What came of it?"),
    }
    for missing, title in questions.items():
        asked = [(key, gap) for key, gap in view.index.gaps if gap.missing == missing]
        yield GapGroup(missing, title, tuple(_question(key, gap, view, citing) for key, gap in asked))
    said = [(key, date) for (key, _), date in view.index.dates_said.items() if not is_day(date.means)]
    rows = tuple(_vague_words(key, date, view, citing) for key, date in said)
    yield GapGroup("vague-dates", say("Words that give no exact day"), rows)
    claims = [claim for claim in view.index.claims_by_date if not is_day(claim.date)]
    undated = tuple(_claim(claim, view, citing) for claim in claims if claim.date == UNKNOWN)
    yield GapGroup("undated-claims", say("Claims without a date"), undated)
    inexact = tuple(_claim(claim, view, citing) for claim in claims if claim.date != UNKNOWN)
    yield GapGroup("inexact-claims", say("Claims without an exact day"), inexact)
    facts = (row for entity in view.dossier.entities.values() for row in unknown_facts(entity, view))
    yield GapGroup("facts", say("Facts"), tuple(facts))
    described = (row for one in view.dossier.references.values() for row in _undescribed(one, view))
    yield GapGroup("bibliography", say("Bibliography"), tuple(described))
    yield GapGroup("untranslated", say("Not translated"), tuple(_untranslated(view)))


def entity_gaps(entity: Entity, view: View, citing: Citing) -> tuple[GapRow, ...]:
    """What is not known of an entity: open questions about it, and facts."""
    asked = [
        _question(key, gap, view, citing, but=entity.id)
        for key, gap in view.index.gaps_about.get(entity.id, ())
    ]
    return (*asked, *unknown_facts(entity, view))


def count_gaps(source: Source, view: View) -> int:
    """How many lines of the page on gaps concern an article."""
    dates = [*(date.means for date in source.dates), *(claim.date for claim in source.claims)]
    undescribed = len(list(_undescribed(view.dossier.references[source.key], view)))
    return len(source.gaps) + sum(not is_day(date) for date in dates) + undescribed


def _question(source: str, gap: Gap, view: View, citing: Citing, *, but: str = "") -> GapRow:
    return GapRow(
        text=citing.rich(gap.text),
        where=_passage(source, gap, view),
        record=gap.where,
        quotation=gap.quote.text,
        language=view.index.articles[source].language,
        about=tuple(view.link(id_) for id_ in gap.about if id_ != but),
    )


def _vague_words(source: str, date: SaidDate, view: View, citing: Citing) -> GapRow:
    return GapRow(
        text=citing.rich(date.text) if date.text else (),
        where=_passage(source, date, view),
        record=date.where,
        quotation=date.quote.text,
        language=view.index.articles[source].language,
        date_words=view.words.date(date.means),
    )


def _passage(source: str, remark: Gap | SaidDate, view: View) -> Link:
    """The article and paragraph, leading to the remark beside it."""
    title = view.source_title(source)
    return Link(f"{title}, ¶{remark.quote.paragraph}", remark_target(source, remark))


def _claim(claim: Claim, view: View, citing: Citing) -> GapRow:
    return GapRow(
        text=citing.rich(claim.text),
        where=Link(view.source_title(claim.source), claim_home(claim)),
        record=claim.where,
        date_words="" if claim.date == UNKNOWN else view.words.date(claim.date),
    )


def unknown_facts(entity: Entity, view: View) -> Iterator[GapRow]:
    """The fields of an entity of which the record says that nobody knows them."""
    labels = {field.id: view.words.pick(field.label) for field in view.kind_of(entity.id).fields}
    for fact in entity.facts:
        if fact.value == UNKNOWN:
            yield GapRow(_plain(labels[fact.field]), view.link(entity.id), fact.where)


def _undescribed(reference: Reference, view: View) -> Iterator[GapRow]:
    """The fields of a reference that say ``unknown``, and a headline that an editor supplied."""
    for field in _unknown_fields(reference):
        yield GapRow(_plain(_label(field, reference, view)), _entry(reference, view), reference.place(field))


def _untranslated(view: View) -> Iterator[GapRow]:
    """Each article and record that a language lacks, or lacks a part of, and how much."""
    missing = [one for one in view.index.coverage if one.state is State.MISSING]
    for (language, record), parts in groupby(missing, key=lambda one: (one.language, one.record)):
        found = list(parts)
        name = language_name(language, view.language)
        words = view.words.count(len(found), "{n} text is missing", "{n} texts are missing")
        section, _, id_ = record.partition("/")
        page = view.source_link(id_) if section == "sources" else view.link(id_)
        owner = view.index.articles[id_] if section == "sources" else view.dossier.entities[id_]
        yield GapRow(
            text=_plain(f"{name[:1].upper()}{name[1:]}: {words}"),
            where=page,
            record=found[0].where if found[0].is_written else owner.where,
        )


def _unknown_fields(reference: Reference) -> Iterable[str]:
    yield from (role for role, persons in reference.persons.items() if (UNKNOWN, "") in persons)
    for field, value in reference.fields.items():
        if value == UNKNOWN or (field == "title" and value.startswith("[")):
            yield field


def _label(field: str, reference: Reference, view: View) -> str:
    say: Callable[[str], str] = view.words.say
    supplied = reference.fields.get("title") != UNKNOWN
    labels = {
        "author": say("Author"),
        "publisher": say("Publisher"),
        "url": say("Address"),
        "date": say("Published"),
        "title": say("Headline: the one shown was supplied") if supplied else say("Headline"),
        "location": say("Place of publication"),
    }
    return labels.get(field, field)


def _entry(reference: Reference, view: View) -> Link:
    """The page of an article, else the line of the bibliography."""
    if reference.key in view.dossier.sources:
        return view.source_link(reference.key)
    title = reference.fields.get(f"title_{view.language}") or reference.fields.get("title", UNKNOWN)
    return Link(reference.key if title == UNKNOWN else title, Target("bibliography", reference.key))


def _plain(text: str) -> Rich:
    return ((Words(text),),)
