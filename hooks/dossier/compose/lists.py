"""The pages that list: timeline, bibliography."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.cite.order import filing_key
from dossier.compose.citing import Citing
from dossier.compose.claims import timeline
from dossier.compose.gaps import GAPS
from dossier.compose.overview import overview
from dossier.compose.view import View
from dossier.dates import year_of
from dossier.exports.coins import coins
from dossier.exports.references import EACH, WHOLE, downloads
from dossier.pages.narrowing import Choice, Option
from dossier.pages.page import Heading, Page
from dossier.pages.references import BibliographyBody, BibliographyRow
from dossier.pages.texts import Target
from dossier.pages.timelines import TimelineBody, TimelineRow


def timeline_page(view: View) -> Page:
    """Every dated claim of the dossier, by year."""
    citing = Citing(view)
    rows = timeline(view.index.claims_by_date, view, citing)
    years = tuple(_by_year(rows))
    title = view.words.say("Timeline")
    description = view.words.say("What the sources report, day by day, each statement with its paragraph.")
    page = _page(
        "timeline",
        title,
        description,
        TimelineBody(
            years,
            GAPS,
            citing.references(),
            tuple(_choices(rows, view)),
            overview(rows, len(view.index.claims_by_date) - len(rows), view),
        ),
        view,
    )
    headings = tuple(Heading(f"y{year}", year) for year, _ in years)
    return replace(page, headings=headings)


def _choices(rows: Iterable[TimelineRow], view: View) -> Iterator[Choice]:
    """What the timeline can be narrowed to: an entity, by kind, or an article."""
    counted = Counter(chosen for row in rows for chosen in row.chosen)
    for kind in view.dossier.kinds.values():
        found = [(f"about:{entity.id}", view.name(entity.id)) for entity in view.entities_of(kind)]
        yield from _choice(kind.section, view.words.pick(kind.many), found, counted)
    articles = [
        (f"source:{key}", f"{view.words.date(article.date)}: {view.source_title(key)}")
        for key, article in view.index.articles.items()
    ]
    yield from _choice("source", view.words.say("Source"), articles, counted)


def _choice(
    id_: str, label: str, values: Iterable[tuple[str, str]], counted: Mapping[str, int]
) -> Iterator[Choice]:
    options = tuple(Option(value, words, counted[value]) for value, words in values if counted[value])
    if len(options) > 1:
        yield Choice(id_, label, options)


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


def _page(path: str, title: str, description: str, body: TimelineBody | BibliographyBody, view: View) -> Page:
    return Page(view.language, path, title, description, body, None)


def _by_year(rows: Iterable[TimelineRow]) -> Iterable[tuple[str, tuple[TimelineRow, ...]]]:
    years: dict[str, list[TimelineRow]] = {}
    for row in rows:
        years.setdefault(f"{year_of(row.date):04}", []).append(row)
    return ((year, tuple(found)) for year, found in years.items())
