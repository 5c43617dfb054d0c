"""Articles with their editorial records: locked bytes, locked quotations, sound claims and notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dossier import paragraphs
from dossier.check.context import Context
from dossier.check.quotes import lock
from dossier.check.schema import is_id
from dossier.check.shape import Shape, Shaped
from dossier.model import Claim, Credit, Note, Override, Paragraph, Quote, Relay, Source
from dossier.problems import Location, did_you_mean, nearest
from dossier.raw import RawArticle, RawDossier, RawRecord

NOBODY = "none"
"""What a mention says where its words name nobody."""


@dataclass(frozen=True, slots=True)
class _Record:
    """One source record under check."""

    key: str
    shaped: Shaped
    texts: Mapping[str, tuple[Paragraph, ...]]
    """Paragraphs of every article, by source key: evidence may stand in another one."""
    context: Context

    def list(self, part: str) -> Iterable[tuple[int, dict[str, Any]]]:
        return enumerate(self.shaped.data.get(part, []))

    def where(self, *path: str | int) -> Location:
        return self.shaped.where(*path)

    def quote(self, span: Mapping[str, Any], *path: str | int) -> Quote | None:
        """The locked span, or None and a problem."""
        source = span.get("source", self.key)
        if source not in self.context.paragraphs:
            where = self.where(*path, "source")
            hint = did_you_mean(source, self.texts) or "name a file of data/sources/, without .yml"
            self.context.problems.error("unknown-source", where, f"there is no source “{source}”", hint)
            return None
        if source not in self.texts:
            return None
        return lock(source, self.texts[source], span, self.where(*path, "quote"), self.context.problems)


def article_texts(raw: RawDossier) -> dict[str, tuple[Paragraph, ...]]:
    """Source key → paragraphs, for every record that names an article with text."""
    found = {}
    for record in raw.sources:
        article = raw.articles.get(_file(record))
        split = paragraphs.split(article.text) if article and article.text is not None else ()
        if split:
            found[record.id] = split
    return found


def _file(record: RawRecord) -> str:
    items = getattr(record.node, "items", None)
    return str(getattr(items.get("file"), "text", "")) if isinstance(items, dict) else ""


def check_sources(
    raw: RawDossier, shape: Shape, texts: Mapping[str, tuple[Paragraph, ...]], context: Context
) -> dict[str, Source]:
    """Sound sources by key, the oldest first."""
    cited = {key.lower() for key in raw.references.entries}
    sources: dict[str, Source] = {}
    taken: dict[str, str] = {}
    for raw_record in raw.sources:
        shaped = shape.check(raw_record.node, context.problems) if raw_record.node else None
        if shaped is None:
            taken[_file(raw_record)] = raw_record.id
            continue
        record = _Record(raw_record.id, shaped, texts, context)
        article = _article(record, raw, taken)
        if article is not None:
            sources[record.key] = _source(record, raw_record, article)
            if record.key not in cited:
                _report_uncited(record, raw_record.where)
    _check_unclaimed(raw, taken, context)
    _check_claim_ids(sources, context)
    return dict(sorted(sources.items(), key=lambda item: (item[1].date, item[0])))


def _article(record: _Record, raw: RawDossier, taken: dict[str, str]) -> RawArticle | None:
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
    locked = raw.hashes.get(name)
    if locked is None:
        hint = f"add this line to seeds/SHA256SUMS:  {article.sha256}  {name}"
        problems.error("not-locked", article.where, "the article has no line in seeds/SHA256SUMS", hint)
    elif locked[0] != article.sha256:
        hint = "restore the article as received; its bytes never change"
        message = f"the article is not the one locked in {locked[1].file}:{locked[1].line}"
        problems.error("altered-source", article.where, message, hint)
    return article if record.key in record.texts else None


def _report_uncited(record: _Record, where: Location) -> None:
    if record.context.references.whole and is_id(record.key):
        hint = f"add  @online{{{record.key}, …}}  to data/references.bib"
        message = f"the source “{record.key}” has no entry in the bibliography"
        record.context.problems.error("no-reference", where, message, hint)


def _source(record: _Record, raw_record: RawRecord, article: RawArticle) -> Source:
    text = article.text or ""
    return Source(
        key=record.key,
        file=record.shaped.data["file"],
        language=record.shaped.data["language"],
        date=_date(record, text),
        text=text,
        sha256=article.sha256,
        paragraphs=record.texts[record.key],
        where=raw_record.where,
        credits=tuple(_credits(record)),
        relays=tuple(_relays(record)),
        overrides=tuple(_overrides(record)),
        notes=tuple(_notes(record)),
        claims=tuple(_claims(record)),
    )


def _date(record: _Record, text: str) -> str:
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


def _credits(record: _Record) -> Iterable[Credit]:
    for index, data in record.list("credits"):
        quote = record.quote(data, "credits", index)
        if quote:
            yield Credit(quote, data["role"], data["name"])


def _relays(record: _Record) -> Iterable[Relay]:
    for index, data in record.list("relays"):
        quote = record.quote(data, "relays", index)
        if quote and record.context.entity(data["entity"], record.where("relays", index, "entity")):
            yield Relay(quote, data["entity"])


def _overrides(record: _Record) -> Iterable[Override]:
    for index, data in record.list("mentions"):
        path = ("mentions", index)
        quote = record.quote(data, *path)
        named = [*([data["entity"]] if "entity" in data else []), *data.get("entities", [])]
        if len(named) != len(set(named)) or not named or ("entity" in data and "entities" in data):
            hint = "write  entity: id,  entity: none  or  entities: [id, id]"
            message = "a mention names one entity, several different ones, or none"
            record.context.problems.error("bad-mention", record.where(*path), message, hint)
        ids = tuple(id_ for id_ in named if id_ != NOBODY)
        known = [record.context.entity(id_, _place_of(id_, data, record, path)) for id_ in ids]
        if ids and "as" not in data:
            hint = "add  as: name  (or role, adjective, description, metonym, sic, meant)"
            record.context.problems.error("missing-key", record.where(*path), "the mention has no “as”", hint)
        elif quote and all(known):
            yield Override(quote, ids, data.get("as", ""), record.where(*path))


def _place_of(id_: str, data: Mapping[str, Any], record: _Record, path: tuple[str | int, ...]) -> Location:
    """Where a mention names an entity."""
    listed = data.get("entities", [])
    return record.where(*path, *(("entities", listed.index(id_)) if id_ in listed else ("entity",)))


def _notes(record: _Record) -> Iterable[Note]:
    seen: set[str] = set()
    for index, data in record.list("notes"):
        path = ("notes", index)
        quote = record.quote(data, *path)
        record.context.texts(data["text"], record.shaped, *path, "text")
        if data["id"] in seen:
            message = f"the note “{data['id']}” stands here twice"
            record.context.problems.error("duplicate-id", record.where(*path, "id"), message, "rename one")
        seen.add(data["id"])
        if quote:
            yield Note(
                id=data["id"],
                quote=quote,
                kind=data["kind"],
                text=data["text"],
                where=record.where(*path),
                reading=data.get("reading", ""),
                background="basis" in data,
            )


def _claims(record: _Record) -> Iterable[Claim]:
    for index, data in record.list("claims"):
        path = ("claims", index)
        record.context.texts(data["text"], record.shaped, *path, "text")
        for part in ("about", "said_by"):
            for position, id_ in enumerate(data[part]):
                record.context.entity(id_, record.where(*path, part, position))
        evidence = [record.quote(e, *path, "evidence", i) for i, e in enumerate(data["evidence"])]
        yield Claim(
            id=data["id"],
            source=record.key,
            about=tuple(dict.fromkeys(data["about"])),
            date=data["date"],
            said_by=tuple(data["said_by"]),
            status=data["status"],
            text=data["text"],
            evidence=tuple(quote for quote in evidence if quote),
            where=record.where(*path),
        )


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
    for name, (_, where) in raw.hashes.items():
        if name not in raw.articles:
            message = f"the locked article seeds/{name} is gone"
            context.problems.error("missing-article", where, message, "restore it, or delete this line")


def _check_claim_ids(sources: Mapping[str, Source], context: Context) -> None:
    first: dict[str, Claim] = {}
    for source in sources.values():
        for claim in source.claims:
            if claim.id in first:
                message = f"the claim “{claim.id}” already stands in {first[claim.id].where}"
                context.problems.error("duplicate-id", claim.where, message, "rename one")
            first.setdefault(claim.id, claim)
