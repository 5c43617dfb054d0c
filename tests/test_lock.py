"""``dossier lock``: the one way to accept an article that has changed, and what it tells."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from dossier.checksums import Entry, entries, with_entry
from dossier.problems import Problems
from dossier.read.articles import read_lock_list
from dossier.write.files import replace_file
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
    assert done.returncode == 1
    assert (
        f"data/sources/{KEY}.yml:1:1: error[missing-article] there is no file seeds/harbour.txt"
        in done.stdout
    )


def test_other_lines_and_the_mark_of_binary_mode_stay_as_they_are() -> None:
    before = f"{'0' * 64} *harbour.txt\r\n\n{'1' * 64}  port\u2028a.txt"
    after = with_entry(before, Entry("2" * 64, "harbour.txt"))
    assert after == before.replace("0" * 64, "2" * 64)
    added = with_entry(before, Entry("2" * 64, "new.txt"))
    assert added == f"{before}\n{'2' * 64}  new.txt\n"
    assert [one.name for one in entries(added) if one] == ["harbour.txt", "port\u2028a.txt", "new.txt"]


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (b"nonsense\n", "hash-list"),
        (b"\xff\n", "not-utf-8"),
        (f"{'0' * 64}  harbour.txt\n{'1' * 64}  harbour.txt\n".encode(), "hash-list"),
    ],
)
def test_a_list_that_cannot_be_trusted_is_left_alone(root: Path, listed: bytes, told: str) -> None:
    (root / "seeds/SHA256SUMS").write_bytes(listed)
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 1
    assert f"error[{told}]" in done.stdout
    assert (root / "seeds/SHA256SUMS").read_bytes() == listed


def test_a_list_that_is_read_only_is_left_alone(root: Path) -> None:
    edit(root, "\n\n", "\n\n\n")
    before = locked(root)
    (root / "seeds/SHA256SUMS").chmod(0o444)
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 2
    assert "seeds/SHA256SUMS could not be written: the file is read-only" in done.stderr
    assert locked(root) == before


def test_a_list_that_leads_elsewhere_is_left_alone(root: Path) -> None:
    (root / "elsewhere").write_text("", encoding="utf-8")
    (root / "seeds/SHA256SUMS").unlink()
    (root / "seeds/SHA256SUMS").symlink_to(root / "elsewhere")
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 1
    assert "error[not-a-file]" in done.stdout
    assert (root / "elsewhere").read_text(encoding="utf-8") == ""


def test_a_failed_write_leaves_nothing_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted((root / "seeds").iterdir())

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(root / "seeds/SHA256SUMS", "")
    assert sorted((root / "seeds").iterdir()) == before
    assert locked(root)


def test_a_record_that_cannot_be_read_is_mended_first(root: Path) -> None:
    (root / f"data/sources/{KEY}.yml").write_text("file: [", encoding="utf-8")
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 1
    assert f"data/sources/{KEY}.yml:" in done.stdout


def test_an_article_of_two_records_is_accepted_for_neither(root: Path) -> None:
    edit(root, "\n\n", "\n\n\n")
    (root / "data/sources/again.yml").write_text("file: harbour.txt\nlanguage: en\n", encoding="utf-8")
    done = dossier("lock", "--root", root, KEY)
    assert done.returncode == 1
    assert "seeds/harbour.txt also belongs to “again”" in done.stdout


def test_a_numbered_quotation_is_to_be_read_again(root: Path) -> None:
    """Of three, the second may have been the third."""
    path = root / f"data/sources/{KEY}.yml"
    record = path.read_text(encoding="utf-8").replace(
        "quote: older than the tower", "quote: lamp\n    nth: 2"
    )
    path.write_text(record, encoding="utf-8")
    edit(root, "Reed said. The lamp", "Reed said of the lamp. The lamp")
    done = dossier("lock", "--root", root, KEY)
    numbered = done.stdout.partition("Numbered among several")[2]
    assert f"data/sources/{KEY}.yml: lines 12 (p2)" in numbered


@pytest.mark.parametrize("number", ["9" * 5000, "0", "٣", "-1"])
def test_a_number_that_is_none_raises_nothing(root: Path, number: str) -> None:
    path = root / f"data/sources/{KEY}.yml"
    record = path.read_text(encoding="utf-8")
    path.write_text(record.replace("p: 1, quote: opened", f"p: {number}, quote: opened"), encoding="utf-8")
    edit(root, "\n\n", "\n\n\n")
    assert "Traceback" not in dossier("check", "--root", root).stderr
    assert "Traceback" not in dossier("lock", "--root", root, KEY).stderr


def test_a_list_of_ten_thousand_articles_is_read(root: Path) -> None:
    others = "".join(f"{n:064x}  an-article-with-a-name-of-some-length-{n}.txt\n" for n in range(12_000))
    path = root / "seeds/SHA256SUMS"
    path.write_text(path.read_text(encoding="utf-8") + others, encoding="utf-8")
    assert path.stat().st_size > 1_000_000
    problems = Problems()
    assert len(read_lock_list(root, problems)) == 12_001
    assert problems.found == []


def test_what_an_article_was_taken_from_is_accepted_with_it(root: Path) -> None:
    record = root / f"data/sources/{KEY}.yml"
    record.write_text(f"received: page.html\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    done = dossier("lock", "--root", root, KEY)
    assert (done.returncode, "there is no file seeds/received/page.html" in done.stdout) == (1, True)
    page = root / "seeds/received/page.html"
    page.parent.mkdir()
    page.write_text("<p>Ada Reed", encoding="utf-8")
    assert dossier("check", "--root", root).returncode == 1
    done = dossier("lock", "--root", root, KEY)
    assert (done.returncode, "every quotation still stands" in done.stderr) == (0, True)
    sha256 = hashlib.sha256(page.read_bytes()).hexdigest()
    assert f"{sha256}  received/page.html\n" in locked(root)
    assert dossier("check", "--root", root).returncode == 0
