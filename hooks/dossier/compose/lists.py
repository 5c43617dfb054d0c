"""The pages that list: registers, timeline, bibliography."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.cite.order import filing_key
from dossier.compose.citing import Citing
from dossier.compose.claims import timeline
from dossier.compose.maps import map_of_kind
from dossier.compose.view import View
from dossier.dates import year_of
from dossier.exports.coins import coins
from dossier.exports.references import EACH, WHOLE, downloads
from dossier.model import Entity, Kind
from dossier.pages import (
    BibliographyBody,
    BibliographyRow,
    Heading,
    Page,
    RegisterBody,
    RegisterRow,
    Target,
    TimelineBody,
    TimelineRow,
)


def register_page(kind: Kind, view: View) -> Page:
    """All entities of a kind, in the order of the alphabet."""
    title = view.words.pick(kind.many)
    rows = tuple(_entity_row(entity, view) for entity in view.entities_of(kind))
    return _page(
        kind.section,
        title,
        _described(title, len(rows), view),
        RegisterBody(rows, map=map_of_kind(kind, view)),
        view,
    )


def sources_page(view: View) -> Page:
    """All sources, the newest first."""
    title = view.words.say("Sources")
    rows = tuple(_source_row(key, view) for key in reversed(list(view.dossier.sources)))
    return _page(
        "sources", title, _described(title, len(rows), view), RegisterBody(rows, of_sources=True), view
    )


def timeline_page(view: View) -> Page:
    """Every dated claim of the dossier, by year."""
    citing = Citing(view)
    rows = timeline(view.index.claims_by_date, view, citing)
    years = tuple(_by_year(rows))
    title = view.words.say("Timeline")
    description = view.words.say("What the sources report, day by day, each statement with its paragraph.")
    page = _page("timeline", title, description, TimelineBody(years, citing.references()), view)
    headings = tuple(Heading(f"y{year}", year) for year, _ in years)
    return replace(page, headings=headings)


def bibliography_page(view: View) -> Page:
    """Every reference, in the order of this language's alphabet."""
    references = sorted(
        view.dossier.references.values(), key=lambda one: filing_key(one, view.style, view.words)
    )
    rows = [
        BibliographyRow(
            key=reference.key,
            runs=view.style.entry(reference, view.words, 0),
            target=Target(f"sources/{reference.key}") if reference.key in view.dossier.sources else None,
            record=reference.where,
            coins=coins(view.work(reference.key)),
            downloads=downloads(f"{EACH}/{reference.key}"),
        )
        for reference in references
    ]
    title = view.words.say("Bibliography")
    description = view.words.say("Every source of this dossier, described as far as it is known.")
    return _page("bibliography", title, description, BibliographyBody(tuple(rows), downloads(WHOLE)), view)


def _page(
    path: str, title: str, description: str, body: RegisterBody | TimelineBody | BibliographyBody, view: View
) -> Page:
    return Page(view.language, path, title, description, body, None)


def _described(title: str, count: int, view: View) -> str:
    entries = view.words.count(count, "{n} entry", "{n} entries")
    return f"{title}: {entries}. {view.words.pick(view.dossier.settings.site_names)}."


def _entity_row(entity: Entity, view: View) -> RegisterRow:
    summary, language = view.plain(entity.summary)
    return RegisterRow(
        link=view.link(entity.id),
        about=_first_sentence(summary),
        mentions=len(view.index.mentions_of.get(entity.id, ())),
        claims=len(view.index.claims_about.get(entity.id, ())),
        language=language,
    )


def _source_row(key: str, view: View) -> RegisterRow:
    source = view.dossier.sources[key]
    mentions = sum(len(view.index.mentions_in.get((key, p.number), ())) for p in source.paragraphs)
    return RegisterRow(view.source_link(key), view.words.date(source.date), mentions, len(source.claims))


def _first_sentence(text: str) -> str:
    for end in range(1, len(text)):
        if text[end - 1] in ".!?" and text[end].isspace():
            return text[:end]
    return text


def _by_year(rows: Iterable[TimelineRow]) -> Iterable[tuple[str, tuple[TimelineRow, ...]]]:
    years: dict[str, list[TimelineRow]] = {}
    for row in rows:
        years.setdefault(f"{year_of(row.date):04}", []).append(row)
    return ((year, tuple(found)) for year, found in years.items())
