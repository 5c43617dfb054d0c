"""``dossier forms``: the page on which records are edited in the browser."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell
from dossier.problems import Problems
from dossier.raw import Mapping, RawDossier, Scalar, listed

HELP = "write the page with forms for all records, which runs Decap CMS"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument(
        "library", type=Path, metavar="PACKAGE", help="the packed decap-cms, as  npm pack  fetches it"
    )
    parser.add_argument(
        "--output", type=Path, default=Path("site/admin"), help="folder (default: site/admin)"
    )
    parser.add_argument(
        "--proxy", default="", metavar="URL", help="write through decap-server at this address"
    )
    parser.add_argument(
        "--login", default="", metavar="URL", help="the server that hands over GitHub’s token (OAuth)"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the page; 1 if the records' kinds cannot be read, 2 if there is no place to send changes to."""
    from dossier.check.kinds import check_kinds
    from dossier.forms.config import backend, configuration
    from dossier.forms.page import library, page
    from dossier.memo import Memo
    from dossier.read.project import read
    from dossier.schemas import of_records
    from dossier.write.files import write_if_changed

    raw, problems = read(root, Memo())
    if raw is None:
        return tell(problems)
    found = Problems()
    schemas = of_records(raw, found)
    if found.fatal():
        return tell(found)
    place = backend(raw.settings, options.login, options.proxy)
    if place is None:
        announce("repo_url in mkdocs.yml is no repository of GitHub; for work on this machine say --proxy")
        return 2
    try:
        parts = library(options.library.read_bytes())
    except (OSError, ValueError) as error:
        announce(f"{options.library} {getattr(error, 'strerror', None) or error}")
        return 2
    kinds = check_kinds(raw.kinds, raw.settings.languages, Problems()).kinds
    folder = root / options.output
    for name, text in page(configuration(raw.settings, kinds.values(), schemas, place), _lists(raw)).items():
        write_if_changed(folder / name, text)
    for name, content in parts.items():
        (folder / name).write_bytes(content)
    announce(f"wrote the forms to {options.output}")
    return 0


def _lists(raw: RawDossier) -> dict[str, list[dict[str, str]]]:
    """What ids are chosen from: each with words to search it by, which are its names in all languages."""
    records = [one for folder in raw.folders.values() for one in folder]
    entities = {one.id: _names(one.node) for one in records if isinstance(one.node, Mapping)}
    claims = [claim.items.get("id") for one in raw.sources for claim in listed(one.node, "claims")]
    ids = [one.text for one in claims if isinstance(one, Scalar)]
    return {
        "entities": [
            *({"value": key, "label": " · ".join([*names, key])} for key, names in sorted(entities.items())),
            {"value": "none", "label": "none"},
        ],
        "claims": [{"value": one, "label": one} for one in sorted(ids)],
        "sources": [{"value": one.id, "label": one.id} for one in raw.sources],
    }


def _names(node: Mapping) -> list[str]:
    names = node.items.get("names")
    values = names.items.values() if isinstance(names, Mapping) else ()
    return list(dict.fromkeys(one.text for one in values if isinstance(one, Scalar)))
