"""Files of hostile names are refused in a line each, or stand in the site as anything else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from dossier.manifest import verify
from dossier.report import printable
from tests.dossiers import assemble, dossier

NAMES = yaml.safe_load(Path(__file__).with_name("names.yml").read_text(encoding="utf-8"))
TWINS = [one for two in NAMES["twins"] for one in two]
ALL = [one for part in ("nowhere", "before an ending", "pictures", "pages") for one in NAMES[part]] + TWINS
PLACES = {
    "article": "seeds/{}.txt",
    "person": "data/people/{}.yml",
    "source": "data/sources/{}.yml",
    "translation": "data/translations/en/{}.yml",
    "section": "data/{}/a.yml",
    "picture": "docs/en/{}.png",
    "pictures below": "docs/en/{}/a.png",
    "page": "docs/en/{}.md",
    "pages below": "docs/en/{}/a.md",
}
TAKEN = {"picture": ("before an ending", "pictures", "pages"), "pictures below": ("pictures", "pages")}
TAKEN |= {"page": ("pages",), "pages below": ("pages",)}
LINE = re.compile(r"\S.*:\d+:\d+: (?:error|warning)\[[a-z-]+\] .*|    .*")


def put(root: Path, place: str, names: list[str]) -> dict[str, str]:
    """Make the files, as far as the file system takes their names; name → path as it is told."""
    told = {}
    for name in names:
        path = root / PLACES[place].format(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("# Words\n", encoding="utf-8")
        except OSError:
            continue
        # A folder of no section is told once, and not its files.
        told[name] = printable((path.parent if place == "section" else path).relative_to(root).as_posix())
    return told


def allowed(place: str) -> set[str]:
    """The names that files may have there."""
    return {name for part in TAKEN.get(place, ()) for name in NAMES[part]}


@pytest.mark.parametrize("place", PLACES)
def test_a_hostile_name_is_told_in_a_line_where_it_is_refused(
    place: str, minimal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from dossier.cli import main

    made = put(minimal, place, [*ALL, *NAMES["hidden"]])
    assert main(["check", "--root", str(minimal)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not (line.isprintable() and LINE.fullmatch(line))] == []
    told = {name for name, path in made.items() if any(line.startswith(f"{path}:") for line in lines)}
    silent = set(made) - told - allowed(place) - set(NAMES["hidden"])
    twins = [{*two} for two in NAMES["twins"]]
    assert {name for name in silent if not any(name in two and two & told for two in twins)} == set()
    assert told & allowed(place) == set()


@pytest.mark.slow
def test_a_site_with_every_name_that_is_taken_is_whole(tmp_path: Path) -> None:
    root = assemble("minimal", tmp_path / "dossier")
    for place in TAKEN:
        put(root, place, [*allowed(place), *NAMES["hidden"]])
    done = dossier("build", "--root", root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert verify(root / "site").found == []
    assert [path for path in (root / "site").rglob("*") if path.name.startswith("...")] == []
