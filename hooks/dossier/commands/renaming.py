"""The files that a renamed id changes: records, their translations, the bibliography, hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment

from dossier.check.schema import Schema
from dossier.i18n.fingerprint import fingerprint
from dossier.layout.canonical import canonical
from dossier.layout.ids import CLAIM, ENTITY, LOCATOR, PROSE, SOURCE, Renaming, renamed, with_former
from dossier.model import Dossier

BIBLIOGRAPHY = "data/references.bib"
_MACROS = {"entity": ENTITY, "timeline": ENTITY, "cite": LOCATOR}
_TIE = re.compile(r"^([^\s:#]+):( +)([0-9a-f]{12})\b", re.MULTILINE)


def changes(
    root: Path, dossier: Dossier, renaming: Renaming, schemas: Mapping[str, Schema]
) -> dict[str, str | None]:
    """File → its new text, None where it is gone; only files that change. ``schemas`` are those of records.

    ValueError, with a sentence, where an id is written so that it cannot be changed in place.
    """
    found: dict[str, str | None] = {}
    for name in sorted(schemas):
        if name.endswith("/texts.yml") or name == "data/kinds.yml":
            continue
        text = _read(root, name)
        target = _target(name, dossier, renaming)
        changed = _record(name, text, dossier, renaming)
        if changed != text and canonical(text, schemas[name]) == text:
            changed = canonical(changed, schemas[name])
        if target != name:
            found[name] = None
        if target != name or changed != text:
            found[target] = changed
    others = dict(_others(root, dossier, renaming))
    return found | {name: text for name, text in others.items() if text != _read(root, name)}


def _read(root: Path, name: str) -> str:
    return (root / name).read_bytes().decode("utf-8")


def _target(name: str, dossier: Dossier, renaming: Renaming) -> str:
    """Where a record stands afterwards."""
    old = Path(name)
    if old.stem != renaming.old or renaming.what == CLAIM:
        return name
    of_source = old.parts[1] in ("sources", "translations")
    sections = {kind.section for kind in dossier.kinds.values()}
    moves = of_source if renaming.what == SOURCE else old.parts[1] in sections
    return old.with_name(f"{renaming.new}.yml").as_posix() if moves else name


def _record(name: str, text: str, dossier: Dossier, renaming: Renaming) -> str:
    if renaming.old not in text and Path(name).stem != renaming.old:
        return text
    section = Path(name).parts[1]
    if section == "translations":
        return text
    kinds = {kind.section: kind for kind in dossier.kinds.values()}
    fields = [field.id for field in kinds[section].fields if field.type == ENTITY] if section in kinds else []
    try:
        changed = renamed(text, renaming, fields)
    except ValueError as error:
        line = f"{name}:{error.args[0]}"
        raise ValueError(
            f"{line}: “{renaming.old}” is broken over lines or escaped; write it whole"
        ) from None
    if renaming.what == CLAIM:
        own = next(one for one in dossier.claims() if one.id == renaming.old)
        is_own = own.where.file == name
        return with_former(changed, renaming.old, renaming.new, renaming.new) if is_own else changed
    if _target(name, dossier, renaming) != name:
        return with_former(changed, renaming.old, renaming.new)
    return changed


def _others(root: Path, dossier: Dossier, renaming: Renaming) -> Iterator[tuple[str, str]]:
    """Lists of what translations are made from, the bibliography, pages."""
    for path in sorted((root / "data/translations").glob("*/texts.yml")):
        name = path.relative_to(root).as_posix()
        yield name, _ties(_read(root, name), dossier, renaming)
    if renaming.what == SOURCE:
        key = re.compile(rf"(@\s*\w+\s*[{{(]\s*){renaming.old}(?=\s*,)", re.IGNORECASE)
        yield BIBLIOGRAPHY, key.sub(rf"\g<1>{renaming.new}", _read(root, BIBLIOGRAPHY))
    for language in dossier.settings.languages:
        for path in sorted((root / "docs" / language).rglob("*.md")):
            name = path.relative_to(root).as_posix()
            yield name, _page(_read(root, name), dossier, renaming)


def _ties(text: str, dossier: Dossier, renaming: Renaming) -> str:
    """Texts under their new names; what fitted the base text still does when that names the id."""
    base = dossier.settings.default_language

    def line(match: re.Match[str]) -> str:
        key, space, made_from = match.groups()
        words = dossier.texts[key].get(base, "") if key in dossier.texts else ""
        if made_from == fingerprint(words):
            made_from = fingerprint(renaming.applied(PROSE, words))
        return f"{_text_key(key, dossier, renaming)}:{space}{made_from}"

    return _TIE.sub(line, text)


def _text_key(key: str, dossier: Dossier, renaming: Renaming) -> str:
    steps = key.split("/")
    is_source = steps[0] == "sources"
    if renaming.what == CLAIM:
        if is_source and len(steps) > 3 and (steps[2], steps[3]) == ("claims", renaming.old):
            steps[3] = renaming.new
    elif len(steps) > 1 and steps[1] == renaming.old and is_source == (renaming.what == SOURCE):
        steps[1] = renaming.new
    return "/".join(steps)


def _page(text: str, dossier: Dossier, renaming: Renaming) -> str:
    """A hand-written page whose macros and links name the new id."""
    if renaming.old not in text:
        return text
    if re.search(r"^render_macros:\s*true", text, re.MULTILINE):
        text = _macros(text, renaming)
    if renaming.what == CLAIM:
        return re.sub(rf"(#claim-){renaming.old}(?![\w-])", rf"\g<1>{renaming.new}", text)
    sections = ["sources"] if renaming.what == SOURCE else [kind.section for kind in dossier.kinds.values()]
    folders = "|".join(map(re.escape, sections))
    return re.sub(
        rf"((?<![\w-])(?:{folders})/){renaming.old}(?=[/.#?)\"'\s>])", rf"\g<1>{renaming.new}", text
    )


def _macros(text: str, renaming: Renaming) -> str:
    """The first argument of each macro that takes an id; every other character as it was."""
    parts: list[str] = []
    names: list[str] = []
    for _, kind, value in Environment(autoescape=True, keep_trailing_newline=True).lex(
        text.replace("\r\n", "\n")
    ):
        role = _MACROS.get(names[-2], "") if names[-1:] == ["("] and len(names) > 1 else ""
        if kind == "string" and role and renaming.fits(role):
            value = value[0] + renaming.applied(role, value[1:-1]) + value[-1]
        if kind != "whitespace" and not (kind == "name" and value in ("id_", "locator")) and value != "=":
            names.append(value)
        parts.append(value)
    return "".join(parts).replace("\n", "\r\n") if "\r\n" in text else "".join(parts)
