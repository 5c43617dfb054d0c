"""PO files: a translation that could not be filled is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.problems import Problems
from dossier.read.messages import read_messages

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def found(tmp_path: Path, entry: str) -> list[str]:
    path = tmp_path / "locale" / "ru" / "LC_MESSAGES" / "dossier.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + (entry if entry.startswith('"') else f"\n{entry}"), encoding="utf-8")
    problems = Problems()
    read_messages(tmp_path, ["ru"], problems)
    return [f"{p.rule} {p.where.line}" for p in problems.sorted()]


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "since {start}"\nmsgstr "с {start}"\n',
        'msgid "since {start}"\nmsgstr ""\n',
        'msgid "{n} claim"\nmsgid_plural "{n} claims"\nmsgstr[0] "одно"\nmsgstr[1] "{n} утв."\n',
    ],
)
def test_places_may_be_used_or_left_out(tmp_path: Path, entry: str):
    assert found(tmp_path, entry) == []


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "since {start}"\nmsgstr "с {begin}"\n',
        'msgid "since {start}"\nmsgstr "с {start"\n',
        'msgid "Claims"\nmsgstr "Утверждения {0.__class__}"\n',
        'msgid "since {start}"\nmsgstr "с {start:999999999}"\n',
        'msgid "since {start}"\nmsgstr "с {start!r}"\n',
        'msgid "since {a: {b: c}}"\nmsgstr "с"\n',
        'msgid "{n} claim"\nmsgid_plural "{n} claims"\nmsgstr[0] "{n} утв."\nmsgstr[1] "{m} утв."\n',
    ],
)
def test_places_of_their_own_are_refused(tmp_path: Path, entry: str):
    assert found(tmp_path, entry) == ["po-placeholder 5"]


@pytest.mark.parametrize(
    "forms",
    [
        "nplurals=999999999; plural=0;",
        "nplurals=2; plural=n/0;",
        "nplurals=2; plural=n;",
        "nplurals=2; plural=" + "(" * 500 + "n",
        "nplurals=2; plural=n**n;",
    ],
)
def test_a_rule_that_gives_no_plural_form_is_refused(tmp_path: Path, forms: str):
    header = f'"Plural-Forms: {forms}\\n"\n'
    entry = 'msgid "{n} claim"\nmsgid_plural "{n} claims"\nmsgstr[0] "одно"\nmsgstr[1] "{n} утв."\n'
    assert {one.split()[0] for one in found(tmp_path, header + "\n" + entry)} == {"po-syntax"}
