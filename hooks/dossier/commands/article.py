"""Takes in an article: what was received, its text, its lock, its record and its reference."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from dossier.check.schema import LANGUAGE
from dossier.checksums import LOCK_LIST, RECEIVED, Entry, with_entry
from dossier.commands.beginning import BIBLIOGRAPHY, in_the_way, told, written
from dossier.commands.opening import opened
from dossier.commands.receiving import Incoming, incoming
from dossier.commands.telling import refuse, tell
from dossier.exports.stubs import reference, source_record
from dossier.i18n import clues
from dossier.i18n.romanise import slug
from dossier.intake.taking import PAGE
from dossier.layout.canonical import canonical
from dossier.link import link
from dossier.link.editors.speakers import likely_speaker
from dossier.model import UNKNOWN, Mention
from dossier.paragraphs import header_date, split
from dossier.problems import Problems
from dossier.raw import RawDossier
from dossier.schemas import of_records
from dossier.write.files import replace_file

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_SHOWN = 70
_COPIED = 500
"""Characters of what an editor may want to copy: a headline in full."""
Named = Mapping[int, list[Mention]]
"""Paragraph → who is named in it."""


def begin_source(
    root: Path, raw: RawDossier, path: Path, language: str | None, key: str | None, form: str | None
) -> int:
    """Write an article's files; the exit status."""
    if not language or not re.fullmatch(LANGUAGE, language):
        return refuse("say in which language the article is:  --language uk")
    problems = Problems()
    article = incoming(path, form, language, problems)
    if article is None:
        return tell(problems)
    date = header_date(article.text)
    key = key or "-".join(filter(None, [date, slug(path.stem, language)]))
    files = _files(article, path, key)
    wrong = _is_there(raw, article) or in_the_way(key, _known(raw)) or _taken(raw, files)
    if wrong:
        return refuse(wrong)
    record = f"data/sources/{key}.yml"
    form_of_record = partial(_record, raw, article, list(files), language, date)
    texts = {
        record: form_of_record({}),
        BIBLIOGRAPHY: _added(root / BIBLIOGRAPHY, reference(key, language, date or UNKNOWN)),
        LOCK_LIST: _locked(_text(root / LOCK_LIST), files),
    }
    failed = written(root, texts, {f"seeds/{name}": data for name, data in files.items()})
    if failed:
        return failed
    named = _named(root, key)
    if named:
        with suppress(OSError):  # the record stands without the names, too
            replace_file(root / record, form_of_record(named))
    made = [*(f"seeds/{name}" for name in files), record, BIBLIOGRAPHY, LOCK_LIST]
    return told(made, f"make suggest SOURCE={key}  lists names that nobody registered; then  make check")


def _files(article: Incoming, path: Path, key: str) -> dict[str, bytes]:
    """File in ``seeds/`` → bytes: the article's text first, then what it was taken from."""
    ending = "html" if article.form == PAGE else "txt"
    name = path.name if _SAFE.fullmatch(path.name) else f"{key}.{ending}"
    if article.taken is None:
        return {name: article.data}
    return {f"{key}.txt": article.text.encode("utf-8"), f"{RECEIVED}/{name}": article.data}


def _is_there(raw: RawDossier, article: Incoming) -> str:
    """Where the same bytes are already, as a sentence; empty if they are nowhere."""
    digest = hashlib.sha256(article.data).hexdigest()
    known = {one.sha256: one.where.file for one in raw.articles.values()}
    known |= {one.sha256: one.where.file for one in raw.received.values()}
    return f"the article is there already, as {known[digest]}" if digest in known else ""


def _known(raw: RawDossier) -> dict[str, str]:
    """Every source's key → the file that has it."""
    known = {record.id: record.where.file for record in raw.sources}
    return known | dict.fromkeys(raw.references.entries, BIBLIOGRAPHY)


def _taken(raw: RawDossier, files: Iterable[str]) -> str:
    """Which of the names is another file's, as a sentence; capitals do not tell files apart everywhere."""
    there = [*raw.articles, *(f"{RECEIVED}/{name}" for name in raw.received)]
    names = {name.casefold() for name in (*there, Path(LOCK_LIST).name, RECEIVED)}
    found = next((name for name in files if name.casefold() in names), None)
    return f"seeds/{found} is there already; rename the file if it is another article" if found else ""


def _locked(listed: str, files: Mapping[str, bytes]) -> str:
    for name, data in files.items():
        listed = with_entry(listed, Entry(hashlib.sha256(data).hexdigest(), name))
    return listed


def _record(
    raw: RawDossier, article: Incoming, files: list[str], language: str, date: str, named: Named
) -> str:
    """The record's file, with all that an editor should look at as comments."""
    said, remarks = (article.taken.said, article.taken.remarks) if article.taken else ((), ())
    to_look_at = {
        "What the page says of itself; where it is so, it belongs into data/references.bib:": [
            f"{name}: {_line(words, _COPIED)}" for name, words in said
        ],
        "How the text was taken from what was received:": [_line(one) for one in remarks],
        "To look at, paragraph by paragraph:": _clues(article.text, language, named),
    }
    received = files[1].removeprefix(f"{RECEIVED}/") if article.taken else ""
    text = source_record(files[0], language, dated=bool(date), received=received, to_look_at=to_look_at)
    return canonical(text, of_records(raw, Problems())["source"])


def _clues(article: str, language: str, named: Named) -> list[str]:
    """A line for each date and quotation of each paragraph, and one for who is named in it."""
    found = []
    for number, text in ((one.number, one.text) for one in split(article)):
        mentions = named.get(number, [])
        spans = clues.quotations(text)
        found += [f"p{number} date: {_line(words)}" for words in clues.dates(text, language)]
        for start, end in spans:
            speaker = likely_speaker(text, (start, end), spans, mentions, language)
            asked = f"said by {speaker}?" if speaker else "said by whom?"
            found.append(f"p{number} {asked} {_line(text[start:end])}")
        entities = dict.fromkeys(mention.entity for mention in mentions)
        found += [f"p{number} named: {', '.join(entities)}"] if entities else []
    return found


def _line(words: str, most: int = _SHOWN) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[:most]}…"


def _named(root: Path, key: str) -> Named:
    """Who is named in the article; nobody while the dossier has errors."""
    with opened(root) as (dossier, _, memo):
        if dossier is None:
            return {}
        linked, _ = link(dossier, memo)
    of_paragraph = linked.of_paragraph()
    return {number: found for (source, number), found in of_paragraph.items() if source == key}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _added(path: Path, entry: str) -> str:
    text = _text(path)
    return f"{text.rstrip()}\n\n{entry}" if text.strip() else entry
