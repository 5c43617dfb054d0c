"""A page is taken over from the last build only if it would be made again just so, and in doubt made anew."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bench.large import write
from dossier.build import Built, Place, build
from dossier.compose.reads import Reads, Row, Table
from dossier.memo import Memo
from dossier.search.documents import Document
from dossier.write.shell import CONTENT, HEAD, Shell
from mkdocs_edge.documents import document
from mkdocs_edge.ground import Ground
from mkdocs_edge.renewal import Renewal
from mkdocs_edge.sections import Section, Sections
from tests.dossiers import PROJECT, assemble, lock

SHELL = Shell(f"<html><head>{HEAD}</head><body>{CONTENT}</body></html>")
INVENTED = "invented"
"""A dossier whose articles and entries have much to do with one another."""
Page = tuple[bytes, Document | None]


@dataclass
class Site:
    """A dossier, its published pages and what is remembered of them."""

    root: Path
    published: Path
    memo: Memo = field(default_factory=Memo)

    def built(self) -> Built | None:
        return build(self.root, cache=False)[0]

    def renewal(self, built: Built, shell: Shell = SHELL) -> Renewal:
        shells = {(language, path.partition("/")[0]): shell for language, path in built.below()}
        return Renewal(built, Ground(built), shells, self.memo, self.published)

    def sections(self, built: Built) -> Sections:
        return Sections(built, Ground(built), self.memo)

    def publish(self, built: Built) -> None:
        """Make every page, and remember it."""
        renewal = self.renewal(built)
        for place in built.below():
            with built.index.reads.scope() as reads:
                html, found = made(place, built)
            path = self.published / built.site.file(*place)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(html)
            renewal.remember(place, renewal.packed(html, found, reads))
        listing(self.sections(built), built)


def made(place: Place, built: Built) -> Page:
    page = built.pages[place[0]][place[1]]
    return built.filled(page, SHELL).encode(), document(page, built)


def listing(sections: Sections, built: Built) -> dict[str, list[Section]]:
    """The sections' own pages in every language."""
    return {language: list(sections.of(language)) for language in built.pages}


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Site]:
    """A dossier of ``tests/sites``, or the project's own, built and published."""

    def make(name: str) -> Site:
        root = tmp_path / "dossier"
        if name == INVENTED:
            root.mkdir()
            write(root, entities=24, articles=8, claims=12)
        elif name:
            assemble(name, root)
        else:
            for folder in ("data", "seeds", "docs", "locale"):
                shutil.copytree(PROJECT / folder, root / folder)
            shutil.copy(PROJECT / "mkdocs.yml", root)
        found = Site(root, tmp_path / "published")
        built = found.built()
        assert built
        found.publish(built)
        return found

    return make


def kept(site: Site, built: Built, shell: Shell = SHELL) -> dict[Place, Page]:
    """The pages that would be taken over."""
    renewal = site.renewal(built, shell)
    found = ((place, renewal.unchanged(place)) for place in built.below())
    return {place: page for place, page in found if page is not None}


def altered(root: Path, chance: random.Random) -> Callable[[], None]:
    """Change a word or a number somewhere in the records or articles; returns how to undo it."""
    files = [*root.glob("data/**/*.yml"), *root.glob("data/*.bib"), *root.glob("seeds/*.txt")]
    path = chance.choice(sorted(one for one in files if "schema" not in one.parts))
    before, locked = path.read_bytes(), (root / "seeds" / "SHA256SUMS").read_bytes()
    word = chance.choice([*re.finditer(r"\d+|[^\W\d_]{3,}", before.decode())])
    text = str(chance.randrange(1, 30)) if word[0].isdigit() else f"{word[0]}o"
    path.write_bytes(f"{before.decode()[: word.start()]}{text}{before.decode()[word.end() :]}".encode())
    if path.parent.name == "seeds":
        lock(root)

    def undo() -> None:
        path.write_bytes(before)
        (root / "seeds" / "SHA256SUMS").write_bytes(locked)

    return undo


@pytest.mark.parametrize("name", ["", "translated", "gaps", "interactions", "companies"])
def test_without_a_change_every_page_is_taken_over(name: str, site: Callable[[str], Site]) -> None:
    found = site(name)
    built = found.built()
    assert built
    assert set(kept(found, built)) == set(built.below())


@pytest.mark.parametrize(
    ("name", "rounds"),
    [("translated", 30), ("gaps", 30), ("interactions", 30), ("companies", 20), ("", 4), (INVENTED, 20)],
)
def test_what_is_taken_over_is_what_would_be_made(
    name: str, rounds: int, site: Callable[[str], Site]
) -> None:
    """After any change that the check lets pass."""
    found, chance = site(name), random.Random(3)
    passed = renewed = 0
    while passed < rounds:
        undo = altered(found.root, chance)
        built = found.built()
        if built is not None:
            passed += 1
            taken = kept(found, built)
            renewed += len(built.below()) - len(taken)
            assert {place for place, page in taken.items() if page != made(place, built)} == set()
            expected = listing(Sections(built, Ground(built), None), built)
            assert listing(found.sections(built), built) == expected
        undo()
    assert renewed, "no change reached a page"


def test_an_edited_article_leaves_pages_that_do_not_name_it(site: Callable[[str], Site]) -> None:
    found = site("")
    article = min((found.root / "seeds").glob("*.txt"))
    article.write_bytes(article.read_bytes().rstrip() + b"\n\nA sentence more.\n")
    lock(found.root)
    built = found.built()
    assert built
    taken = kept(found, built)
    assert 0 < len(taken) < len(built.below())
    changed = [key for key, one in built.index.dossier.sources.items() if one.file.endswith(article.name)]
    assert not [place for place in taken if place[1] == f"sources/{changed[0]}"]


def test_a_page_that_somebody_changed_is_made_anew(site: Callable[[str], Site]) -> None:
    found = site("translated")
    built = found.built()
    assert built
    one, other, *_ = kept(found, built)
    (found.published / built.site.file(*one)).write_text("something else", encoding="utf-8")
    (found.published / built.site.file(*other)).unlink()
    assert {one, other}.isdisjoint(kept(found, built))


def test_another_theme_takes_over_nothing(site: Callable[[str], Site]) -> None:
    found = site("translated")
    built = found.built()
    assert built
    assert kept(found, built)
    assert not kept(found, built, Shell(f"{SHELL.html}<!-- new -->"))


def test_tables_tell_what_is_read_of_them() -> None:
    reads = Reads()
    table, row = Table("table", {"a": 1, "b": 2}, reads), Row("row", (1, 2), reads)
    with reads.scope() as found:
        assert (table["a"], table.get("z"), "b" in table) == (1, None, True)
    assert found == {("table", "a", "value"), ("table", "z", "value"), ("table", "b", "presence")}
    for ask in (lambda: list(table), lambda: len(table), lambda: table == {}):
        with reads.scope() as found:
            ask()
        assert ("table", "", "whole") in found
    for look in (lambda: list(row), lambda: len(row), lambda: row[0]):
        with reads.scope() as found:
            look()
        assert found == {("row", "", "whole")}


def test_what_is_kept_counts_as_read_by_everybody_who_uses_it() -> None:
    reads = Reads()
    table = Table("table", {"a": 1}, reads)
    known = reads.cached(lambda key: table[key])
    for _ in range(2):
        with reads.scope() as outer, reads.scope() as inner:
            assert known("a") == 1
        assert inner == outer == {("table", "a", "value")}
    assert known("a") == 1
