"""``dossier diff`` tells a reviewer what a change does, whatever the records hold."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from dossier.review.changes import ADDED, CHANGED, Change, Section
from dossier.review.telling import MOST, as_markdown, as_page, as_text
from tests.dossiers import assemble, dossier, lock

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("changes.yml").read_text(encoding="utf-8")
)


def changed(root: Path, case: dict[str, Any]) -> None:
    for name, old, new in case.get("edits", ()):
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for name, text in case.get("files", {}).items():
        (root / name).write_text(text, encoding="utf-8")
    if case.get("lock"):
        lock(root)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_change_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    before, after = assemble("minimal", tmp_path / "before"), assemble("minimal", tmp_path / "after")
    changed(after, case)
    done = dossier("diff", before, "--root", after)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line.strip() for line in done.stdout.splitlines()]
    missing = [said for said in case["says"] if not any(line.startswith(said) for line in lines)]
    assert missing == [], done.stdout
    # The other way round nothing is added that was not gone, and there is as much of it.
    back = dossier("diff", after, "--root", before)
    assert (back.stdout == done.stdout) == (case["says"] == ["Nothing of the dossier differs."])


def git(root: Path, *words: str) -> None:
    named = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *named, *words], check=True, capture_output=True)


def test_a_revision_is_compared_by_its_records_and_its_code_is_not_run(tmp_path: Path) -> None:
    root = assemble("minimal", tmp_path / "it")
    for link in ("hooks", "theme", "locale"):
        (root / link).unlink()
    (root / "hooks").mkdir()
    (root / "hooks/site.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Before")
    changed(root, CASES[0])
    done = dossier("diff", "main", "--root", root, "--html", tmp_path / "page.html")
    assert (done.returncode, "museum-opened" in done.stdout) == (0, True), done.stderr
    assert "Ada Reed closed" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD", ""])
def test_there_is_no_such_base(base: str, tmp_path: Path) -> None:
    root = assemble("minimal", tmp_path / "it")
    git(root, "init", "-q")
    done = dossier("diff", "--root", root, "--", base)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert not (root / "x").exists()


def test_a_dossier_with_errors_says_so(tmp_path: Path) -> None:
    before, after = assemble("minimal", tmp_path / "before"), assemble("minimal", tmp_path / "after")
    (after / "data/people/ada-reed.yml").write_text("names: [\n")
    for one, other in ((before, after), (after, before)):
        done = dossier("diff", one, "--root", other)
        assert (done.returncode, "data/people/ada-reed.yml:" in done.stdout) == (1, True)


HOSTILE = (
    "<script>alert(1)</script> ![x](https://a.example/) [y](javascript:alert(1)) "
    "@somebody `code` | # *b* _c_ {{ 7*7 }}"
)


def test_what_records_hold_stays_words() -> None:
    sections = [Section("Claims", (Change(CHANGED, HOSTILE, (HOSTILE,), HOSTILE),))]
    page = html5lib.parse(as_page(sections, HOSTILE), namespaceHTMLElements=False)
    assert not page.findall(".//script") + page.findall(".//img") + page.findall(".//a")
    item = page.find(".//li")
    assert item is not None
    assert HOSTILE in "".join(item.itertext())
    marked = as_markdown(sections)
    words = marked.split("\n", 4)[4]
    assert not re.search(
        r"(?<!\\)[<>`*_\[\]{}!#|]|://|@", words.replace("&#8203;", " ").replace("&#64;", " ")
    )


def test_a_long_section_is_cut_and_says_so() -> None:
    sections = [Section("Pages", tuple(Change(ADDED, f"/{n}/") for n in range(MOST + 7)))]
    for words in (as_text(sections), as_markdown(sections), as_page(sections, "x")):
        assert "… and 7 more" in words
        assert f"/{MOST - 1}/" in words
        assert f"/{MOST}/" not in words
        assert f"+{MOST + 7}" in words


def test_a_file_received_that_was_altered_is_a_warning(tmp_path: Path) -> None:
    folders = [assemble("minimal", tmp_path / name) for name in ("before", "after")]
    for root, page in zip(folders, ("<p>Ada Reed", "<p>Ada Reede"), strict=True):
        record = next((root / "data/sources").glob("*.yml"))
        record.write_text(f"received: page.html\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
        (root / "seeds/received").mkdir()
        (root / "seeds/received/page.html").write_text(page, encoding="utf-8")
        lock(root)
    done = dossier("diff", folders[0], "--root", folders[1])
    assert "was taken from is not the one that was received" in done.stdout
