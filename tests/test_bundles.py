"""Every style and script of ours reaches the pages, and few requests bring them."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_edge.bundles import BUNDLES
from tests.dossiers import PROJECT

ASSETS = PROJECT / "theme" / "assets"


def ours() -> set[str]:
    return {
        path.relative_to(PROJECT / "theme").as_posix()
        for kind in ("stylesheets", "javascripts")
        for path in (ASSETS / kind).rglob("*")
        if path.is_file()
    }


def asked_for(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', text)


def test_every_file_is_in_one_bundle_or_by_itself():
    bundled = [part for parts in BUNDLES.values() for part in parts]
    assert len(bundled) == len(set(bundled))
    assert ours() - set(bundled) == {"assets/stylesheets/fonts.css"}
    assert set(bundled) <= ours()


def test_a_bundle_holds_its_files_in_order(site: Path):
    for name, parts in BUNDLES.items():
        whole = (site / name).read_text(encoding="utf-8")
        places = [whole.index((PROJECT / "theme" / part).read_text(encoding="utf-8")) for part in parts]
        assert places == sorted(places)


def test_a_page_asks_for_few_files_and_each_is_there(site: Path):
    page = site / "index.html"
    files = asked_for(page)
    assert len(files) <= 8
    assert [file for file in files if not (page.parent / file).is_file()] == []
    named = {file for file in files if not re.search(r"\.min\.", file)}
    assert {"assets/stylesheets/fonts.css", *BUNDLES} == named


def test_nothing_of_ours_lies_in_the_site_unasked(site: Path):
    parts = {part for parts in BUNDLES.values() for part in parts} - set(BUNDLES)
    assert [part for part in sorted(parts) if (site / part).exists()] == []
