"""``dossier i18n``: how far the dossier is translated, and what waits for a translator."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.commands.telling import announce, tell
from dossier.problems import Problem, Severity
from dossier.report import report

if TYPE_CHECKING:
    from dossier.i18n.coverage import Translated
    from dossier.model import Dossier

HELP = "tell how far the dossier is translated, and which translations are stale or missing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--language", metavar="L", help="only this language")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--github", action="store_true", help="as annotations of GitHub Actions")
    parser.add_argument(
        "--check", action="store_true", help="exit with 1 if any is stale, missing or not tied"
    )
    parser.add_argument(
        "--accept",
        nargs="*",
        metavar="PATH",
        help="declare the translations of these files (or folders) to fit what they translate",
    )
    parser.add_argument("--all", action="store_true", help="with --accept: of all files")


def run(root: Path, options: argparse.Namespace) -> int:
    """Read and check; then accept, or report."""
    from dossier.load import load

    if (options.accept is not None) != bool(options.accept or options.all):
        announce("say which files to accept, or  --accept --all")
        return 2
    dossier, problems = load(root)
    if dossier is None:
        return tell(problems)
    languages = dossier.settings.languages
    if options.language not in (None, *languages):
        announce(f"the site is in {', '.join(languages)}, not in “{options.language}”")
        return 2
    chosen = [options.language] if options.language else list(languages)
    if options.accept is not None:
        from dossier.commands.accepting import accept

        return accept(root, dossier, chosen, options.accept)
    return _report(dossier, chosen, options)


def _report(dossier: Dossier, languages: list[str], options: argparse.Namespace) -> int:
    from dossier.i18n.coverage import coverage

    found = [one for one in coverage(dossier) if one.language in languages]
    waiting = list(_problems(dossier, found, languages))
    if options.json:
        print(json.dumps(_record(found, waiting), ensure_ascii=False, indent=1))
    elif waiting:
        print(report(waiting, "github" if options.github else "text"))
    for language in languages:
        announce(in_words(language, [one for one in found if one.language == language]))
    sys.stdout.flush()
    return 1 if options.check and waiting else 0


def summary(dossier: Dossier) -> str:
    """The counts of every language in one line."""
    from dossier.i18n.coverage import coverage

    found = groupby(coverage(dossier), key=lambda one: one.language)
    return "; ".join(in_words(language, of_language) for language, of_language in found)


def in_words(language: str, found: Iterable[Translated]) -> str:
    """The counts of a language in a line: ``ru: 57 current, 2 stale``."""
    from dossier.i18n.coverage import counted

    counts = {name.replace("untied", "not tied"): n for name, n in _ordered(counted(found)).items() if n}
    return f"{language}: {', '.join(f'{n} {name}' for name, n in counts.items()) or 'nothing to translate'}"


def _ordered(counts: Counter[str]) -> dict[str, int]:
    from dossier.i18n.coverage import UNTIED, State

    return {str(name): counts[name] for name in (*State, UNTIED)}


def _problems(dossier: Dossier, found: Iterable[Translated], languages: Iterable[str]) -> Iterator[Problem]:
    """What waits for an editor, by place."""
    from dossier.i18n.coverage import left_over

    waiting = [_problem(one) for one in found if one.is_open]
    for language, key, tie in left_over(dossier):
        if language in languages:
            message = f"there is no text “{key}” in “{language}”"
            hint = "delete the line, or let  dossier i18n --accept  do it"
            waiting.append(Problem("left-over-tie", tie.where, message, hint, Severity.WARNING))
    yield from sorted(waiting, key=lambda problem: (problem.where, problem.rule, problem.message))


def _problem(one: Translated) -> Problem:
    from dossier.i18n.coverage import State

    what = f"{one.record} {one.part}"
    accept = f"dossier i18n --language {one.language} --accept {one.where.file}"
    rule, message, hint = {
        State.MISSING: ("missing", f"{what} has no text in “{one.language}”", _add(one)),
        State.STALE: (
            "stale",
            f"{what} in “{one.language}” is made from an older text",
            f"compare it with the text as it is, mend it, then  {accept}",
        ),
    }.get(
        one.state,
        (
            "untied",
            f"nothing says from which text {what} in “{one.language}” is made",
            f"if it fits the text as it is,  {accept}",
        ),
    )
    return Problem(f"{rule}-translation", one.where, message, hint, Severity.WARNING)


def _add(one: Translated) -> str:
    if not one.is_written:
        return "create the file"
    return f"add  - {{p: {one.part[1:]}, text: …}}" if one.is_paragraph else f"add  {one.language}: …"


def _record(found: Iterable[Translated], waiting: Iterable[Problem]) -> dict[str, object]:
    """What ``--json`` prints: counts by language and file, then what waits."""
    from dossier.i18n.coverage import counted

    languages: dict[str, object] = {}
    for language, of_language in groupby(found, key=lambda one: one.language):
        listed = sorted(of_language, key=lambda one: one.where.file)
        files = {
            file: _ordered(counted(of_file))
            for file, of_file in groupby(listed, key=lambda one: one.where.file)
        }
        languages[language] = {**_ordered(counted(listed)), "files": files}
    return {"languages": languages, "waiting": json.loads(report(list(waiting), "json"))}
