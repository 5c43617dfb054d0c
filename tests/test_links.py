"""A site is held against itself before it is published: every link in it leads to one of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier import publish
from dossier.links import dead_links
from dossier.publish import BuildError
from tests.dossiers import snapshot

ALIVE = (
    "people/",
    "people/index.html",
    "./people/#ada",
    "people/../people/?q=1",
    "pic%20ture.png",
    "",
    "#x",
    "?q=1",
    ".",
    "https://other.example/",
    "mailto:a@b.example",
    "data:text/plain,x",
    "/from/the/root/of/the/host",
)
DEAD = ("peple/", "people/ada.html", "../", "picture.png", "people/&quot;/")


def test_a_link_from_below_leads_by_way_of_the_folders_above(tmp_path: Path) -> None:
    site = site_with(tmp_path)
    below = site / "people" / "ada" / "index.html"
    below.parent.mkdir()
    links = ("../", "../../", "../../people/#x", "../..", "../ada/", "../bob/", "../../../people/")
    below.write_text("".join(f'<a\nhref="{link}">x</a>\n' for link in links), encoding="utf-8")
    assert [problem.message[1:].partition("”")[0] for problem in dead_links(site).sorted()] == [
        "../bob/",
        "../../../people/",
    ]


def site_with(folder: Path, *links: str) -> Path:
    for name in ("people/index.html", "pic ture.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    shown = "\n".join(f'<a class="x" href="{link}">x</a> href="nowhere"' for link in links)
    (folder / "index.html").write_text(f"<h1>Home</h1>\n{shown}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("link", ALIVE)
def test_a_link_that_leads_somewhere_is_no_problem(tmp_path: Path, link: str) -> None:
    assert dead_links(site_with(tmp_path, link)).found == []


@pytest.mark.parametrize("link", DEAD)
def test_a_link_that_leads_nowhere_is_told_with_its_line(tmp_path: Path, link: str) -> None:
    (problem,) = dead_links(site_with(tmp_path, "people/", link)).found
    assert str(problem.where) == "index.html:3:1"


def test_no_link_of_the_project_s_own_site_is_dead(site: Path) -> None:
    assert dead_links(site).found == []


def test_a_site_with_dead_links_is_not_published_where_warnings_count(
    minimal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_mkdocs", lambda _, site, **__: site_with(site, "nowhere/"))
    target = tmp_path / "public" / "site"
    with pytest.raises(BuildError, match="links lead nowhere"):
        publish.publish(minimal, target, strict=True, offline=False)
    assert list(target.parent.iterdir()) == []
    publish.publish(minimal, target, strict=False, offline=False)
    assert "index.html" in snapshot(target)
