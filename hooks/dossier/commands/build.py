"""``dossier build``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell

HELP = "build the site and put it in place once it is whole"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--strict", action="store_true", help="warnings stop the build")
    parser.add_argument(
        "--offline", action="store_true", help="make a folder to open from disk, and a zip of it"
    )
    parser.add_argument(
        "--jobs", type=_number, default=0, metavar="N", help="render in so many processes (default: by size)"
    )
    parser.add_argument("--no-cache", action="store_true", help="work everything out anew, and keep nothing")
    parser.add_argument("--profile", action="store_true", help="say at the end what each stage took")
    parser.add_argument("--output", type=Path, help="where to (default: site, or site-offline)")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write 1 or more")
    return int(text)


def run(root: Path, options: argparse.Namespace) -> int:
    """Check, build beside the target, swap."""
    from dossier.load import load
    from dossier.manner import Manner
    from dossier.publish import BuildError, publish

    # Checked first, so that problems come as a list and not amid the theme's own messages.
    _, problems = load(root)
    if tell(problems, strict=options.strict):
        return 1
    target = options.output or root / ("site-offline" if options.offline else "site")
    manner = Manner(jobs=options.jobs, cache=not options.no_cache, profile=options.profile)
    try:
        archive = root / "dist" / "dossier-offline.zip" if options.offline else None
        publish(
            root,
            target.resolve(),
            strict=options.strict,
            offline=options.offline,
            archive=archive,
            manner=manner,
        )
    except BuildError as error:
        announce(f"nothing was published{f': {error}' if str(error) else ''}")
        return 1
    except OSError as error:
        announce(f"nothing was published: {error.strerror or error}: {error.filename or target}")
        return 1
    announce(f"the site is in {target}")
    return 0
