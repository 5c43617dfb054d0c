"""Facts and roles as rows of a table, each value with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.compose.citing import Citing
from dossier.compose.view import View
from dossier.i18n.coordinates import say_coordinates
from dossier.model import UNKNOWN, Entity, Fact, Field, Kind, Tenure
from dossier.pages.facts import FactRow, FactValue


def fact_rows(entity: Entity, view: View, citing: Citing) -> Iterable[FactRow]:
    """Roles first, then the fields of the kind in its order."""
    if entity.roles:
        label = view.words.say("Roles") if len(entity.roles) > 1 else view.words.say("Role")
        yield FactRow(label, tuple(_role(role, view, citing) for role in entity.roles))
    for field in view.kind_of(entity.id).fields:
        values = [fact for fact in entity.facts if fact.field == field.id]
        if values:
            shown = tuple(_value(field, fact, view, citing) for fact in values)
            yield FactRow(view.words.pick(field.label), shown)


def _role(role: Tenure, view: View, citing: Citing) -> FactValue:
    return FactValue(role_words(role, view), citing.support(role.basis), record=role.where)


def role_words(role: Tenure, view: View) -> str:
    """The title, and from when to when it was held if that is stated."""
    period = view.words.period(role.start, role.end)
    title = view.words.pick(role.title)
    return f"{title}, {period}" if period else title


def _value(field: Field, fact: Fact, view: View, citing: Citing) -> FactValue:
    support = citing.support(fact.basis)
    is_page = field.type == "entity" and fact.value != UNKNOWN
    return FactValue(
        value_words(field, fact, view),
        support,
        view.target(fact.value) if is_page else None,
        unknown=fact.value == UNKNOWN,
        record=fact.where,
    )


def value_words(field: Field, fact: Fact, view: View) -> str:
    """What a fact says."""
    if fact.value == UNKNOWN:
        return view.words.say("unknown")
    if field.type == "entity":
        return view.name(fact.value)
    if field.type == "date":
        return view.words.date(fact.value)
    if field.type == "coordinates":
        return say_coordinates(fact.value, view.words)
    return view.words.pick(fact.words) if fact.words else fact.value


def stated_date(entity: Entity, kind: Kind) -> str:
    """The first date that the record states, in the order of the kind's fields, or ``unknown``."""
    dates = (field.id for field in kind.fields if field.type == "date")
    return next((fact.value for field in dates for fact in entity.facts if fact.field == field), UNKNOWN)
