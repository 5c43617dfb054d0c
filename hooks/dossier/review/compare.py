"""Compares two linked dossiers, section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from dossier.i18n.coverage import State, coverage
from dossier.model import Claim, Dossier, Entity, LinkedDossier, Reference, Remark, Source
from dossier.problems import Location
from dossier.review.changes import ADDED, CHANGED, GONE, Change, Section, compared, told

_ADDRESSES = ("url", "archiveurl", "doi")


def compare(before: LinkedDossier, after: LinkedDossier) -> tuple[Section, ...]:
    """What differs, the gravest first; empty where nothing does that readers could see."""
    old, new = before.dossier, after.dossier
    sections = (
        Section("Look closely", tuple(_warnings(old, new))),
        Section("Articles", tuple(_sources(old, new))),
        Section("Entries", tuple(_entities(old, new))),
        Section("Claims", tuple(_claims(old, new))),
        Section("Notes, dates and gaps", tuple(_remarks(old, new))),
        Section("Names linked and lost", tuple(_mentions(before, after))),
        Section("References", tuple(_references(old, new))),
        Section("Translations", tuple(_translations(old, new))),
        Section("Pages", tuple(_pages(old, new))),
    )
    return tuple(section for section in sections if section.changes)


def _at(where: Location) -> str:
    return f"{where.file}:{where.line}"


def _warnings(old: Dossier, new: Dossier) -> Iterator[Change]:
    """What hides easily: altered articles and changed addresses."""
    for key, source in new.sources.items():
        known = old.sources.get(key)
        if known and known.sha256 != source.sha256:
            told_of = f"the article {key} is not the one that was received"
            yield Change(CHANGED, told_of, told(known.sha256, source.sha256), _at(source.where))
        was, is_ = (one.received.sha256 if one and one.received else "" for one in (known, source))
        if was and was != is_:
            told_of = f"the file that {key} was taken from is not the one that was received"
            yield Change(CHANGED, told_of, told(was, is_), _at(source.where))
    for key, entry in new.references.items():
        earlier = old.references.get(key)
        for name in _ADDRESSES:
            now, then = entry.fields.get(name, ""), earlier.fields.get(name, "") if earlier else ""
            if earlier and now != then:
                yield Change(CHANGED, f"{name} of {key}", told(then, now), _at(entry.place(name)))


def _sources(old: Dossier, new: Dossier) -> Iterator[Change]:
    def differs(one: Source, other: Source) -> tuple[str, ...]:
        pairs = (("date", one.date, other.date), ("language", one.language, other.language))
        return tuple(line for name, was, is_ in pairs if was != is_ for line in (f"{name}: {was} → {is_}",))

    yield from compared(old.sources, new.sources, lambda one: one.key, differs, lambda one: _at(one.where))


def _entities(old: Dossier, new: Dossier) -> Iterator[Change]:
    base = new.settings.default_language

    def name(one: Entity) -> str:
        return f"{one.kind} {one.id}: {one.names.get(base, one.id)}"

    yield from compared(old.entities, new.entities, name, _differing, lambda one: _at(one.where))


def _differing(one: Entity, other: Entity) -> tuple[str, ...]:
    """What is different about an entry, by its parts."""
    found: list[str] = []
    if one.kind != other.kind:
        found.append(f"kind: {one.kind} → {other.kind}")
    was, is_ = list(one.called()), list(other.called())
    found += [f"name no longer: {text} ({language})" for language, text in was if (language, text) not in is_]
    found += [f"name added: {text} ({language})" for language, text in is_ if (language, text) not in was]
    facts, later = _stated(one), _stated(other)
    found += [f"no longer: {line}" for line in facts if line not in later]
    found += [f"now: {line}" for line in later if line not in facts]
    for language in {**one.summary, **other.summary}:
        found += _reworded(
            f"summary ({language})", one.summary.get(language, ""), other.summary.get(language, "")
        )
    return tuple(found)


def _stated(one: Entity) -> list[str]:
    facts = [
        f"{fact.field} {fact.value or next(iter(fact.words.values()), '')}{_support(fact.basis)}"
        for fact in one.facts
    ]
    roles = [
        f"{next(iter(role.title.values()), role.office)} {role.start or '?'}–{role.end}{_support(role.basis)}"
        for role in one.roles
    ]
    return [*facts, *roles]


def _support(basis: object) -> str:
    cited = ", ".join(f"{one.source} p{one.paragraph}" for one in getattr(basis, "cite", ()))
    return f" [{cited}]" if cited else " [background]" if getattr(basis, "background", False) else ""


def _reworded(name: str, was: str, is_: str) -> list[str]:
    return [] if was == is_ else [f"{name}:", *told(was, is_)]


def _claims(old: Dossier, new: Dossier) -> Iterator[Change]:
    base = new.settings.default_language

    def name(one: Claim) -> str:
        return f"{one.id}: {one.text.get(base, '')}"

    found = compared(
        _by_id(old),
        _by_id(new),
        name,
        _differing_claims,
        lambda one: _at(one.where),
    )
    claims = _by_id(new)
    for change in found:
        id_ = change.what.split(":", 1)[0]
        if change.sign == ADDED:
            yield Change(change.sign, change.what, _quoted(claims[id_]), change.place)
        else:
            yield change


def _by_id(dossier: Dossier) -> dict[str, Claim]:
    return {claim.id: claim for claim in dossier.claims()}


def _quoted(claim: Claim) -> tuple[str, ...]:
    return tuple(f"{one.source} p{one.paragraph}: “{one.text}”" for one in claim.quotations())


def _differing_claims(one: Claim, other: Claim) -> tuple[str, ...]:
    found: list[str] = []
    for language in {**one.text, **other.text}:
        found += _reworded(f"text ({language})", one.text.get(language, ""), other.text.get(language, ""))
    for name, was, is_ in (
        ("date", one.date, other.date),
        ("status", one.current_status, other.current_status),
        ("said by", ", ".join(one.said_by), ", ".join(other.said_by)),
        ("about", ", ".join(one.about), ", ".join(other.about)),
        ("contradicts", ", ".join(one.contradicts), ", ".join(other.contradicts)),
        ("supersedes", ", ".join(one.supersedes), ", ".join(other.supersedes)),
    ):
        if was != is_:
            found.append(f"{name}: {was or '–'} → {is_ or '–'}")
    was_quoted, quoted = _quoted(one), _quoted(other)
    found += [f"no longer quoted: {line}" for line in was_quoted if line not in quoted]
    found += [f"now quoted: {line}" for line in quoted if line not in was_quoted]
    return tuple(found)


def _remarks(old: Dossier, new: Dossier) -> Iterator[Change]:
    def all_of(dossier: Dossier) -> Mapping[str, Remark]:
        return {f"{key}#{one.id}": one for key, source in dossier.sources.items() for one in source.remarks()}

    def name(one: Remark) -> str:
        sort = {"Note": "note", "SaidDate": "date", "Gap": "gap"}[type(one).__name__]
        return f"{sort} {one.id} at {one.quote.source} p{one.quote.paragraph}: “{one.quote.text}”"

    def differs(one: Remark, other: Remark) -> tuple[str, ...]:
        found = [] if one.quote == other.quote else list(told(one.quote.text, other.quote.text))
        for language in {**one.text, **other.text}:
            found += _reworded(f"text ({language})", one.text.get(language, ""), other.text.get(language, ""))
        for part in ("kind", "reading", "means", "basis", "missing"):
            was, is_ = getattr(one, part, ""), getattr(other, part, "")
            found += [f"{part}: {was} → {is_}"] if was != is_ else []
        return tuple(found)

    yield from compared(all_of(old), all_of(new), name, differs, lambda one: _at(one.where))


def _mentions(before: LinkedDossier, after: LinkedDossier) -> Iterator[Change]:
    """Links in articles that stand in both, counted, since a span has no id."""
    both = before.dossier.sources.keys() & after.dossier.sources.keys()

    def links(linked: LinkedDossier) -> Counter[tuple[str, int, str, str]]:
        shown = (one for one in linked.mentions if one.shown and one.source in both)
        return Counter((one.source, one.paragraph, one.surface, one.entity) for one in shown)

    was, is_ = links(before), links(after)
    for sign, found in ((ADDED, is_ - was), (GONE, was - is_)):
        for (source, paragraph, surface, entity), count in sorted(found.items()):
            times = f" ({count} times)" if count > 1 else ""
            yield Change(sign, f"{source} p{paragraph}: “{surface}” → {entity}{times}")


def _references(old: Dossier, new: Dossier) -> Iterator[Change]:
    def differs(one: Reference, other: Reference) -> tuple[str, ...]:
        found = [f"type: {one.type} → {other.type}"] if one.type != other.type else []
        for name in {**one.fields, **other.fields}:
            was, is_ = one.fields.get(name, ""), other.fields.get(name, "")
            found += [f"{name}: {was or '–'} → {is_ or '–'}"] if was != is_ else []
        for role in {**one.persons, **other.persons}:
            if one.persons.get(role) != other.persons.get(role):
                found.append(f"{role}: {_persons(one, role)} → {_persons(other, role)}")
        return tuple(found)

    yield from compared(
        old.references, new.references, lambda one: one.key, differs, lambda one: _at(one.where)
    )


def _persons(entry: Reference, role: str) -> str:
    return (
        "; ".join(" ".join(filter(None, (given, family))) for family, given in entry.persons.get(role, ()))
        or "–"
    )


def _translations(old: Dossier, new: Dossier) -> Iterator[Change]:
    """What became stale, missing or current, by language."""
    was = {(one.language, one.record, one.part): one.state for one in coverage(old)}
    for one in coverage(new):
        earlier = was.get((one.language, one.record, one.part))
        if earlier is not None and earlier != one.state:
            sign = GONE if one.state in (State.STALE, State.MISSING) else ADDED
            yield Change(
                sign, f"{one.language} {one.record}/{one.part}: {earlier} → {one.state}", (), _at(one.where)
            )


def _pages(old: Dossier, new: Dossier) -> Iterator[Change]:
    """Addresses of entries and articles; the other pages follow from these."""

    def addresses(dossier: Dossier) -> dict[str, str]:
        entries = {
            f"/{dossier.kinds[one.kind].section}/{one.id}/": one.id for one in dossier.entities.values()
        }
        return entries | {f"/sources/{key}/": key for key in dossier.sources}

    was, is_ = addresses(old), addresses(new)
    moved = {id_: page for page, id_ in was.items()}
    for page, id_ in is_.items():
        if page not in was:
            yield Change(CHANGED, f"{moved[id_]} → {page}") if id_ in moved else Change(ADDED, page)
    yield from (
        Change(GONE, page) for page, id_ in was.items() if page not in is_ and id_ not in is_.values()
    )
