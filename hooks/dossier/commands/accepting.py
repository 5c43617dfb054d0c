"""``dossier i18n --accept``: writes down what translations are made from, and changes nothing else in a file.

A line of a list of texts and a fingerprint in a translation are put where they belong in the text of the
file, so that comments, order and layout stay an editor's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingABC
from pathlib import Path

from dossier.commands.telling import announce
from dossier.i18n.coverage import Translated, coverage, left_over
from dossier.i18n.fingerprint import PATTERN, fingerprint
from dossier.model import Dossier
from dossier.problems import Location, Problems, did_you_mean
from dossier.raw import Mapping, Scalar, listed
from dossier.read.yaml_nodes import parse
from dossier.write.files import replace_file

_TIE = re.compile(rf"([^\s:#]+): +({PATTERN})(?: +machine)?\s*")


def accept(root: Path, dossier: Dossier, languages: Iterable[str], paths: list[str]) -> int:
    """Tie the translations in the files or folders ``paths``, or all; the exit status."""
    languages = set(languages)
    found = [one for one in coverage(dossier) if one.language in languages and one.state != "missing"]
    gone = {(language, key): tie for language, key, tie in left_over(dossier) if language in languages}
    places = {place for one in found for place in _places(one)} | {tie.where.file for tie in gone.values()}
    for path in paths:
        if not any(_is_within(place, path) for place in places):
            hint = did_you_mean(path, places)
            announce(f"{path} holds no translation{f'; {hint}' if hint else ''}")
            return 2
    chosen = [one for one in found if _is_chosen(_places(one), paths)]
    dropped = [at for at, tie in gone.items() if _is_chosen([tie.where.file], paths)]
    try:
        written = [
            name for name, text in _changed(root, dossier, chosen, dropped) if _write(root / name, text)
        ]
    except OSError as error:
        announce(f"{error.filename} could not be written: {error.strerror}")
        return 2
    announce(f"wrote {', '.join(written)}" if written else "every translation was tied already")
    return 0


def _places(one: Translated) -> list[str]:
    """The files by which a translation may be meant."""
    ties = f"data/translations/{one.language}/texts.yml"
    return [one.where.file] if one.is_paragraph else [one.where.file, ties]


def _is_within(file: str, path: str) -> bool:
    path = path.removeprefix("./").rstrip("/")
    return file == path or file.startswith(f"{path}/")


def _is_chosen(places: Iterable[str], paths: list[str]) -> bool:
    return not paths or any(_is_within(place, path) for place in places for path in paths)


def _changed(
    root: Path, dossier: Dossier, chosen: Iterable[Translated], dropped: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """File → its text with the ties."""
    texts: dict[str, dict[str, str]] = {}
    paragraphs: dict[str, dict[int, str]] = {}
    base = dossier.settings.default_language
    for one in chosen:
        if one.is_paragraph:
            number = int(one.part.removeprefix("p"))
            source = dossier.sources[one.record.removeprefix("sources/")]
            paragraphs.setdefault(one.where.file, {})[number] = fingerprint(source.paragraph(number).text)
        else:
            key = f"{one.record}/{one.part}"
            file = f"data/translations/{one.language}/texts.yml"
            texts.setdefault(file, {})[key] = fingerprint(dossier.texts[key][base])
    gone: dict[str, set[str]] = {}
    for language, key in dropped:
        gone.setdefault(f"data/translations/{language}/texts.yml", set()).add(key)
    for file in sorted({*texts, *gone}):
        yield file, tied(_read(root / file), texts.get(file, {}), gone.get(file, set()))
    for file, wanted in sorted(paragraphs.items()):
        yield file, fingerprinted(_read(root / file), wanted)


def _read(path: Path) -> str:
    """The text with the line ends it has; empty where there is no file."""
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _write(path: Path, text: str) -> bool:
    if _read(path) == text:
        return False
    replace_file(path, text)
    return True


def tied(text: str, wanted: MappingABC[str, str], gone: Iterable[str] = ()) -> str:
    """A list of texts with these fingerprints and without the lines of texts that are gone.

    New lines stand before the first that is greater; what else stands in the file stays.
    """
    carriage = "\r" if "\r\n" in text else ""
    old = text.removesuffix("\n").split("\n") if text else []
    new = sorted(set(wanted) - {match[1] for match in map(_TIE.fullmatch, old) if match})
    lines: list[str] = []
    for line in old:
        match = _TIE.fullmatch(line)
        while match and new and new[0] < match[1]:
            lines.append(f"{new[0]}: {wanted[new.pop(0)]}{carriage}")
        if match and match[1] in wanted:
            lines.append(line[: match.start(2)] + wanted[match[1]] + line[match.end(2) :])
        elif not match or match[1] not in gone:
            lines.append(line)
    lines += (f"{key}: {wanted[key]}{carriage}" for key in new)
    return "".join(f"{line}\n" for line in lines)


_LINES = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+")
"""Lines as YAML counts them, with their ends (YAML 1.1, production b-break)."""


def fingerprinted(text: str, wanted: MappingABC[int, str]) -> str:
    """A translation of an article whose paragraphs say of which text they are, by their numbers."""
    lines = _LINES.findall(text)
    # From the end, so that a place stands while what is behind it changes.
    for item in reversed(listed(parse(text, "", Problems()), "paragraphs")):
        number = item.items.get("p")
        if isinstance(number, Scalar) and int(number.text) in wanted:
            _put(lines, item, number.where, wanted[int(number.text)])
    return "".join(lines)


def _put(lines: list[str], item: Mapping, number: Location, made_from: str) -> None:
    """In place of the fingerprint that is there, else behind the number."""
    there = item.items.get("of")
    start = item.where.column - 1
    if there is not None:
        _replace(lines, there.where, PATTERN, made_from)
    elif lines[item.where.line - 1][start : start + 1] == "{":
        _replace(lines, number, r"([\"']?\d+[\"']?)", rf"\g<1>, of: {made_from}")
    else:
        end = "\r\n" if lines[number.line - 1].endswith("\r\n") else "\n"
        lines[number.line - 1] = lines[number.line - 1].rstrip("\r\n") + end
        lines.insert(number.line, f"{' ' * (item.keys['p'].column - 1)}of: {made_from}{end}")


def _replace(lines: list[str], where: Location, pattern: str, by: str) -> None:
    """The first that fits at or behind a place."""
    line, at = lines[where.line - 1], where.column - 1
    lines[where.line - 1] = line[:at] + re.sub(pattern, by, line[at:], count=1)
