"""``dossier mentions``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dossier.commands.opening import opened
from dossier.commands.telling import announce, tell
from dossier.memo import Memo
from dossier.model import LinkedDossier

HELP = "find every mention in the articles: tell what an editor should look at, or write JSON lines"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument(
        "--jsonl", type=Path, metavar="FILE", help="write the mentions instead; - for the terminal"
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="with --jsonl: names inside longer names, and what is only meant, too",
    )
    parser.add_argument(
        "--since",
        type=Path,
        metavar="FILE",
        help="compare with these JSON lines (default: those of the site as last built)",
    )
    parser.add_argument("--no-cache", action="store_true", help="work everything out anew, and keep nothing")


def run(root: Path, options: argparse.Namespace) -> int:
    """Read, check, link; then write a line for each mention, or print the table for editors."""
    from dossier.link import link

    with opened(root, cache=not options.no_cache) as (dossier, problems, memo):
        if dossier is None:
            return tell(problems)
        linked, found = link(dossier, memo)
        if options.jsonl is None:
            return _table(linked, options.since, root, memo)
    problems.found.extend(found)
    try:
        count = _write(linked, options.jsonl, hidden=options.all)
    except BrokenPipeError:
        raise
    except OSError as error:
        announce(f"{options.jsonl} cannot be written: {error.strerror}")
        return 2
    status = tell(problems, to=sys.stderr if str(options.jsonl) == "-" else None)
    announce(f"{count} mentions")
    return status


def _write(linked: LinkedDossier, target: Path, *, hidden: bool) -> int:
    from dossier.exports.mentions import mention_lines
    from dossier.write.files import write_if_changed

    lines = list(mention_lines(linked, hidden=hidden))
    text = "".join(f"{line}\n" for line in lines)
    if str(target) == "-":
        print(text, end="")
    else:
        write_if_changed(target, text)
    return len(lines)


def _table(linked: LinkedDossier, since: Path | None, root: Path, memo: Memo) -> int:
    """Print the table; its last part only where there is something to compare with."""
    from dossier.commands.table import table
    from dossier.exports.mentions import MENTIONS, changes, mention_lines, read_lines

    before = since or root / "site" / MENTIONS
    moved = None
    if since is not None or before.is_file():
        try:
            moved = changes(read_lines(before.read_text(encoding="utf-8")), mention_lines(linked))
        except (OSError, ValueError) as error:
            announce(f"{before} cannot be compared with: {error}")
            return 2
    for line in table(linked, moved, memo):
        print(line)
    return 0
