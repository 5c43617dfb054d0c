"""``dossier rename``: gives an entity, an article or a claim another id, wherever the old one is used."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.opening import opened
from dossier.commands.telling import announce, refuse, tell
from dossier.layout.ids import CLAIM, ENTITY, SOURCE, Renaming
from dossier.model import Dossier
from dossier.problems import Problems, did_you_mean

HELP = "give an entity, an article or a claim another id everywhere; its old address leads to the new one"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("old", metavar="OLD", help="the id, or an article’s key")
    parser.add_argument("new", metavar="NEW", help="what it is called from now on")
    parser.add_argument(
        "--what", choices=(ENTITY, SOURCE, CLAIM), help="whose id it is, where several have the same"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say which files would change")


def run(root: Path, options: argparse.Namespace) -> int:
    """Change all files or none; 1 if the dossier has errors, 2 if an id cannot be had or given."""
    from dossier.commands.renaming import changes
    from dossier.memo import Memo
    from dossier.read.project import read
    from dossier.schemas import record_schemas
    from dossier.write.together import replace_together

    with opened(root) as (dossier, problems, _):
        if dossier is None:
            return tell(problems)
    renaming = _asked(dossier, options.old, options.new, options.what)
    if isinstance(renaming, str):
        return refuse(renaming)
    raw, _ = read(root, Memo())
    assert raw is not None  # it was read a moment ago
    try:
        texts = changes(root, dossier, renaming, record_schemas(root, raw, Problems()))
        if options.dry_run:
            print("\n".join(_told(texts)))
            announce("nothing was written")
            return 0
        before = replace_together(root, texts)
    except ValueError as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(f"{error.filename} could not be written: {error.strerror}; nothing was changed")
    with opened(root) as (after, found, _):
        if after is None:
            replace_together(root, before)
            announce("nothing was changed, since the dossier would have errors then:")
            return tell(found)
    print("\n".join(_told(texts)))
    announce(f"{renaming.old} is {renaming.new} now; what led to the old address still arrives")
    return 0


def _told(texts: dict[str, str | None]) -> list[str]:
    return [f"{'delete' if text is None else 'write'} {name}" for name, text in sorted(texts.items())]


def _asked(dossier: Dossier, old: str, new: str, what: str | None) -> Renaming | str:
    """What to do, or why not."""
    from dossier.check.dossier import RESERVED_IDS
    from dossier.check.schema import is_id

    claims = {claim.id: claim for claim in dossier.claims()}
    known = {ENTITY: dossier.entities, SOURCE: dossier.sources, CLAIM: claims}
    having = [one for one, ids in known.items() if old in ids and what in (None, one)]
    if not having:
        near = did_you_mean(old, [id_ for one, ids in known.items() if what in (None, one) for id_ in ids])
        return f"there is no {what or 'entity, article or claim'} “{old}”{f'; {near}' if near else ''}"
    if len(having) > 1:
        both = " and ".join(f"that of one {one}" for one in having)
        return f"the id “{old}” is {both}; say which:  --what {having[0]}"
    if not is_id(new) or new in RESERVED_IDS:
        return f"“{new}” is no id; choose one of a-z, 0-9 and single hyphens"
    if new == old:
        return f"it is called “{old}” already"
    former = _former(dossier, having[0], old)
    if new in known[having[0]] or (having[0] == SOURCE and new in dossier.references):
        return f"the id “{new}” is taken already; choose another"
    if new in former:
        return f"“{new}” was the id of “{former[new]}” before, and leads there; choose another"
    return Renaming(having[0], old, new)


def _former(dossier: Dossier, what: str, but: str) -> dict[str, str]:
    """Former id → the id of whom, of all but one."""
    records = {
        ENTITY: [(one.id, one.formerly) for one in dossier.entities.values()],
        SOURCE: [(one.key, one.formerly) for one in dossier.sources.values()],
        CLAIM: [(one.id, one.formerly) for one in dossier.claims()],
    }[what]
    return {former: id_ for id_, ids in records if id_ != but for former in ids}
