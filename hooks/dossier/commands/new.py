"""``dossier new``: begins a record, and never touches one that is there."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.checksums import LOCK_LIST
from dossier.commands.beginning import BIBLIOGRAPHY, begin_entity
from dossier.commands.telling import announce, tell
from dossier.intake.taking import FORMS
from dossier.problems import Problems, did_you_mean

HELP = "begin a record: of an entity by its name, or of a source by the file of its article"
SOURCE = "source"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("kind", metavar="KIND", help="source, or a kind of data/kinds.yml, such as person")
    parser.add_argument(
        "what",
        metavar="NAME|FILE",
        help="the entity’s name, or an article: plain text, a web page, or text from a PDF",
    )
    parser.add_argument(
        "--language", help="of the article (needed), or of the name (default: the site’s first)"
    )
    parser.add_argument("--id", help="the record’s id (default: made from the name, or from date and file)")
    parser.add_argument(
        "--format", choices=FORMS, help="what an article’s file is (default: told by its first bytes)"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the new files; 1 if the dossier or the article cannot be read, 2 if something is in the way."""
    from dossier.check.kinds import check_kinds
    from dossier.commands.article import begin_source
    from dossier.memo import Memo
    from dossier.read.project import read

    raw, problems = read(root, Memo())
    if raw is None:
        return tell(problems)
    kinds = check_kinds(raw.kinds, raw.settings.languages, Problems()).kinds
    if options.kind == SOURCE:
        broken = [one for one in problems.found if one.where.file in (BIBLIOGRAPHY, LOCK_LIST)]
        if broken:
            return tell(Problems(broken))
        return begin_source(root, raw, Path(options.what), options.language, options.id, options.format)
    if options.kind not in kinds:
        near = did_you_mean(options.kind, [SOURCE, *kinds])
        announce(f"there is no kind “{options.kind}”{f'; {near}' if near else ''}")
        return 2
    return begin_entity(root, raw, kinds[options.kind], options.what, options.language, options.id)
