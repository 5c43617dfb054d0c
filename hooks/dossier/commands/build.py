"""``dossier build``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell
from dossier.manner import ENGINES

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
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=ENGINES[0],
        help="who links and renders: processes of this machine, or a Dask cluster (default: %(default)s)",
    )
    parser.add_argument("--no-cache", action="store_true", help="work everything out anew, and keep nothing")
    parser.add_argument("--profile", action="store_true", help="say at the end what each stage took")
    parser.add_argument("--output", type=Path, help="where to (default: site, or site-offline)")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write 1 or more")
    return int(text)


def _asked(options: argparse.Namespace) -> str:
    """As much of what was asked for as the site depends on."""
    return f"strict={options.strict} offline={options.offline}"


def run(root: Path, options: argparse.Namespace) -> int:
    """Check, build beside the target, swap; nothing of it where the site is up to date."""
    from dossier.cache import remembered
    from dossier.cluster import is_installed
    from dossier.load import load
    from dossier.manner import DASK, Manner
    from dossier.paths import real
    from dossier.publish import BuildError, publish
    from dossier.theme_process import refusal
    from dossier.unchanged import inputs_of, is_up_to_date, note

    if options.engine == DASK and not is_installed():
        announce("Dask is not installed; install it with  pip install 'dossier[dask]'")
        return 2
    target = options.output or root / ("site-offline" if options.offline else "site")
    archive = root / "dist" / "dossier-offline.zip"
    made = [target.absolute(), *([archive] if options.offline else [])]
    remembers = not (options.no_cache or options.profile)
    inputs = inputs_of(root, made, _asked(options)) if remembers else None
    if inputs and is_up_to_date(root, inputs, made):
        announce(f"nothing has changed; the site is in {target}")
        return 0
    # Checked first, so that problems come as a list and not amid the theme's own messages.
    with remembered(root, use=not options.no_cache) as memo:
        _, problems = load(root, memo)
        memo.keep(memo.known)
    if tell(problems, strict=options.strict):
        return 1
    manner = Manner(
        jobs=options.jobs, cache=not options.no_cache, profile=options.profile, engine=options.engine
    )
    try:
        silent = publish(
            root,
            real(target),
            strict=options.strict,
            offline=options.offline,
            archive=archive if options.offline else None,
            manner=manner,
        )
    except BuildError as error:
        announce(f"nothing was published{f': {error}' if str(error) else ''}")
        return 1
    except OSError as error:
        announce(f"nothing was published: {refusal(error, str(target))}")
        return 1
    # What was said must be said again; and what changed meanwhile may be in the site or not.
    if inputs and silent and not problems.found and inputs == inputs_of(root, made, _asked(options)):
        note(root, inputs, made)
    announce(f"the site is in {target}")
    return 0
