"""``dossier i18n``: what is translated, what waits, and what ``--accept`` writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.commands.accepting import fingerprinted, tied
from dossier.i18n.fingerprint import fingerprint
from tests.dossiers import assemble, dossier, snapshot

KEY = "2031-03-02-bakery"
PERSON = "data/people/olena-hai.yml"
SOURCE = f"data/sources/{KEY}.yml"
FIRST = "Олена Гай відкрила пекарню біля річки."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return assemble("translated", tmp_path / "translated")


def waiting(root: Path, *arguments: str) -> list[str]:
    """Rule and place of each line that is told."""
    lines = dossier("i18n", "--root", root, *arguments).stdout.splitlines()
    return [re.sub(r"^(\S+): warning\[(\S+)\] .*", r"\2 \1", line) for line in lines if "warning[" in line]


def test_what_waits_is_told_with_its_place(root: Path) -> None:
    assert waiting(root) == [
        f"missing-translation {PERSON}:4:3",
        f"stale-translation {PERSON}:5:7",
        f"missing-translation {SOURCE}:9:7",
        f"untied-translation {SOURCE}:19:11",
        f"untied-translation {SOURCE}:20:11",
        f"stale-translation data/translations/en/{KEY}.yml:4:5",
        f"missing-translation data/translations/ru/{KEY}.yml:1:1",
        f"untied-translation data/translations/ru/{KEY}.yml:3:5",
        "left-over-tie data/translations/ru/texts.yml:4:1",
    ]


def test_languages_are_counted(root: Path) -> None:
    assert dossier("i18n", "--root", root).stderr.splitlines() == [
        "dossier: en: 1 current, 1 machine, 1 stale",
        "dossier: ru: 3 current, 1 machine, 1 stale, 2 missing, 2 not tied",
        "dossier: uk: 3 current, 1 missing, 1 not tied",
    ]


def test_a_check_counts_in_one_line(root: Path) -> None:
    assert "translations: en: 1 current, 1 machine, 1 stale; ru: " in dossier("check", "--root", root).stderr


def test_a_language_may_be_asked_for_alone(root: Path) -> None:
    assert waiting(root, "--language", "uk") == [
        f"missing-translation {PERSON}:4:3",
        f"untied-translation {SOURCE}:20:11",
    ]


def test_a_language_that_the_site_does_not_have(root: Path) -> None:
    done = dossier("i18n", "--root", root, "--language", "kk")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the site is in en, ru, uk" in done.stderr


def test_programs_are_told_the_same(root: Path) -> None:
    told = json.loads(dossier("i18n", "--root", root, "--json").stdout)
    assert {(one["rule"], one["line"]) for one in told["waiting"] if one["file"] == PERSON} == {
        ("missing-translation", 4),
        ("stale-translation", 5),
    }
    assert len(told["waiting"]) == len(waiting(root))
    english = told["languages"]["en"]
    assert {name: english[name] for name in ("current", "machine", "stale", "missing", "untied")} == {
        "current": 1,
        "machine": 1,
        "stale": 1,
        "missing": 0,
        "untied": 0,
    }
    for counts in told["languages"].values():
        for state in ("current", "machine", "stale", "missing", "untied"):
            assert counts[state] == sum(of_file[state] for of_file in counts["files"].values())


def test_annotations_name_file_and_line(root: Path) -> None:
    lines = dossier("i18n", "--root", root, "--github").stdout.splitlines()
    assert len(lines) == len(waiting(root))
    assert lines[1].startswith(f"::warning file={PERSON},line=5,col=7,title=stale-translation::")


def test_only_a_check_fails(root: Path) -> None:
    assert dossier("i18n", "--root", root).returncode == 0
    assert dossier("i18n", "--root", root, "--check").returncode == 1
    (root / PERSON).write_text("names: 1\n", encoding="utf-8")
    broken = dossier("i18n", "--root", root)
    assert broken.returncode == 1
    assert "wrong-type" in broken.stdout


def test_accepting_all_ties_what_is_there_and_nothing_else(root: Path) -> None:
    before = snapshot(root / "data")
    assert dossier("i18n", "--root", root, "--accept", "--all").returncode == 0
    after = snapshot(root / "data")
    assert {name for name in after if after[name] != before.get(name)} == {
        f"translations/en/{KEY}.yml",
        f"translations/ru/{KEY}.yml",
        "translations/ru/texts.yml",
        "translations/uk/texts.yml",
    }
    assert {line.split()[0] for line in waiting(root)} == {"missing-translation"}
    english, russian = (after[f"translations/{code}/{KEY}.yml"].decode() for code in ("en", "ru"))
    assert english.startswith("# The first paragraph was shorter once.\n")
    assert f"- p: 1 # not tied\n    of: {fingerprint(FIRST)}\n    text: Елена" in russian
    listed = after["translations/ru/texts.yml"].decode()
    assert listed.startswith("# Who is called what.\npeople/olena-hai/summary: ")
    assert re.search("^people/taras-kut/summary: [0-9a-f]{12} machine$", listed, re.MULTILINE)
    assert "taras-kvit" not in listed


def test_accepting_again_changes_nothing(root: Path) -> None:
    dossier("i18n", "--root", root, "--accept", "--all")
    before = snapshot(root / "data")
    again = dossier("i18n", "--root", root, "--accept", "--all")
    assert again.returncode == 0
    assert "tied already" in again.stderr
    assert snapshot(root / "data") == before


@pytest.mark.parametrize(
    ("arguments", "settled"),
    [
        (["--accept", PERSON], {f"stale-translation {PERSON}:5:7"}),
        (["--accept", "data/people"], {f"stale-translation {PERSON}:5:7"}),
        (["--accept", "./data/people/"], {f"stale-translation {PERSON}:5:7"}),
        (["--language", "uk", "--accept", SOURCE], {f"untied-translation {SOURCE}:20:11"}),
        (
            ["--accept", "data/translations/ru/texts.yml"],
            {
                f"stale-translation {PERSON}:5:7",
                f"untied-translation {SOURCE}:19:11",
                "left-over-tie data/translations/ru/texts.yml:4:1",
            },
        ),
        (
            ["--accept", f"data/translations/en/{KEY}.yml"],
            {f"stale-translation data/translations/en/{KEY}.yml:4:5"},
        ),
    ],
)
def test_accepting_a_file_or_folder_settles_that_alone(
    root: Path, arguments: list[str], settled: set[str]
) -> None:
    before = set(waiting(root))
    assert dossier("i18n", "--root", root, *arguments).returncode == 0
    assert before - set(waiting(root)) == settled


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--accept"], "say which files to accept"),
        (["--all"], "say which files to accept"),
        (["--accept", "data/people/olena-hay.yml"], "did you mean “data/people/olena-hai.yml”?"),
        (["--accept", "data/references.bib"], "holds no translation"),
    ],
)
def test_wrong_use_writes_nothing(root: Path, arguments: list[str], told: str) -> None:
    before = snapshot(root / "data")
    done = dossier("i18n", "--root", root, *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert snapshot(root / "data") == before


def test_a_changed_paragraph_makes_its_translations_stale(root: Path) -> None:
    """The article changes only by ``dossier lock``, which names the translations too."""
    dossier("i18n", "--root", root, "--accept", "--all")
    path = root / "seeds/pekarnia.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Черга", "Довга черга"), encoding="utf-8")
    told = dossier("lock", "--root", root, KEY)
    assert told.returncode == 0
    assert f"  data/translations/en/{KEY}.yml: lines 10 (p3)\n" in told.stdout
    assert f"stale-translation data/translations/en/{KEY}.yml:10:5" in waiting(root)


def test_line_ends_and_order_stay_an_editor_s_own() -> None:
    text = "# b\r\nb/b/x: 000000000000\r\na/a/x: 000000000000\r\n"
    assert tied(text, {"b/b/x": "111111111111", "a/c/x": "222222222222"}) == (
        "# b\r\na/c/x: 222222222222\r\nb/b/x: 111111111111\r\na/a/x: 000000000000\r\n"
    )


def test_a_list_that_is_not_there_is_begun() -> None:
    assert tied("", {"b/b/x": "1" * 12, "a/a/x": "2" * 12}) == f"a/a/x: {'2' * 12}\nb/b/x: {'1' * 12}\n"


MADE = "123456789abc"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("  - p: 1\n    text: x\n", f"  - p: 1\n    of: {MADE}\n    text: x\n"),
        ("  - text: x\n    p: 1", f"  - text: x\n    p: 1\n    of: {MADE}\n"),
        ("  - p: 1\r\n    text: x\r\n", f"  - p: 1\r\n    of: {MADE}\r\n    text: x\r\n"),
        ("  - {p: 1, text: x}\n", f"  - {{p: 1, of: {MADE}, text: x}}\n"),
        ('  - {text: x, "p": "1"}\n', f'  - {{text: x, "p": "1", of: {MADE}}}\n'),
        (
            "  - p: 1\n    of: 000000000000 # old\n    text: x\n",
            f"  - p: 1\n    of: {MADE} # old\n    text: x\n",
        ),
        ("  - {of: '000000000000', p: 1, text: x}\n", f"  - {{of: '{MADE}', p: 1, text: x}}\n"),
        ("  - p: 2\n    text: x\n", "  - p: 2\n    text: x\n"),
    ],
)
def test_a_fingerprint_stands_behind_its_paragraph(item: str, expected: str) -> None:
    assert (
        fingerprinted(f"by: editors\nparagraphs:\n{item}", {1: MADE})
        == f"by: editors\nparagraphs:\n{expected}"
    )


@given(st.text(), st.text())
def test_texts_have_one_fingerprint_each(one: str, other: str) -> None:
    assert re.fullmatch("[0-9a-f]{12}", fingerprint(one))
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
