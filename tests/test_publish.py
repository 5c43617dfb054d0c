"""A site is published whole or not at all."""

from __future__ import annotations

import os
import shutil
import threading
import time
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from dossier import publish
from dossier.cli import main
from dossier.manifest import MANIFEST, verify
from dossier.publish import BuildError, pack
from tests.dossiers import dossier, snapshot

PUBLISHED = {"index.html": b"old", "people/index.html": b"older"}
NEW = {"index.html": b"new", MANIFEST: f"{sha256(b'new').hexdigest()}  index.html\n".encode()}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site that stands in its place."""
    for name, data in PUBLISHED.items():
        path = tmp_path / "public" / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "public" / "site"


def assert_untouched(published: Path) -> None:
    """Byte for byte, and with nothing beside it."""
    assert snapshot(published) == PUBLISHED
    assert [path.name for path in published.parent.iterdir()] == ["site"]


def test_problems_in_the_records_leave_the_site_alone(minimal: Path, published: Path) -> None:
    (minimal / "data" / "people" / "ada-reed.yml").write_text("names: [\n", encoding="utf-8")
    done = dossier("build", "--root", minimal, "--output", published)
    assert done.returncode == 1
    assert "yaml-syntax" in done.stdout
    assert "Traceback" not in done.stderr
    assert_untouched(published)


def test_warnings_leave_the_site_alone_under_strict(minimal: Path, published: Path) -> None:
    record = minimal / "data" / "people" / "ada-reed.yml"
    record.write_text(record.read_text(encoding="utf-8").rstrip() + " Unsupported words.\n", encoding="utf-8")
    done = dossier("build", "--strict", "--root", minimal, "--output", published)
    assert done.returncode == 1
    assert_untouched(published)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mkdocs.yml", "theme: {name: material}\nplugins: [{i18n: {languages: [{locale: en}]}}, nobodys]\n"),
        ("mkdocs.yml", "theme: {name: nowhere}\nplugins: [{i18n: {languages: [{locale: en}]}}]\n"),
    ],
)
def test_a_theme_that_fails_leaves_the_site_alone(
    minimal: Path, published: Path, name: str, text: str
) -> None:
    (minimal / name).write_text(text, encoding="utf-8")
    done = dossier("build", "--root", minimal, "--output", published)
    assert done.returncode == 1
    assert "nothing was published" in done.stderr
    assert_untouched(published)


def test_a_build_that_breaks_off_half_way_leaves_the_site_alone(
    minimal: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(_: Path, site: Path, **__: bool) -> None:
        site.mkdir()
        (site / "index.html").write_text("half", encoding="utf-8")
        raise BuildError

    monkeypatch.setattr(publish, "_mkdocs", half)
    with pytest.raises(BuildError):
        publish.publish(minimal, published, strict=False, offline=False)
    assert_untouched(published)


def test_a_site_that_cannot_be_put_in_place_gives_it_back(
    minimal: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old site has been moved aside when the new one turns out to be missing."""
    monkeypatch.setattr(publish, "_mkdocs", make_site)
    monkeypatch.setattr(publish, "write_manifest", lambda site, _: shutil.rmtree(site))
    with pytest.raises(OSError, match="site"):
        publish.publish(minimal, published, strict=False, offline=False)
    assert_untouched(published)


def records(folder: Path) -> dict[str, bytes]:
    """What a dossier holds beside what is remembered of it."""
    return {name: data for name, data in snapshot(folder).items() if not name.startswith(".cache/")}


@pytest.mark.parametrize("name", ["data", "data/people", "mkdocs.yml", "docs"])
def test_what_is_no_site_is_never_replaced(minimal: Path, name: str) -> None:
    before = records(minimal)
    done = dossier("build", "--root", minimal, "--output", minimal / name)
    assert done.returncode == 1
    assert "is no site, so it will not be replaced" in done.stderr
    assert records(minimal) == before


def test_a_link_is_never_replaced_by_a_site(minimal: Path, published: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(published)
    with pytest.raises(BuildError, match="is no site"):
        publish.publish(minimal, tmp_path / "link", strict=False, offline=False)
    assert_untouched(published)


def make_site(_: Path, site: Path, **__: bool) -> None:
    """Stands in for the theme."""
    site.mkdir()
    (site / "index.html").write_text("new", encoding="utf-8")


def test_what_a_killed_build_left_is_swept_up(
    minimal: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_mkdocs", make_site)
    (published.parent / ".site-left" / "site").mkdir(parents=True)
    publish.publish(minimal, published, strict=False, offline=False)
    assert snapshot(published) == NEW
    assert [path.name for path in published.parent.iterdir()] == ["site"]


def test_the_site_stands_in_its_place_where_folders_cannot_change_names_at_once(
    minimal: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_mkdocs", make_site)
    monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    publish.publish(minimal, published, strict=False, offline=False)
    assert snapshot(published) == NEW


def test_a_second_build_waits_for_the_first(
    minimal: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither may find the other at work on the same target."""
    working: list[int] = []
    together: list[int] = []

    def slow(root: Path, site: Path, **options: bool) -> None:
        working.append(1)
        time.sleep(0.1)
        together.append(len(working))
        make_site(root, site, **options)
        working.pop()

    monkeypatch.setattr(publish, "_mkdocs", slow)
    options = {"strict": False, "offline": False}
    builds = [
        threading.Thread(target=publish.publish, args=(minimal, published), kwargs=options) for _ in range(3)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert together == [1, 1, 1]
    assert snapshot(published) == NEW


@pytest.mark.slow
def test_a_build_puts_the_new_site_in_place_and_leaves_nothing_behind(minimal: Path, published: Path) -> None:
    before = snapshot(minimal)
    done = dossier("build", "--strict", "--root", minimal, "--output", published)
    assert done.returncode == 0, done.stderr
    files = snapshot(published)
    assert "people/ada-reed/index.html" in files
    assert files["index.html"] != PUBLISHED["index.html"]
    assert [path.name for path in published.parent.iterdir()] == ["site"]
    shutil.rmtree(minimal / ".cache")
    assert snapshot(minimal) == before


@pytest.mark.slow
def test_a_folder_where_a_file_of_the_site_belongs_is_told_and_leaves_the_site_alone(
    minimal: Path, published: Path
) -> None:
    (minimal / "docs/en/sitemap.xml").mkdir()
    (minimal / "docs/en/sitemap.xml/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = dossier("build", "--root", minimal, "--output", published)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("dossier: nothing was published: Is a directory: ")
    assert last.endswith("/sitemap.xml")
    assert "Traceback" not in done.stderr
    assert_untouched(published)


@pytest.mark.slow
def test_an_offline_site_is_a_folder_and_a_zip_of_it(minimal: Path) -> None:
    done = dossier("build", "--offline", "--root", minimal)
    assert done.returncode == 0, done.stderr
    files = snapshot(minimal / "site-offline")
    assert verify(minimal / "site-offline").found == []
    assert "sitemap.xml" not in files
    with zipfile.ZipFile(minimal / "dist" / "dossier-offline.zip") as packed:
        assert {
            name.removeprefix("dossier-offline/"): packed.read(name) for name in packed.namelist()
        } == files
    assert [path.name for path in (minimal / "dist").iterdir()] == ["dossier-offline.zip"]


def test_a_zip_is_the_same_bytes_for_the_same_files(published: Path, tmp_path: Path) -> None:
    """Whatever the times and rights of the files, and the order in which they were made."""
    pack(published, tmp_path / "a" / "site.zip")
    for number, path in enumerate(sorted(published.rglob("*.html"), reverse=True)):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        path.chmod(0o600 + number)
        os.utime(path, (1e9, 1e9 + number))
    pack(published, tmp_path / "b" / "site.zip")
    first, second = ((tmp_path / name / "site.zip").read_bytes() for name in "ab")
    assert first == second


def test_a_zip_replaces_the_one_before_at_once(published: Path, tmp_path: Path) -> None:
    archive = tmp_path / "out" / "site.zip"
    pack(published, archive)
    before = archive.read_bytes()
    (published / "index.html").write_bytes(b"new")
    pack(published, archive)
    assert archive.read_bytes() != before
    assert [path.name for path in archive.parent.iterdir()] == ["site.zip"]


@pytest.mark.parametrize("name", ["x" * 300, "loop"])
@pytest.mark.parametrize("arguments", [["check", "--root"], ["verify"], ["diff", "--root"]])
def test_a_place_that_no_path_leads_to_is_wrong_use(
    tmp_path: Path, arguments: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    more = ["main"] if arguments[0] == "diff" else []
    assert main([*arguments, str(tmp_path / name), *more]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["check"], ["build"], ["schema"]])
def test_a_folder_that_is_no_dossier_is_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    done = dossier(*arguments, "--root", tmp_path)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert list(tmp_path.iterdir()) == []
