"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.compose.backlinks import backlinks
from dossier.compose.citing import Citing
from dossier.compose.claim_section import claim_section
from dossier.compose.claims import claim_line
from dossier.compose.gaps import GAPS, count_gaps
from dossier.compose.named import named
from dossier.compose.remarks import remark_row
from dossier.compose.segments import pieces
from dossier.compose.translations import article_translation, translated_rows
from dossier.compose.view import View, cut
from dossier.exports.dublin_core import dublin_core
from dossier.exports.references import EACH, downloads
from dossier.i18n.names import language_name
from dossier.model import UNKNOWN, Locator, Mention, Paragraph, Remark, Source
from dossier.pages.facts import FactRow, FactValue
from dossier.pages.page import Heading, Page
from dossier.pages.references import Cited
from dossier.pages.sources import ParagraphRow, SourceBody
from dossier.pages.texts import Link, Support, Target


def source_page(source: Source, view: View, previous: Link | None, following: Link | None) -> Page:
    """Provenance, the paragraphs with names and notes, the claims that rest on it, who is named."""
    body = _body(source, view)
    title, description = announced(source, view)
    return Page(
        language=view.language,
        path=f"sources/{source.key}",
        title=title,
        description=description,
        body=body,
        record=source.where,
        version=source.version,
        headings=tuple(_headings(body, view)),
        crumbs=(Link(view.words.say("Sources"), Target("sources")),),
        previous=previous,
        next=following,
        cited_as=view.words.say("{title} (annotated article)", title=title),
        metas=tuple(dublin_core(view.work(source.key))),
    )


def announced(source: Source, view: View) -> tuple[str, str]:
    """Title and description of the page."""
    title, day = view.source_title(source.key), view.words.date(source.date)
    return title, cut(f"{day.removesuffix('.')}. {title}. {_opening(source, view)}")


def _opening(source: Source, view: View) -> str:
    """The first paragraph, in the reader's language if it is translated."""
    first = translated_rows(source, view).get(1)
    return (first and first.text) or source.paragraphs[0].text


def _body(source: Source, view: View) -> SourceBody:
    citing = Citing(view)
    translated = translated_rows(source, view)
    numbered = dict(enumerate(source.remarks(), 1))
    mentions = [m for p in source.paragraphs for m in view.index.mentions_in.get((source.key, p.number), ())]
    shown = {view.kind_of(mention.entity).id for mention in mentions if mention.shown}
    return SourceBody(
        language=source.language,
        language_name=language_name(source.language, view.language),
        facts=tuple(_provenance(source, view)),
        sha256=source.sha256,
        received=source.received,
        legend=tuple(
            (kind.marker, view.words.pick(kind.one))
            for kind in view.dossier.kinds.values()
            if kind.id in shown
        ),
        paragraphs=tuple(
            replace(_paragraph(source, p, numbered, view, citing), translation=translated.get(p.number))
            for p in source.paragraphs
        ),
        claims=claim_section(source.claims, view, citing),
        named=tuple(named(mentions, view)),
        cited=Cited(
            view.note(source.key),
            downloads(f"{EACH}/{source.key}"),
        ),
        references=citing.references(found_by_programs=False),
        translation=article_translation(source, view),
    )


def _provenance(source: Source, view: View) -> Iterable[FactRow]:
    """What is known of where the article comes from; what is not is said so."""
    reference = view.dossier.references[source.key]
    say = view.words.say
    yield FactRow(say("Published"), (_plain(view.words.date(source.date), source.date),))
    yield FactRow(say("Language"), (_plain(language_name(source.language, view.language)),))
    for field, label in (("publisher", say("Publisher")), ("url", say("Address"))):
        value = reference.fields.get(field, UNKNOWN)
        yield FactRow(label, (_plain(say("unknown") if value == UNKNOWN else value, value),))
    authors = [f"{given} {family}".strip() for family, given in reference.persons.get("author", ())]
    for author in authors:
        yield FactRow(say("Author"), (_plain(say("unknown") if author == UNKNOWN else author, author),))
    if source.credits:
        yield FactRow(
            say("Credits"), tuple(_plain(f"{c.name} ({_credit(c.role, view)})") for c in source.credits)
        )
    unknown = count_gaps(source, view)
    if unknown:
        words = view.words.count(unknown, "{n} gap", "{n} gaps")
        yield FactRow(say("What we do not know"), (FactValue(words, Support(), GAPS),))
    if source.relays:
        passed_on = dict.fromkeys(relay.entity for relay in source.relays)
        values = tuple(FactValue(view.name(id_), Support(), view.target(id_)) for id_ in passed_on)
        yield FactRow(say("Passes on"), values)


def _credit(role: str, view: View) -> str:
    say = view.words.say
    return {"photo": say("photo"), "text": say("text"), "editor": say("editor")}[role]


def _plain(text: str, raw: str = "") -> FactValue:
    return FactValue(text, Support(), unknown=raw == UNKNOWN)


def _paragraph(
    source: Source, paragraph: Paragraph, numbered: dict[int, Remark], view: View, citing: Citing
) -> ParagraphRow:
    here = {n: note for n, note in numbered.items() if note.quote.paragraph == paragraph.number}
    mentions = view.index.mentions_in.get((source.key, paragraph.number), ())
    locator = Locator(source.key, paragraph.number)
    return ParagraphRow(
        number=paragraph.number,
        pieces=pieces(paragraph.text, [m for m in mentions if m.shown], here, view),
        notes=tuple(remark_row(number, remark, view, citing) for number, remark in here.items()),
        meant=tuple(view.link(id_) for id_ in _meant(mentions)),
        claims=tuple(claim_line(claim, view) for claim in view.index.claims_resting_on.get(locator, ())),
        cited_by=tuple(backlinks(locator, view)),
    )


def _meant(mentions: Iterable[Mention]) -> Iterable[str]:
    return dict.fromkeys(mention.entity for mention in mentions if mention.manner == "meant")


def _headings(body: SourceBody, view: View) -> Iterable[Heading]:
    yield Heading("text", view.words.say("The article"))
    if body.named:
        yield Heading("named", view.words.say("Named here"))
    if body.claims.groups:
        yield Heading("claims", view.words.say("Claims that rest on it"))
    yield Heading("cite", view.words.say("How to cite it"))
    if body.references:
        yield Heading("references", view.words.say("References"))
