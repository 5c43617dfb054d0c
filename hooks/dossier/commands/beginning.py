"""The files that ``dossier new`` writes: all of them or none, and none over another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from dossier.check.dossier import RESERVED_IDS
from dossier.check.schema import LANGUAGE, is_id
from dossier.commands.telling import announce, refuse
from dossier.exports.stubs import entity_record
from dossier.i18n.romanise import slug
from dossier.layout.canonical import canonical
from dossier.model import Kind
from dossier.problems import Problems
from dossier.raw import RawDossier
from dossier.schemas import of_records
from dossier.write.files import replace_file

BIBLIOGRAPHY = "data/references.bib"


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
    wrong = in_the_way(id_, known)
    if wrong:
        return refuse(wrong)
    file = f"data/{kind.section}/{id_}.yml"
    text = entity_record(id_, kind, name.strip(), language, raw.settings.languages)
    text = canonical(text, of_records(raw, Problems())[kind.id])
    return written(root, {file: text}) or told([file], "fill in what is empty, then run  make check")


def in_the_way(id_: str, known: Mapping[str, str]) -> str:
    """Why a record cannot have this id; empty if it can."""
    if not is_id(id_) or id_ in RESERVED_IDS:
        return f"“{id_}” is no id; choose one of a-z, 0-9 and single hyphens:  --id …"
    if id_ in known:
        return f"“{id_}” is there already, in {known[id_]}; choose another:  --id …"
    return ""


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


def told(files: list[str], next_: str) -> int:
    """Say what was written and what comes next."""
    announce(f"wrote {', '.join(files)}")
    announce(next_)
    return 0
