"""Who reports what: claims by event, with the articles that hold each, and which of these share an origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.compose.claims import claim_line
from dossier.compose.facts import stated_date
from dossier.compose.view import View
from dossier.dates import sort_key
from dossier.model import UNKNOWN, Claim
from dossier.origins import articles, by_origin, evidence_for
from dossier.pages.page import Heading, Page
from dossier.pages.reports import ReportCell, ReportGroup, ReportRow, ReportsBody
from dossier.pages.texts import Link, Target

REPORTS = "reports"
COLUMNS = 8
"""So many articles have a column each; more are named in every row."""
OTHER = "other"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def reports_page(view: View) -> Page:
    """Every claim with the articles that report it, the events in time."""
    groups = tuple(_groups(view))
    columns = tuple(
        (view.source_link(key), view.words.date(article.date)) for key, article in view.index.articles.items()
    )
    say = view.words.say
    return Page(
        language=view.language,
        path=REPORTS,
        title=say("Who reports what"),
        description=say(
            "Each claim with the articles that report it, and whether these have it from one origin."
        ),
        body=ReportsBody(
            groups=groups,
            columns=columns if len(columns) <= COLUMNS else (),
            summary=tuple(_summary(view.index.claims_by_date, view)),
        ),
        record=None,
        headings=tuple(Heading(group.id, group.title) for group in groups),
    )


def _summary(claims: Iterable[Claim], view: View) -> Iterator[str]:
    """How many claims rest on one article, on several of one origin, on several origins."""
    count = view.words.count
    found = [(articles(claim), len(by_origin(claim))) for claim in claims]
    alone = sum(one == 1 for one, _ in found)
    together = sum(several > 1 and hands == 1 for several, hands in found)
    apart = sum(several > 1 and hands > 1 for several, hands in found)
    if alone:
        yield count(alone, "{n} claim is in one article", "{n} claims are in one article each")
    if together:
        yield count(
            together,
            "{n} claim is in several articles of one origin",
            "{n} claims are in several articles of one origin each",
        )
    if apart:
        yield count(
            apart,
            "{n} claim is in several articles of different origins",
            "{n} claims are in several articles of different origins",
        )


def _groups(view: View) -> Iterator[ReportGroup]:
    """The events that claims are about, in time, then the claims that are about none."""
    dates = dict(_events(view))
    about: dict[str, list[Claim]] = {}
    for claim in view.index.claims_by_date:
        about.setdefault(next((id_ for id_ in claim.about if id_ in dates), ""), []).append(claim)
    for event in sorted(filter(None, about), key=lambda id_: (sort_key(dates[id_]), view.name(id_))):
        said = "" if dates[event] == UNKNOWN else view.words.date(dates[event])
        rows = tuple(_row(claim, view) for claim in about[event])
        yield ReportGroup(event, view.name(event), rows, view.target(event), said)
    if "" in about:
        rows = tuple(_row(claim, view) for claim in about[""])
        yield ReportGroup(OTHER, view.words.say("Other claims"), rows)


def _events(view: View) -> Iterator[tuple[str, str]]:
    """Id and date of each entity of a kind that has dates, or is called an event."""
    for kind in view.dossier.kinds.values():
        if kind.schema_org.endswith("Event") or any(field.type == "date" for field in kind.fields):
            yield from ((entity.id, stated_date(entity, kind)) for entity in view.entities_of(kind))


def _row(claim: Claim, view: View) -> ReportRow:
    letters = _letters(claim) if articles(claim) > 1 else {}
    return ReportRow(
        claim=claim_line(claim, view),
        date=claim.date,
        date_words=view.words.date(claim.date),
        cells=tuple(_cells(claim, letters, view)),
        rests_on=_rests_on(claim, view),
    )


def _letters(claim: Claim) -> dict[str, str]:
    """Article → a letter for each origin it goes back to, the same for articles that share one."""
    found: dict[str, str] = {}
    for number, quotations in enumerate(by_origin(claim)):
        for source in dict.fromkeys(quotation.source for quotation in quotations):
            found[source] = found.get(source, "") + LETTERS[number % len(LETTERS)]
    return found


def _cells(claim: Claim, letters: Mapping[str, str], view: View) -> Iterator[ReportCell]:
    places: dict[str, dict[int, None]] = {}
    for quotation in evidence_for(claim):
        places.setdefault(quotation.source, {})[quotation.paragraph] = None
    for source in (key for key in view.index.articles if key in places):
        page = f"sources/{source}"
        links = tuple(Link(f"¶{number}", Target(page, f"p{number}")) for number in places[source])
        yield ReportCell(view.source_link(source), links, letters.get(source, ""))


def _rests_on(claim: Claim, view: View) -> str:
    several, hands = articles(claim), len(by_origin(claim))
    said = view.words.count(several, "{n} article", "{n} articles")
    return said if several == 1 else f"{said}, " + view.words.count(hands, "{n} origin", "{n} origins")
