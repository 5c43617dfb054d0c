"""The registers: every entity of a kind, every source, with what readers may sort and narrow them by.

Columns and choices come from the fields of ``kinds.yml`` and from what the records state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

from dossier.compose.facts import role_words, value_words
from dossier.compose.maps import map_of_kind
from dossier.compose.view import View, kept_whole
from dossier.dates import sort_key as date_key
from dossier.i18n.collation import sort_key
from dossier.i18n.names import language_name
from dossier.model import UNKNOWN, Entity, Field, Kind
from dossier.pages.narrowing import Choice, Option
from dossier.pages.page import Page
from dossier.pages.registers import RegisterBody, RegisterCell, RegisterColumn, RegisterRow
from dossier.search.folding import skeleton, words

ROLE, OF, LANGUAGE = "role", "of", "language"
"""Choices that no field of a kind stands for."""


def register_page(kind: Kind, view: View) -> Page:
    """All entities of a kind, in the order of the alphabet."""
    entities = view.entities_of(kind)
    fields = tuple(_columns(kind, entities))
    ranks = [_ranks({one.id: _order(field, one, view) for one in entities}) for field in fields]
    rows = tuple(
        RegisterRow(
            link=view.link(entity.id),
            about=_first_sentence(view.plain(entity.summary)[0]),
            language=view.plain(entity.summary)[1],
            mentions=view.index.mention_counts.get(entity.id, 0),
            claims=len(view.index.claims_about.get(entity.id, ())),
            order=order,
            roles=tuple(role_words(role, view) for role in entity.roles),
            cells=tuple(
                _cell(field, entity, view, ranked[entity.id])
                for field, ranked in zip(fields, ranks, strict=True)
            ),
            keys=_keys(name for _, name in entity.called()),
            chosen=tuple(dict.fromkeys(_chosen(entity, kind, view))),
        )
        for order, entity in enumerate(entities)
    )
    columns = tuple(RegisterColumn(f"by-{field.id}", view.words.pick(field.label)) for field in fields)
    body = RegisterBody(
        rows, map=map_of_kind(kind, view), columns=columns, choices=_choices(rows, kind, view)
    )
    return _page(kind.section, view.words.pick(kind.many), body, view)


def sources_page(view: View) -> Page:
    """All sources, the newest first."""
    articles = list(view.index.articles.items())[::-1]
    by_title = _ranks({key: sort_key(view.source_title(key), view.language) for key, _ in articles})
    by_date = _ranks({key: date_key(one.date) for key, one in articles})
    rows = tuple(
        RegisterRow(
            link=view.source_link(key),
            about=view.words.date(one.date),
            mentions=sum(
                len(view.index.mentions_in.get((key, number), ())) for number in range(1, one.paragraphs + 1)
            ),
            claims=one.claims,
            order=by_title[key],
            about_order=by_date[key],
            keys=_keys(_titles(key, view)),
            chosen=((LANGUAGE, one.language),),
        )
        for key, one in articles
    )
    body = RegisterBody(rows, of_sources=True, choices=_choices(rows, None, view))
    return _page("sources", view.words.say("Sources"), body, view)


def _page(path: str, title: str, body: RegisterBody, view: View) -> Page:
    return Page(view.language, path, title, _described(title, body.rows, view), body, None)


def _described(title: str, rows: Sequence[RegisterRow], view: View) -> str:
    """How many there are, and which come up most, as far as a search engine shows it."""
    entries = view.words.count(len(rows), "{n} entry", "{n} entries")
    site = view.words.pick(view.dossier.settings.site_names)
    most = sorted(rows, key=lambda row: (-row.claims, -row.mentions))
    return kept_whole(f"{title}: {entries}. {site}.", [row.link.text for row in most])


def _first_sentence(text: str) -> str:
    for end in range(1, len(text)):
        if text[end - 1] in ".!?" and text[end].isspace():
            return text[:end]
    return text


def _columns(kind: Kind, entities: Sequence[Entity]) -> Iterator[Field]:
    """The fields that at least half of the entries state, none of them more than once."""
    for field in kind.fields:
        stated = Counter(one.id for one in entities for fact in one.facts if fact.field == field.id)
        is_single = field.type in ("entity", "date") and set(stated.values()) == {1}
        if is_single and 2 * len(stated) >= len(entities):
            yield field


def _cell(field: Field, entity: Entity, view: View, order: int | None) -> RegisterCell:
    fact = next((one for one in entity.facts if one.field == field.id), None)
    if fact is None:
        return RegisterCell("")
    is_page = field.type == "entity" and fact.value != UNKNOWN
    return RegisterCell(value_words(field, fact, view), order, view.target(fact.value) if is_page else None)


def _order(field: Field, entity: Entity, view: View) -> Hashable:
    """What a cell is sorted by; None where nothing is stated or known, which comes last."""
    fact = next((one for one in entity.facts if one.field == field.id), None)
    if fact is None or fact.value == UNKNOWN:
        return None
    return date_key(fact.value) if field.type == "date" else sort_key(view.name(fact.value), view.language)


def _ranks(keys: dict[str, Any]) -> dict[str, Any]:
    """Id → the place of its key among all keys; None stays None."""
    ranks = {key: rank for rank, key in enumerate(sorted({key for key in keys.values() if key is not None}))}
    return {id_: ranks.get(key) for id_, key in keys.items()}


def _keys(names: Iterable[str]) -> str:
    """The words of all names, folded as the search folds them: one spelling finds them in any script."""
    return " ".join(dict.fromkeys(skeleton(word) for name in names for word in words(name)))


def _titles(key: str, view: View) -> Iterator[str]:
    """The headline in every language that it has been given in."""
    for name, title in view.dossier.references[key].fields.items():
        if name.startswith("title") and title != UNKNOWN:
            yield title


def _chosen(entity: Entity, kind: Kind, view: View) -> Iterator[tuple[str, str]]:
    """Choice and value of each office, of whatever it is an office of, and of facts that name an entity."""
    for role in entity.roles:
        if role.office:
            yield ROLE, role.office
        if role.of:
            yield _field_for(role.of, kind, view), role.of
    fields = {field.id for field in kind.fields if field.type == "entity"}
    yield from ((f"by-{one.field}", one.value) for one in entity.facts if one.field in fields)


def _field_for(id_: str, kind: Kind, view: View) -> str:
    """The field that says the same of a country as an office there: the first that may hold it."""
    of = view.dossier.entities[id_].kind
    found = (one.id for one in kind.fields if one.type == "entity" and (not one.of or of in one.of))
    return next((f"by-{id_}" for id_ in found), OF)


def _choices(rows: Sequence[RegisterRow], kind: Kind | None, view: View) -> tuple[Choice, ...]:
    """What the rows differ in: each choice has two values at least, in the order of the alphabet."""
    say = view.words.say
    labels = {ROLE: say("Role"), OF: say("Where in office"), LANGUAGE: say("Language")}
    labels |= {f"by-{field.id}": view.words.pick(field.label) for field in (kind.fields if kind else ())}
    counts = Counter(pair for row in rows for pair in row.chosen)
    found = []
    for id_, label in labels.items():
        options = [
            Option(value, _option_words(id_, value, view), count)
            for (of, value), count in counts.items()
            if of == id_
        ]
        if len(options) > 1:
            options.sort(key=lambda one: sort_key(one.words, view.language))
            found.append(Choice(id_, label, tuple(options)))
    return tuple(found)


def _option_words(choice: str, value: str, view: View) -> str:
    if choice == ROLE:
        return view.words.pick(view.dossier.offices[value])
    if choice == LANGUAGE:
        return language_name(value, view.language)
    return view.words.say("unknown") if value == UNKNOWN else view.name(value)
