"""What is remembered from build to build never shows: after every edit, the site is that of a clean build."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.dossiers import assemble, dossier, lock, snapshot

ROUNDS = 3
NEW = """\
names: {en: Newly Added, ru: Новая Запись, uk: Новий Запис}
gender: f
summary: {en: "Somebody new [background]."}
"""


def edited(root: Path, chance: random.Random) -> None:
    """A sentence more in a hand-written page."""
    page = chance.choice(sorted(root.glob("docs/*/index.md")))
    page.write_text(f"{page.read_text(encoding='utf-8')}\nWord {chance.random()}.\n", encoding="utf-8")


def renamed(root: Path, chance: random.Random) -> None:
    """Another name for an entity."""
    record = chance.choice(sorted(root.glob("data/people/*.yml")))
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("en: ", f"en: {chance.choice(('New', 'Other', 'Third'))} ", 1), encoding="utf-8"
    )


def added(root: Path, chance: random.Random) -> None:
    """A person that nobody mentions."""
    (root / "data" / "people" / f"newly-added-{chance.randrange(10**9)}.yml").write_text(
        NEW, encoding="utf-8"
    )


def deleted(root: Path, _: random.Random) -> None:
    """The person last added, if there is one."""
    for record in sorted(root.glob("data/people/newly-added-*.yml"))[-1:]:
        record.unlink()


def retold(root: Path, chance: random.Random) -> None:
    """A paragraph more in an article."""
    article = chance.choice(sorted(root.glob("seeds/*.txt")))
    article.write_bytes(article.read_bytes().rstrip() + f"\n\nWord {chance.random()}.\n".encode())
    lock(root)


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (edited, renamed, added, deleted, retold)


def test_after_any_edits_the_site_is_that_of_a_clean_build(tmp_path: Path) -> None:
    root, clean = assemble("translated", tmp_path / "dossier"), tmp_path / "clean"
    chance = random.Random(1)
    for _ in range(ROUNDS):
        made = chance.sample(CHANGES, k=3)
        for change in made:
            change(root, chance)
        told = [change.__name__ for change in made]
        for done in (
            dossier("build", "--root", root),
            dossier("build", "--root", root, "--no-cache", "--output", clean),
        ):
            assert done.returncode == 0, (told, done.stdout, done.stderr)
        assert snapshot(root / "site") == snapshot(clean), told
