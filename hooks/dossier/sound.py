"""Which pages' links have to be followed: those that are new or have changed since all of them led somewhere.

A page that stands as it did links to what it did, so while no file has gone from the site, its links still
lead somewhere. That they did is remembered of the list of the site's files (:mod:`dossier.manifest`), in a
memo that nobody else can write (:mod:`dossier.cache`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dossier import links
from dossier.cache import FOLDER, remembered
from dossier.checksums import entries
from dossier.manifest import MANIFEST
from dossier.memo import digest

_SOUND = b"sound"


def to_follow(root: Path, site: Path, sums: Mapping[str, str], *, use: bool = True) -> list[str]:
    """The pages among a new site's files (name → SHA-256) whose links have to be followed.

    ``site`` is the one that was published last for the dossier under ``root``; without ``use`` of what is
    remembered, all have to be.
    """
    before = _sound_before(root, site) if use else {}
    is_less = bool(before.keys() - sums.keys())
    return [
        name
        for name, sha256 in sums.items()
        if name.endswith(".html") and (is_less or before.get(name) != sha256)
    ]


def note_sound(root: Path, site: Path) -> None:
    """Remember that every link of the site as it is published leads somewhere."""
    with remembered(root, _file(site)) as memo:
        memo.put(_name((site / MANIFEST).read_bytes()), _SOUND)
        memo.keep(memo.made)


def _sound_before(root: Path, site: Path) -> dict[str, str]:
    """The files of the published site, if all its links led somewhere; else none."""
    try:
        listed = (site / MANIFEST).read_bytes()
    except OSError:
        return {}
    with remembered(root, _file(site)) as memo:
        if memo.get(_name(listed)) != _SOUND:
            return {}
    return {one.name: one.sha256 for one in entries(listed.decode("utf-8", "replace")) if one}


def _name(listed: bytes) -> bytes:
    return digest("links", Path(links.__file__).read_bytes(), listed)


def _file(site: Path) -> str:
    return f"{FOLDER}/links-{digest('target', os.fsencode(site)).hex()}"
