"""``dossier lock``: the one way to accept an article that has changed, and what it tells."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.dossiers import assemble, dossier

KEY = "2024-05-01-harbour-news"
ARTICLE = "seeds/harbour.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return assemble("minimal", tmp_path / "minimal")


def edit(root: Path, old: str, new: str) -> str:
    """Change the article; its new checksum."""
    path = root / ARTICLE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def locked(root: Path) -> str:
    return (root / "seeds/SHA256SUMS").read_text(encoding="utf-8")


def test_an_article_that_did_not_change_needs_nothing(root: Path) -> None:
    before = locked(root)
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 0
    assert "nothing to accept" in done.stderr
    assert locked(root) == before


def test_a_change_that_breaks_no_quotation_is_accepted(root: Path) -> None:
    sha256 = edit(root, "\n\n", "\n\n\n")
    assert dossier("check", "--root", root).returncode == 1
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 0, done.stdout
    assert "every quotation still stands" in done.stderr
    assert f"{sha256}  harbour.txt\n" in locked(root)
    assert dossier("check", "--root", root).returncode == 0


def test_what_a_change_unsettles_is_listed_with_its_place(root: Path) -> None:
    edit(root, "harbour museum", "harbour  museum")
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 1
    assert re.search(
        rf"^claim \S+\n  data/sources/{KEY}\.yml:\d+:\d+: error\[quote-not-found\]", done.stdout, re.MULTILINE
    )
    assert "the article has U+0020 SPACE after “the harbour ”, the record nothing" in done.stdout
    assert "data/people/ada-reed.yml: lines" in done.stdout, (
        "citations without a quotation are to be read again"
    )
    after = dossier("check", "--root", root)
    assert after.returncode == 1, "the build stops until the quotations are mended"
    assert "altered-source" not in after.stdout


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = locked(root)
    edit(root, "harbour museum", "harbor museum")
    done = dossier("lock", "--root", root, "--dry-run", KEY)
    assert done.returncode == 1
    assert "nothing was written" in done.stderr
    assert locked(root) == before


def test_a_new_article_gets_its_line_and_the_others_stay(root: Path) -> None:
    other = "0" * 64 + "  other.txt\r\n"
    (root / "seeds/SHA256SUMS").write_bytes(other.encode())
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 0, done.stdout
    sha256 = hashlib.sha256((root / ARTICLE).read_bytes()).hexdigest()
    assert (root / "seeds/SHA256SUMS").read_bytes() == f"{other}{sha256}  harbour.txt\n".encode()


def test_without_a_list_one_is_made(root: Path) -> None:
    (root / "seeds/SHA256SUMS").unlink()
    assert dossier("lock", "--root", root, KEY).returncode == 0
    assert dossier("check", "--root", root).returncode == 0


def test_an_unknown_source_is_told_with_the_one_that_may_be_meant(root: Path) -> None:
    done = dossier("lock", "--root", root, "2024-05-01-harbor-news")
    assert done.returncode == 2
    assert f"did you mean “{KEY}”?" in done.stderr


def test_an_article_that_is_no_text_is_refused(root: Path) -> None:
    before = locked(root)
    (root / ARTICLE).write_bytes(b"\xff\xfe\x00")
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 1
    assert f"{ARTICLE}:" in done.stdout
    assert locked(root) == before


def test_a_missing_article_is_told(root: Path) -> None:
    (root / ARTICLE).unlink()
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 2
    assert "there is no file seeds/harbour.txt" in done.stderr
