"""Articles with their editorial records: locked bytes, locked quotations, sound claims and notes."""

from __future__ import annotations

from collections.abc import Mapping

from dossier import paragraphs
from dossier.check.annotations import credited, decided, noted, relayed
from dossier.check.claims import check_claim_ids, claims
from dossier.check.context import Context
from dossier.check.received import check_unnamed, received
from dossier.check.relations import check_relations
from dossier.check.remarks import check_dating, gaps, said_dates
from dossier.check.schema import is_id
from dossier.check.shape import Shape
from dossier.check.source_record import SourceRecord
from dossier.check.unsettled import Unsettled, unsettled
from dossier.checksums import LOCK_LIST, RECEIVED
from dossier.model import Paragraph, Received, Source
from dossier.problems import Location, did_you_mean, nearest
from dossier.raw import RawArticle, RawDossier, RawRecord


def article_texts(raw: RawDossier) -> dict[str, tuple[Paragraph, ...]]:
    """Source key → paragraphs, for every record that names an article with text."""
    found = {}
    for record in raw.sources:
        article = raw.articles.get(_file(record))
        split = paragraphs.split(article.text) if article and article.text is not None else ()
        if split:
            found[record.id] = split
    return found


def _file(record: RawRecord, key: str = "file") -> str:
    """What the record names as its article, or under another key, be the record sound or not."""
    items = getattr(record.node, "items", None)
    return str(getattr(items.get(key), "text", "")) if isinstance(items, dict) else ""


def check_sources(
    raw: RawDossier, shape: Shape, texts: Mapping[str, tuple[Paragraph, ...]], context: Context
) -> dict[str, Source]:
    """Sound sources by key, the oldest first."""
    cited = {key.lower() for key in raw.references.entries}
    sources: dict[str, Source] = {}
    records: list[SourceRecord] = []
    taken: dict[str, str] = {}
    for raw_record in raw.sources:
        shaped = shape.check(raw_record.node, context.problems) if raw_record.node else None
        if shaped is None:
            taken[_file(raw_record)] = raw_record.id
            continue
        record = SourceRecord(raw_record.id, shaped, texts, context)
        article = _article(record, raw, taken)
        if article is not None:
            taken_from = received(record, raw)
            sources[record.key] = _source(record, raw_record, article, taken_from)
            records.append(record)
            if record.key not in cited:
                _report_uncited(record, raw_record.where)
    _check_unclaimed(raw, taken, context)
    check_unnamed(raw, {_file(record, "received") for record in raw.sources}, context)
    check_claim_ids(sources, context)
    whole = len(sources) == len(raw.sources)
    check_relations(records, sources, whole=whole, problems=context.problems)
    return dict(sorted(sources.items(), key=lambda item: (item[1].date, item[0])))


def _article(record: SourceRecord, raw: RawDossier, taken: dict[str, str]) -> RawArticle | None:
    name, where = record.shaped.data["file"], record.where("file")
    problems = record.context.problems
    article = raw.articles.get(name)
    if article is None:
        hint = did_you_mean(name, raw.articles) or "put the article into seeds/"
        problems.error("missing-article", where, f"there is no file seeds/{name}", hint)
        return None
    if name in taken:
        message = f"seeds/{name} already belongs to “{taken[name]}”"
        problems.error("duplicate-article", where, message, "one article, one record")
    taken[name] = record.key
    if not article.sha256:
        return None
    if article.text is not None and record.key not in record.texts:
        problems.error("empty", article.where, "the article has no text", "put it into seeds/ as received")
    _check_lock(record, raw, article)
    return article if record.key in record.texts else None


def _check_lock(record: SourceRecord, raw: RawDossier, article: RawArticle) -> None:
    """The bytes are those that were accepted; where not, what rests on the article says where they differ."""
    problems = record.context.problems
    accept = f"dossier lock {record.key}"
    locked = raw.hashes.get(record.shaped.data["file"])
    if locked is None:
        hint = f"if it is as received, accept it:  {accept}"
        problems.error("not-locked", article.where, f"the article has no line in {LOCK_LIST}", hint)
    elif locked[0] != article.sha256:
        message = f"the article is not the one locked in {locked[1].file}:{locked[1].line}"
        if article.text is not None:
            message += f"; {_standing(unsettled(raw, record.key, article.text))}"
        hint = f"restore the article as received, or accept the change:  {accept}"
        problems.error("altered-source", article.where, message, hint)


def _standing(found: Unsettled) -> str:
    places = sorted(problem.where for _, problem in found.broken)
    if not places:
        return "every quotation still stands"
    return f"{len(places)} of its quotations no longer stand, the first in {places[0]}"


def _report_uncited(record: SourceRecord, where: Location) -> None:
    if record.context.references.whole and is_id(record.key):
        hint = f"add  @online{{{record.key}, …}}  to data/references.bib"
        message = f"the source “{record.key}” has no entry in the bibliography"
        record.context.problems.error("no-reference", where, message, hint)


def _source(
    record: SourceRecord, raw_record: RawRecord, article: RawArticle, taken_from: Received | None
) -> Source:
    text = article.text or ""
    date = _date(record, text)
    dates = tuple(said_dates(record, date))
    check_dating(record, dates)
    return Source(
        key=record.key,
        file=record.shaped.data["file"],
        language=record.shaped.data["language"],
        date=date,
        text=text,
        sha256=article.sha256,
        paragraphs=record.texts[record.key],
        where=raw_record.where,
        credits=tuple(credited(record)),
        relays=tuple(relayed(record)),
        overrides=tuple(decided(record)),
        notes=tuple(noted(record)),
        dates=dates,
        gaps=tuple(gaps(record)),
        claims=tuple(claims(record, date)),
        formerly=tuple(record.shaped.data.get("formerly", ())),
        received=taken_from,
        version=raw_record.version,
    )


def _date(record: SourceRecord, text: str) -> str:
    header, written = paragraphs.header_date(text), record.shaped.data.get("date", "")
    if header and written and header != written:
        message = f"the record is dated {written}, the article’s header {header}"
        record.context.problems.error("wrong-date", record.where("date"), message, "leave the date out here")
    if not header and not written:
        hint = "add  date: 2025-10-28  or  date: unknown"
        record.context.problems.error(
            "missing-key", record.where(), "nothing says when it was published", hint
        )
    return str(header or written)


def _check_unclaimed(raw: RawDossier, taken: Mapping[str, str], context: Context) -> None:
    """Every article has a record, and every line of the lock list an article.

    A record that cannot be read may be that of any article, one with a misspelt file name that of the
    file it resembles; both have problems of their own.
    """
    unreadable = any(record.node is None for record in raw.sources)
    unclaimed = {name: one for name, one in raw.articles.items() if name not in taken and one.sha256}
    if unclaimed and not unreadable:
        astray = {_file(record) for record in raw.sources} - raw.articles.keys()
        meant = {nearest(name, raw.articles) for name in astray}
        for name in [name for name in unclaimed if name not in meant]:
            hint = f"create data/sources/<key>.yml with  file: {name}"
            context.problems.error("no-record", unclaimed[name].where, "the article has no record", hint)
    present = {*raw.articles, *(f"{RECEIVED}/{name}" for name in raw.received)}
    for name, (_, where) in raw.hashes.items():
        if name not in present:
            message = f"the locked article seeds/{name} is gone"
            context.problems.error("missing-article", where, message, "restore it, or delete this line")
