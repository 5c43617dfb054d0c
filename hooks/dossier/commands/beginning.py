"""The files that ``dossier new`` writes: all of them or none, and none over another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dossier.check.dossier import RESERVED_IDS
from dossier.check.schema import LANGUAGE, is_id
from dossier.checksums import LOCK_LIST, Entry, with_entry
from dossier.commands.opening import opened
from dossier.commands.telling import announce, refuse, tell
from dossier.exports.stubs import entity_record, reference, source_record
from dossier.i18n import clues
from dossier.i18n.romanise import slug
from dossier.layout.canonical import canonical
from dossier.model import UNKNOWN, Kind, Mention
from dossier.paragraphs import header_date, split
from dossier.problems import Problems
from dossier.raw import RawDossier
from dossier.read.articles import MAX_ARTICLE
from dossier.read.text import decode, read_bytes
from dossier.schemas import of_records
from dossier.write.files import replace_file

BIBLIOGRAPHY = "data/references.bib"
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_SHOWN = 70


def begin_entity(
    root: Path, raw: RawDossier, kind: Kind, name: str, language: str | None, id_: str | None
) -> int:
    """Write the beginning of an entity's file; the exit status."""
    language = language or raw.settings.languages[0]
    if not re.fullmatch(LANGUAGE, language):
        return refuse(f"“{language}” is no code of a language, such as {raw.settings.languages[0]}")
    if not name.strip():
        return refuse("the name is empty")
    id_ = id_ or slug(name, language)
    known = {record.id: record.where.file for records in raw.folders.values() for record in records}
    in_the_way = _in_the_way(id_, known)
    if in_the_way:
        return refuse(in_the_way)
    file = f"data/{kind.section}/{id_}.yml"
    text = entity_record(id_, kind, name.strip(), language, raw.settings.languages)
    text = canonical(text, of_records(raw, Problems())[kind.id])
    return written(root, {file: text}) or _told([file], "fill in what is empty, then run  make check")


def begin_source(root: Path, raw: RawDossier, path: Path, language: str | None, key: str | None) -> int:
    """Take in an article: its bytes, its lock, its record and its reference; the exit status."""
    if not language or not re.fullmatch(LANGUAGE, language):
        return refuse("say in which language the article is:  --language uk")
    problems = Problems()
    data = read_bytes(path, str(path), MAX_ARTICLE, problems)
    text = decode(data, str(path), problems) if data is not None else None
    if data is None or text is None:
        return tell(problems)
    if _PAGE.match(text):
        return refuse(f"{path} is a web page; save its text alone, with a blank line between paragraphs")
    paragraphs = split(text)
    if not paragraphs:
        return refuse(f"{path} has no text")
    date = header_date(text)
    key = key or "-".join(filter(None, [date, slug(path.stem, language)]))
    name = path.name if _SAFE.fullmatch(path.name) else f"{key}.txt"
    known = {record.id: record.where.file for record in raw.sources}
    known |= dict.fromkeys(raw.references.entries, BIBLIOGRAPHY)
    in_the_way = _in_the_way(key, known)
    if name.casefold() in {other.casefold() for other in (*raw.articles, Path(LOCK_LIST).name)}:
        in_the_way = f"seeds/{name} is there already; rename the file if it is another article"
    digest = hashlib.sha256(data).hexdigest()
    same = next((other for other, article in raw.articles.items() if article.sha256 == digest), None)
    if same or in_the_way:
        return refuse(f"the article is there already, as seeds/{same}" if same else in_the_way)

    record = f"data/sources/{key}.yml"
    looked = [(one.number, one.text) for one in paragraphs]
    schema = of_records(raw, Problems())["source"]

    def form(named: Mapping[int, list[Mention]]) -> str:
        found = _clues(looked, language, named)
        return canonical(source_record(name, language, dated=bool(date), clues=found), schema)

    texts = {
        record: form({}),
        BIBLIOGRAPHY: _added(root / BIBLIOGRAPHY, reference(key, language, date or UNKNOWN)),
        LOCK_LIST: with_entry(_text(root / LOCK_LIST), Entry(digest, name)),
    }
    failed = written(root, texts, {f"seeds/{name}": data})
    if failed:
        return failed
    named = _named(root, key)
    if named:
        with suppress(OSError):  # the record stands without the names, too
            replace_file(root / record, form(named))
    files = [f"seeds/{name}", record, BIBLIOGRAPHY, LOCK_LIST]
    return _told(files, f"make suggest SOURCE={key}  lists names that nobody registered; then  make check")


def _in_the_way(id_: str, known: Mapping[str, str]) -> str:
    """Why a record cannot have this id; empty if it can."""
    if not is_id(id_) or id_ in RESERVED_IDS:
        return f"“{id_}” is no id; choose one of a-z, 0-9 and single hyphens:  --id …"
    if id_ in known:
        return f"“{id_}” is there already, in {known[id_]}; choose another:  --id …"
    return ""


def _clues(paragraphs: list[tuple[int, str]], language: str, named: Mapping[int, list[Mention]]) -> list[str]:
    """A line for each date and quotation of each paragraph, and one for who is named in it."""
    found = []
    for number, text in paragraphs:
        found += [f"p{number} date: {_line(words)}" for words in clues.dates(text, language)]
        found += [f"p{number} said by whom? {_line(words)}" for words in clues.quotations(text)]
        entities = dict.fromkeys(mention.entity for mention in named.get(number, []))
        found += [f"p{number} named: {', '.join(entities)}"] if entities else []
    return found


def _line(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"


def _named(root: Path, key: str) -> dict[int, list[Mention]]:
    """Paragraph → who is named in it; nobody while the dossier has errors."""
    from dossier.link import link

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


def written(root: Path, texts: Mapping[str, str], data: Mapping[str, bytes] | None = None) -> int:
    """Write all files, or leave all as they were; 2 with a sentence where one cannot be written."""
    before: dict[str, bytes | None] = {}
    name = ""
    try:
        for name, bytes_ in (data or {}).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            with (root / name).open("xb") as file:
                before[name] = None
                file.write(bytes_)
        for name, text in texts.items():
            known = (root / name).read_bytes() if (root / name).exists() else None
            replace_file(root / name, text)
            before[name] = known
    except OSError as error:
        for one, known in before.items():
            if known is None:
                (root / one).unlink()
            else:
                (root / one).write_bytes(known)
        return refuse(f"{name} could not be written: {error.strerror}")
    return 0


def _told(files: list[str], next_: str) -> int:
    announce(f"wrote {', '.join(files)}")
    announce(next_)
    return 0
