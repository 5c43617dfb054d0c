"""What a home page tells of the dossier: what came lately, who holds which role, what comes up most.

Nothing here depends on the day of the build: “now” is the date of the newest source.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.compose.axis import axis
from dossier.compose.claims import LINE, claim_home
from dossier.compose.facts import stated_date
from dossier.compose.tenures import dated_roles, held_roles, newest
from dossier.compose.view import View, cut
from dossier.dates import first_day, sort_key
from dossier.i18n.names import language_name
from dossier.model import UNKNOWN, Entity, Kind
from dossier.pages.homes import Counted, CountedRow, DatedRow, Dates, HolderRow, Holders, NewsRow
from dossier.pages.texts import Link, Target

LATEST = 6
"""So many sources and changes are told of as new."""
MOST = 12
"""So many entries of a section a home page shows; its register has all of them."""


def kind_of_section(section: str, view: View) -> Kind:
    """The kind that has this section; ValueError if there is none."""
    for kind in view.dossier.kinds.values():
        if kind.section == section:
            return kind
    raise ValueError(f"there is no section “{section}” of entries")


def news(view: View) -> tuple[NewsRow, ...]:
    """The newest sources and changes of claims, the latest first."""
    found = [*_new_sources(view), *_new_statuses(view)]
    return tuple(sorted(found, key=lambda row: first_day(row.date), reverse=True)[:LATEST])


def _new_sources(view: View) -> Iterator[NewsRow]:
    for source in reversed(list(view.dossier.sources.values())):
        claims = view.words.count(len(source.claims), "{n} claim", "{n} claims")
        about = f"{claims}, {language_name(source.language, view.language)}"
        link = view.source_link(source.key)
        yield NewsRow(source.date, view.words.date(source.date), link, about=about)


def _new_statuses(view: View) -> Iterator[NewsRow]:
    for claim in view.dossier.claims():
        text, language = view.plain(claim.text)
        link = Link(cut(text, LINE), claim_home(claim), language)
        for change in claim.changes:
            yield NewsRow(change.date, view.words.date(change.date), link, status=change.status)


def holders(section: str, view: View) -> Holders:
    """Who holds a role on the day of the newest source, those with most claims first."""
    kind, date = kind_of_section(section, view), newest(view)
    rows = tuple(row for entity in _by_claims(kind, view) for row in _holder(entity, date, view))
    said = "" if date == UNKNOWN else view.words.date(date)
    return Holders(said, rows[:MOST], _register(kind, view))


def _holder(entity: Entity, date: str, view: View) -> Iterator[HolderRow]:
    """One row, or none."""
    titles = dict.fromkeys(view.words.pick(role.title) for role in held_roles(entity, date))
    if titles:
        yield HolderRow(view.link(entity.id), tuple(titles), undated=not dated_roles(entity))


def counted(section: str, view: View) -> Counted:
    """The entities that come up most: in claims, and in the words of the sources."""
    kind = kind_of_section(section, view)
    rows = [
        CountedRow(view.link(entity.id), _claims(entity, view), _mentions(entity, view))
        for entity in _by_claims(kind, view)
    ]
    return Counted(tuple(rows[:MOST]), _register(kind, view))


def _by_claims(kind: Kind, view: View) -> list[Entity]:
    """The entities of a kind, those with most claims, then most mentions first; else by the alphabet."""
    return sorted(view.entities_of(kind), key=lambda one: (-_claims(one, view), -_mentions(one, view)))


def _claims(entity: Entity, view: View) -> int:
    return len(view.index.claims_about.get(entity.id, ()))


def _mentions(entity: Entity, view: View) -> int:
    return view.index.mention_counts.get(entity.id, 0)


def _register(kind: Kind, view: View) -> Link:
    many = view.words.pick(kind.many)
    return Link(many, Target(kind.section))


def dated(section: str, view: View) -> Dates:
    """The entities of a section by their dates, the earliest first; of many, those last in time."""
    kind = kind_of_section(section, view)
    rows = sorted(
        (_dated(entity, kind, view) for entity in view.entities_of(kind)), key=lambda row: sort_key(row.date)
    )
    known = [row for row in rows if row.date != UNKNOWN]
    undated = [row.link for row in rows if row.date == UNKNOWN]
    shown = tuple(known[-MOST:])
    whole = len(known) <= MOST and len(undated) <= MOST
    return Dates(axis(shown), shown, tuple(undated[:MOST]), None if whole else _register(kind, view))


def _dated(entity: Entity, kind: Kind, view: View) -> DatedRow:
    date = stated_date(entity, kind)
    return DatedRow(view.link(entity.id), date, view.words.date(date))
