"""``dossier init``: a new dossier for another team, with this one's generator and none of its content."""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from dossier.check.schema import LANGUAGE, kinds_schema
from dossier.commands.telling import announce, refuse
from dossier.layout.canonical import canonical
from dossier.paths import real

HELP = "begin a new dossier in an empty folder, with this one’s generator and none of its content"
GENERATOR = ("hooks", "theme", "locale", "tools", "Makefile", "pyproject.toml", "LICENSE", ".gitignore")
LOCKS = ("requirements.txt", "requirements-dev.txt", "babel.cfg")
_WRITTEN_IN = "en"
"""The language of the interface's words themselves."""
_LEFT = shutil.ignore_patterns("__pycache__", "*.egg-info")
_HOME = """---
title: {name}
render_macros: true
hide: [toc]
---

# {name}

{{{{ total("sources") }}}} · {{{{ total("claims") }}}} · {{{{ total("entities") }}}}

{{{{ latest() }}}}
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--name", help="the site’s name (asked for if it is missing)")
    parser.add_argument("--languages", help="codes, the default language first, as  en,uk  (asked for, too)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the new dossier; 2 if the folder holds anything or an answer makes no sense."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return refuse(f"{folder} is not empty; name another folder")
    try:
        name = options.name if options.name is not None else input("The site’s name: ")
        codes = options.languages if options.languages is not None else input("Languages (en,uk): ")
    except EOFError:
        return refuse("say what nobody can be asked:  --name … --languages …")
    name = " ".join(name.split())
    languages = [code.strip() for code in codes.split(",") if code.strip()]
    wrong = [code for code in languages if not re.fullmatch(LANGUAGE, code)]
    if not name or not languages or wrong or len(set(languages)) < len(languages):
        return refuse(
            f"“{wrong[0] if wrong else codes}” is no list of codes, such as  en,uk" if name else "no name"
        )
    if any(real(folder).is_relative_to(real(root / part)) for part in GENERATOR):
        return refuse(f"{folder} lies within the generator; name a folder beside it")
    try:
        _put(root, folder, name, languages)
    except OSError as error:
        return refuse(f"{error.filename or folder} could not be written: {error.strerror}")
    announce(f"{folder} holds a new dossier; next:  cd {folder} && make site")
    return 0


def _put(root: Path, folder: Path, name: str, languages: list[str]) -> None:
    """Write the dossier beside its place, then rename it in one step; OSError leaves nothing behind."""
    real(folder).parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=real(folder).parent) as staging:
        made = Path(staging) / "dossier"
        _write(root, made, name, languages)
        made.rename(real(folder))


def _write(root: Path, folder: Path, name: str, languages: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for part in (*GENERATOR, *LOCKS):
        if (root / part).is_dir():
            shutil.copytree(root / part, folder / part, ignore=_LEFT)
        else:
            shutil.copy(root / part, folder / part)
    texts = {
        "mkdocs.yml": _settings((root / "mkdocs.yml").read_text(encoding="utf-8"), name, languages),
        "data/kinds.yml": _kinds((root / "data/kinds.yml").read_text(encoding="utf-8"), languages),
        "README.md": f"# {_plain(name)}\n\n`make` alone lists what can be made.\n",
        "data/references.bib": "",
        "seeds/SHA256SUMS": "",
        **{f"docs/{code}/index.md": _HOME.format(name=_plain(name)) for code in languages},
    }
    template = (root / "locale/dossier.pot").read_text(encoding="utf-8")
    for code in languages:
        file = f"locale/{code}/LC_MESSAGES/dossier.po"
        if not (folder / file).exists() and code != _WRITTEN_IN:
            texts[file] = template  # nothing is translated yet, and English stands in
    for file, text in texts.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")


def _settings(text: str, name: str, languages: Iterable[str]) -> str:
    """``mkdocs.yml`` with another name and other languages, and everything else as it is."""
    quoted = _flow(name)
    lines = "".join(
        f"        - {_flow({'locale': code, 'name': _own_name(code)} | first)}\n"
        for code, first in (
            (code, {"default": True, "build": True} if not number else {"build": True})
            for number, code in enumerate(languages)
        )
    )
    for pattern, new in (
        (r"(?m)^site_name: .*$", f"site_name: {quoted}"),
        (r"(?m)^site_description: .*$", f"site_description: {quoted}"),
        (r"(?m)(?<=^      languages:\n)(?:        - .*\n)+", lines),
    ):
        text = re.sub(pattern, lambda _, new=new: new, text, count=1)  # type: ignore[misc]
    return text


def _own_name(code: str) -> str:
    """What a language calls itself (Unicode CLDR)."""
    try:
        own = Locale.parse(code, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return code
    return own[:1].upper() + own[1:] if own else code


def _kinds(text: str, languages: list[str]) -> str:
    """``kinds.yml`` with labels in these languages; English words wait where it has no others."""
    data = _relabelled(yaml.safe_load(text), languages)
    note = "# The kinds of entity, in the order in which the site shows them; change whatever does not fit.\n"
    written = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_flow_style=None)
    return canonical(note + str(written), kinds_schema(languages))


def _relabelled(value: Any, languages: list[str]) -> Any:
    if isinstance(value, Mapping):
        if value and all(isinstance(key, str) and re.fullmatch("[a-z]{2}", key) for key in value):
            return {code: value.get(code, next(iter(value.values()))) for code in languages}
        return {key: _relabelled(one, languages) for key, one in value.items()}
    return value


def _plain(name: str) -> str:
    """A name that neither Markdown nor a front matter takes for anything else."""
    return re.sub(r"[^\w\s.,–—-]", "", name).strip() or "Dossier"


def _flow(value: object) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000, sort_keys=False)
    return str(text).removesuffix("...\n").strip()
