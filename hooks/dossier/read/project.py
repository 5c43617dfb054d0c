"""Reads a whole dossier: settings, kinds, records, articles, hashes, bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.memo import Memo
from dossier.problems import Problems
from dossier.raw import RawDossier, RawPage
from dossier.read import handwritten
from dossier.read.articles import MAX_ARTICLE, read_articles, read_lock_list, read_received
from dossier.read.assets import check_assets
from dossier.read.messages import read_messages
from dossier.read.records import children, record, records
from dossier.read.references import read_references
from dossier.read.settings import read_settings
from dossier.read.text import decode, read_bytes
from dossier.read.translations import read_translations

NOT_RECORDS = ("schema", "sources", "translations", "kinds.yml", "references.bib")
"""What stands in ``data/`` beside the folders of entities."""


def read(root: Path, memo: Memo) -> tuple[RawDossier | None, Problems]:
    """Everything on disk under ``root``; None when not even the settings can be read."""
    problems = Problems()
    settings = read_settings(root, problems)
    if settings is None:
        return None, problems
    folders = {
        folder.name: records(root, folder.name, problems)
        for folder in children(root, "data", problems)
        if folder.is_dir() and folder.name not in NOT_RECORDS
    }
    check_assets(root, settings.languages, problems)
    raw = RawDossier(
        settings=settings,
        kinds=record(root / "data" / "kinds.yml", "data/kinds.yml", problems),
        folders=folders,
        sources=records(root, "sources", problems),
        articles=read_articles(root, problems),
        received=read_received(root, problems),
        hashes=read_lock_list(root, problems),
        references=read_references(root, problems, memo),
        messages=read_messages(root, settings.languages, problems),
        pages=_pages(root, settings.languages, problems),
        translations=read_translations(root, problems),
    )
    return raw, problems


def _pages(root: Path, languages: Iterable[str], problems: Problems) -> tuple[RawPage, ...]:
    """Hand-written pages of the site's languages."""
    pages = []
    for language in languages:
        for path in _pages_below(root, f"docs/{language}", problems):
            name = path.relative_to(root).as_posix()
            data = read_bytes(path, name, MAX_ARTICLE, problems)
            text = decode(data, name, problems) if data is not None else None
            if text is not None:
                pages.append(handwritten.page(name, text, problems))
    return tuple(pages)


def _pages_below(root: Path, name: str, problems: Problems) -> Iterator[Path]:
    for path in children(root, name, problems):
        if path.is_dir():
            yield from _pages_below(root, path.relative_to(root).as_posix(), problems)
        elif path.suffix == ".md":
            yield path
