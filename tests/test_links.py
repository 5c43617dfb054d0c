"""A site is held against itself before it is published: every link in it leads to one of its files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier import publish
from dossier.links import dead_links
from dossier.manifest import MANIFEST, checksums, write_manifest
from dossier.problems import Problems
from dossier.publish import BuildError
from dossier.sound import note_sound, to_follow
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


def dead(site: Path) -> Problems:
    """Every dead link of a site."""
    sums = checksums(site)
    return dead_links(site, sums, [name for name in sums if name.endswith(".html")])


def test_a_link_from_below_leads_by_way_of_the_folders_above(tmp_path: Path) -> None:
    site = site_with(tmp_path)
    below = site / "people" / "ada" / "index.html"
    below.parent.mkdir()
    links = ("../", "../../", "../../people/#x", "../..", "../ada/", "../bob/", "../../../people/")
    below.write_text("".join(f'<a\nhref="{link}">x</a>\n' for link in links), encoding="utf-8")
    assert [problem.message[1:].partition("”")[0] for problem in dead(site).sorted()] == [
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
    assert dead(site_with(tmp_path, link)).found == []


@pytest.mark.parametrize("link", DEAD)
def test_a_link_that_leads_nowhere_is_told_with_its_line(tmp_path: Path, link: str) -> None:
    (problem,) = dead(site_with(tmp_path, "people/", link)).found
    assert str(problem.where) == "index.html:3:1"


def test_no_link_of_the_project_s_own_site_is_dead(site: Path) -> None:
    assert dead(site).found == []


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


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site whose links all lead somewhere, as is remembered."""
    site = site_with(tmp_path / "site", "people/", "pic%20ture.png")
    (site / "about.html").write_text('<a href="people/">x</a>', encoding="utf-8")
    write_manifest(site, checksums(site))
    note_sound(tmp_path, site)
    return site


def next_of(site: Path) -> Path:
    """The next build of a site, as it begins."""
    following = site.with_name("next")
    shutil.copytree(site, following)
    (following / MANIFEST).unlink()
    return following


def followed(published: Path, following: Path) -> list[str]:
    return to_follow(published.parent, published, checksums(following))


def test_of_pages_that_stand_as_they_did_no_link_is_followed(published: Path) -> None:
    following = next_of(published)
    assert followed(published, following) == []
    (following / "about.html").write_text('<a href="nowhere/">x</a>', encoding="utf-8")
    (following / "new.html").write_text("<p>new</p>", encoding="utf-8")
    assert followed(published, following) == ["about.html", "new.html"]


def test_where_a_file_has_gone_every_link_is_followed(published: Path) -> None:
    following = next_of(published)
    (following / "pic ture.png").unlink()
    assert followed(published, following) == ["about.html", "index.html", "people/index.html"]


@pytest.mark.parametrize("change", ["", "0" * 64 + "  index.html\n"])
def test_a_list_that_somebody_else_wrote_is_not_believed(published: Path, change: str) -> None:
    following = next_of(published)
    with (published / MANIFEST).open("a", encoding="utf-8") as listed:
        listed.write(change or "\n")
    assert followed(published, following) == ["about.html", "index.html", "people/index.html"]


def test_what_is_published_with_a_dead_link_is_told_each_time(
    minimal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publish, "_mkdocs", lambda _, site, **__: site_with(site, "nowhere/"))
    for _ in range(2):
        publish.publish(minimal, minimal / "site", strict=False, offline=False)
        assert "nowhere/" in capsys.readouterr().err
