"""What is remembered between runs saves time and changes nothing; what others put there is not believed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier import cache
from dossier.cache import FILE, remembered
from dossier.link import link
from dossier.load import load
from dossier.memo import Memo, digest
from dossier.model import Mention
from tests.dossiers import dossier

Found = tuple[Mention, ...]


@pytest.fixture(autouse=True)
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user whose key nobody else has."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    return tmp_path / "user" / "dossier" / "key"


def found(root: Path, memo: Memo) -> Found:
    checked, _ = load(root, memo)
    assert checked is not None
    return link(checked, memo)[0].mentions


def run(root: Path) -> tuple[Found, int]:
    """The mentions, and how many results had to be worked out."""
    with remembered(root) as memo:
        mentions = found(root, memo)
    return mentions, len(memo.made)


@pytest.fixture
def root(dossier_of: Callable[[str], Path]) -> Path:
    """A dossier without anything remembered."""
    return dossier_of("companies")


def test_the_second_run_works_out_nothing_and_finds_the_same(root: Path) -> None:
    first, made = run(root)
    assert first == found(root, Memo())
    assert made > 1
    assert run(root) == (first, 0)


def test_a_changed_name_is_worked_out_alone(root: Path) -> None:
    run(root)
    record = next(root.glob("data/companies/*.yml"))
    record.write_text(record.read_text(encoding="utf-8").replace("en: ", "en: New ", 1), encoding="utf-8")
    mentions, made = run(root)
    assert made == 2  # its forms, and where the registry's names begin
    assert mentions == found(root, Memo())


def rewritten(how: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(how(path.read_bytes()))


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def made_a_link(path: Path) -> None:
    path.rename(path.with_name("sound"))
    path.symlink_to("sound")


def made_by_another_edition(path: Path) -> None:
    user = cache._key()
    assert user is not None
    path.write_bytes(b"".join(cache._sealed({digest("x"): b"x"}, user, digest("edition"))))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "empty": rewritten(lambda _: b""),
    "truncated": rewritten(lambda data: data[: len(data) // 2]),
    "longer": rewritten(lambda data: data + b"\0"),
    "one bit": rewritten(lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]),
    "foreign": rewritten(lambda _: b"PK\x03\x04" * 1000),
    "sealed by another": rewritten(lambda data: cache._seal([data[32:]], b"other") + data[32:]),
    "a folder": made_a_folder,
    "a link": made_a_link,
    "another edition": made_by_another_edition,
}


def test_the_cache_of_another_dossier_makes_no_difference(
    root: Path, dossier_of: Callable[[str], Path]
) -> None:
    other = dossier_of("translated")
    run(other)
    (root / FILE).parent.mkdir(parents=True)
    shutil.copyfile(other / FILE, root / FILE)
    assert run(root)[0] == found(root, Memo())


def test_a_bibliography_with_problems_is_not_remembered(root: Path) -> None:
    """Or the second run would be silent about them."""
    with (root / "data/references.bib").open("a", encoding="utf-8") as file:
        file.write("@online{broken, title = {\n")
    told = []
    for _ in range(2):
        with remembered(root) as memo:
            told.append(load(root, memo)[1].sorted())
    assert told[0] == told[1] != []


@pytest.mark.parametrize("how", DAMAGES)
def test_a_cache_that_is_not_ours_and_whole_is_not_looked_at(root: Path, how: str) -> None:
    first = run(root)
    DAMAGES[how](root / FILE)
    assert run(root) == first


def test_a_cache_of_another_user_is_not_believed(root: Path, key: Path) -> None:
    first = run(root)
    key.unlink()
    assert run(root) == first


def test_branches_may_take_turns(root: Path) -> None:
    """One that has another registry leaves nothing behind that the first would take for its own."""
    first, _ = run(root)
    record = next(root.glob("data/companies/*.yml"))
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("en: ", "en: New ", 1), encoding="utf-8")
    run(root)
    record.write_text(text, encoding="utf-8")
    assert run(root)[0] == first


@pytest.mark.parametrize("name", [".cache", ".cache/dossier"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(elsewhere)
    run(root)
    assert list(elsewhere.iterdir()) == []


def test_where_a_folder_cannot_be_made_there_is_none(root: Path) -> None:
    (root / ".cache").write_text("in the way", encoding="utf-8")
    first = run(root)
    assert run(root) == first


def test_git_does_not_see_it(root: Path) -> None:
    run(root)
    assert (root / ".cache/dossier/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_the_command_can_do_without(root: Path) -> None:
    with_it = dossier("mentions", "--root", root, "--jsonl", "-")
    shutil.rmtree(root / ".cache")
    without = dossier("mentions", "--root", root, "--jsonl", "-", "--no-cache")
    assert with_it.stdout == without.stdout != ""
    assert not (root / ".cache").exists()
