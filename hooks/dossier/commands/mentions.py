"""``dossier mentions``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell

HELP = "find every mention in the articles and write them as JSON lines"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument(
        "--jsonl", type=Path, metavar="FILE", required=True, help="where to; - for the terminal"
    )
    parser.add_argument(
        "--all", action="store_true", help="names inside longer names, and what is only meant, too"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="work out the forms of all names anew, and keep nothing"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Read, check, link, and write a line for each mention."""
    from dossier.cache import remembered
    from dossier.exports.mentions import mention_lines
    from dossier.link import link
    from dossier.load import load
    from dossier.write.files import write_if_changed

    dossier, problems = load(root)
    if dossier is None:
        return tell(problems)
    with remembered(root, use=not options.no_cache) as memo:
        linked, found = link(dossier, memo)
    problems.found.extend(found)
    lines = list(mention_lines(linked, hidden=options.all))
    text = "".join(f"{line}\n" for line in lines)
    if str(options.jsonl) == "-":
        print(text, end="")
    else:
        write_if_changed(options.jsonl, text)
    status = tell(problems)
    announce(f"{len(lines)} mentions")
    return status
