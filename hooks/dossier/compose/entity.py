"""The page of an entity."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.compose.citing import Citing
from dossier.compose.claim_section import claim_section
from dossier.compose.claims import timeline
from dossier.compose.connections import connections
from dossier.compose.contexts import contexts
from dossier.compose.facts import fact_rows
from dossier.compose.gaps import GAPS, entity_gaps
from dossier.compose.maps import map_of_place
from dossier.compose.overview import overview
from dossier.compose.view import View
from dossier.i18n.names import language_name
from dossier.model import Entity
from dossier.pages.entities import EntityBody
from dossier.pages.facts import Name
from dossier.pages.page import Heading, Page
from dossier.pages.texts import Link, Target


def entity_page(entity: Entity, view: View, previous: Link | None, following: Link | None) -> Page:
    """Names, cited summary, facts, timeline, claims, mentions in context, references."""
    body = _body(entity, view)
    kind = view.kind_of(entity.id)
    return Page(
        language=view.language,
        path=view.target(entity.id).path,
        title=view.name(entity.id),
        description=view.description(entity.summary),
        body=body,
        record=entity.where,
        version=entity.version,
        headings=tuple(_headings(body, view)),
        crumbs=(Link(view.words.pick(kind.many), Target(kind.section)),),
        previous=previous,
        next=following,
    )


def _body(entity: Entity, view: View) -> EntityBody:
    citing = Citing(view)
    claims = view.index.claims_about.get(entity.id, ())
    mentions = view.index.mentions_of.get(entity.id, ())
    rows = timeline(claims, view, citing, own_page=True)
    return EntityBody(
        names=tuple(_names(entity, view)),
        aliases=tuple(_aliases(entity, view)),
        meant_only=bool(mentions) and all(mention.manner == "meant" for mention in mentions),
        summary=citing.rich(entity.summary),
        facts=tuple(fact_rows(entity, view, citing)),
        timeline=rows,
        claims=claim_section(claims, view, citing, but=entity.id),
        gaps=entity_gaps(entity, view, citing),
        all_gaps=GAPS,
        contexts=contexts(mentions, view),
        references=citing.references(),
        mention_count=len(mentions),
        map=map_of_place(entity, view),
        connections=connections(entity, view),
        overview=overview(rows, len(claims) - len(rows), view),
    )


def _names(entity: Entity, view: View) -> Iterable[Name]:
    """The name in other languages, each spelling once; the page's own is its title."""
    said = {view.name(entity.id)}
    for language, name in entity.names.items():
        if name not in said:
            said.add(name)
            yield Name(name, language, language_name(language, view.language))


def _aliases(entity: Entity, view: View) -> Iterable[Name]:
    for language, aliases in entity.aliases.items():
        for alias in aliases:
            yield Name(alias, language, language_name(language, view.language))


def _headings(body: EntityBody, view: View) -> Iterable[Heading]:
    say = view.words.say
    sections = {
        "summary": (body.summary, say("Summary")),
        "timeline": (body.timeline, say("Timeline")),
        "claims": (body.claims.groups, say("Claims")),
        "connections": (body.connections, say("Connections")),
        "gaps": (body.gaps, say("What we do not know")),
        "mentions": (body.contexts, say("In the sources")),
        "references": (body.references, say("References")),
    }
    return (Heading(id_, words) for id_, (rows, words) in sections.items() if rows)
