"""A site is only taken to be up to date if nothing that it depends on has changed, and nobody touched it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.unchanged import inputs_of, is_up_to_date, note
from tests.dossiers import dossier

ENVIRONMENT = {"SITE_URL": "https://example.org/", "HOME": "/home/somebody"}


@pytest.fixture(autouse=True)
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))


@pytest.fixture
def noted(minimal: Path) -> Path:
    """A dossier whose site is up to date."""
    for name in ("index.html", "people/index.html"):
        (minimal / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (minimal / "site" / name).write_text("made", encoding="utf-8")
    inputs = inputs_of(minimal, [minimal / "site"], "", ENVIRONMENT)
    assert inputs is not None
    note(minimal, inputs, [minimal / "site"])
    return minimal


def up_to_date(root: Path, asked: str = "", environment: Mapping[str, str] = ENVIRONMENT) -> bool:
    inputs = inputs_of(root, [root / "site"], asked, environment)
    return inputs is not None and is_up_to_date(root, inputs, [root / "site"])


def added(name: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


def removed(name: str) -> Callable[[Path], object]:
    return lambda root: (root / name).unlink()


def renamed(name: str) -> Callable[[Path], object]:
    return lambda root: (root / name).rename((root / name).with_stem("another"))


def linked(name: str, to: str) -> Callable[[Path], object]:
    return lambda root: (root / name).symlink_to(to)


def configured(text: str) -> Callable[[Path], object]:
    """Configured so before the site was built."""

    def change(root: Path) -> None:
        with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(text)
        inputs = inputs_of(root, [root / "site"], "", ENVIRONMENT)
        if inputs is not None:
            note(root, inputs, [root / "site"])

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record edited": added("data/people/ada-reed.yml"),
    "a record removed": removed("data/people/ada-reed.yml"),
    "a record renamed": renamed("data/people/ada-reed.yml"),
    "a page added": added("docs/en/new.md"),
    "the configuration edited": added("mkdocs.yml"),
    "a page of the site edited": added("site/index.html"),
    "a page of the site removed": removed("site/people/index.html"),
    "a file put into the site": added("site/people/more.html"),
    "a link to elsewhere": linked("docs/en/everything", "/"),
    "a link in a circle": linked("docs/en/again", "."),
    "a link to nothing": linked("docs/en/nothing", "/nowhere/at/all"),
    "a configuration built on another": configured("\nINHERIT: base.yml\n"),
    "pages elsewhere": configured("\nextra: {pages: ../others}\n"),
    "no mapping": lambda root: (root / "mkdocs.yml").write_text("- plugins\n", encoding="utf-8"),
    "no configuration": removed("mkdocs.yml"),
}


def test_what_was_noted_is_up_to_date_and_stays_so(noted: Path) -> None:
    assert up_to_date(noted)
    assert up_to_date(noted)
    assert up_to_date(noted, environment={**ENVIRONMENT, "HOME": "/home/other"})


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_site_is_built(noted: Path, change: str) -> None:
    CHANGES[change](noted)
    assert not up_to_date(noted)


def test_something_else_asked_for_is_built(noted: Path) -> None:
    assert not up_to_date(noted, asked="strict")
    assert not up_to_date(noted, environment={"SITE_URL": "https://example.com/"})


def test_a_plugin_that_may_ask_the_clock_or_the_web_leaves_a_doubt(noted: Path) -> None:
    config = (noted / "mkdocs.yml").read_text(encoding="utf-8")
    assert config.count("plugins:\n") == 1
    (noted / "mkdocs.yml").write_text(
        config.replace("plugins:\n", "plugins:\n  - another\n"), encoding="utf-8"
    )
    assert inputs_of(noted, [noted / "site"], "", ENVIRONMENT) is None


def test_another_user_s_word_counts_for_nothing(
    noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    assert not up_to_date(noted)


def test_a_link_to_itself_leaves_a_doubt_and_raises_nothing(noted: Path) -> None:
    (noted / "data" / "loop").symlink_to("loop")
    assert inputs_of(noted, [noted / "site"], "", ENVIRONMENT) is None


def test_links_that_double_at_every_step_are_not_followed(noted: Path) -> None:
    """Thirty folders, each with two links to the next: a thousand million ways through them."""
    for number in range(30):
        folder = noted / "data" / f"d{number}"
        folder.mkdir()
        for name in ("x", "y"):
            (folder / name).symlink_to(f"../d{number + 1}")
    assert inputs_of(noted, [noted / "site"], "", ENVIRONMENT) is None


def test_the_second_build_leaves_the_site_alone(minimal: Path) -> None:
    """Its files are the same, not only alike; an edit is seen, and --no-cache takes nothing as known."""
    page = minimal / "site" / "index.html"

    def build(*options: str) -> tuple[bool, int]:
        done = dossier("build", "--root", minimal, *options)
        assert done.returncode == 0, done.stderr
        return "nothing has changed" in done.stderr, page.stat().st_ino

    said, first = build()
    assert not said
    assert build() == (True, first)
    assert not build("--no-cache")[0]
    with (minimal / "docs" / "en" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\nWords added later.\n")
    assert not build()[0]
    assert "Words added later" in page.read_text(encoding="utf-8")
