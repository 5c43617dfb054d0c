"""Facts and roles as rows of a table, each value with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.compose.citing import Citing
from dossier.compose.view import View
from dossier.model import UNKNOWN, Entity, Fact, Field, Tenure
from dossier.pages import FactRow, FactValue


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
    period = view.words.period(role.start, role.end)
    title = view.words.pick(role.title)
    return FactValue(f"{title}, {period}" if period else title, citing.support(role.basis))


def _value(field: Field, fact: Fact, view: View, citing: Citing) -> FactValue:
    support = citing.support(fact.basis)
    if fact.value == UNKNOWN:
        return FactValue(view.words.say("unknown"), support, unknown=True)
    if field.type == "entity":
        return FactValue(view.name(fact.value), support, view.target(fact.value))
    if field.type == "date":
        return FactValue(view.words.date(fact.value), support)
    return FactValue(view.words.pick(fact.words) if fact.words else fact.value, support)
