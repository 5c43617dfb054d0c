"""Which roles somebody holds on a day."""

from __future__ import annotations

from dossier.compose.view import View
from dossier.dates import first_day, last_day, parse
from dossier.model import UNKNOWN, Entity, Tenure


def newest(view: View) -> str:
    """The date of the newest source; ``unknown`` where no source has one."""
    dates = [source.date for source in view.dossier.sources.values() if parse(source.date)]
    return max(dates, key=last_day, default=UNKNOWN)


def held_roles(entity: Entity, date: str) -> tuple[Tenure, ...]:
    """The roles of that day. A role without a beginning counts only where the record has no other."""
    dated = dated_roles(entity)
    return tuple(role for role in dated if _covers(role, date)) if dated else entity.roles


def dated_roles(entity: Entity) -> tuple[Tenure, ...]:
    """The roles of which a beginning is stated."""
    return tuple(role for role in entity.roles if parse(role.start or UNKNOWN))


def _covers(role: Tenure, date: str) -> bool:
    """Whether a role is held on a day, or, where no source has a date, to this day."""
    if date == UNKNOWN:
        return not parse(role.end or UNKNOWN)
    return first_day(role.start) <= last_day(date) and first_day(date) <= last_day(role.end or UNKNOWN)
