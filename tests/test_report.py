"""Problems told to people, to GitHub and to programs."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from dossier.problems import Location, Problem, Problems, Severity, did_you_mean
from dossier.report import FORMATS, report, summary
from tests.dossiers import dossier

ERROR = Problem("a-rule", Location("data/a.yml", 3, 7), "it is wrong", "mend it")
WARNING = Problem("b-rule", Location("data/b.yml"), "it is odd", severity=Severity.WARNING)
NASTY = Problem(
    "c-rule",
    Location("data/a,b:c\n.yml", 1, 2),
    "100% “\x1b[31m\r\n::error::x”",
    "see\n::set-output name=a::b",
)


def test_text_names_place_severity_and_rule() -> None:
    assert report([ERROR, WARNING]).splitlines() == [
        "data/a.yml:3:7: error[a-rule] it is wrong",
        "    mend it",
        "data/b.yml:1:1: warning[b-rule] it is odd",
    ]


def test_text_obeys_nothing_that_the_input_quotes() -> None:
    """A line stays a line, and a terminal is sent no commands."""
    lines = report([NASTY]).splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)


def test_an_annotation_names_its_place() -> None:
    assert (
        report([ERROR], "github")
        == "::error file=data/a.yml,line=3,col=7,title=a-rule::it is wrong (mend it)"
    )
    assert report([WARNING], "github").startswith("::warning file=data/b.yml,line=1,col=1,title=b-rule::")


def test_an_annotation_escapes_what_would_end_it() -> None:
    """By GitHub's rules for properties and for messages; nothing begins a command of its own."""
    said = report([NASTY], "github")
    assert len(said.splitlines()) == 1
    assert said.startswith("::error file=data/a%2Cb%3Ac%0A.yml,line=1,col=2,title=c-rule::100%25 “")
    assert "%0D%0A::error::x” (see%0A::set-output name=a::b)" in said


def test_json_holds_everything() -> None:
    told = json.loads(report([ERROR, NASTY], "json"))
    assert told[0] == {
        "rule": "a-rule",
        "severity": "error",
        "file": "data/a.yml",
        "line": 3,
        "column": 7,
        "message": "it is wrong",
        "hint": "mend it",
    }
    assert told[1]["message"] == NASTY.message
    assert json.loads(report([], "json")) == []


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_wrong_is_nothing_said(form: str) -> None:
    assert report([], form) == ""


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([ERROR], "1 error"),
        ([ERROR, WARNING], "1 error and 1 warning"),
        ([WARNING, WARNING], "2 warnings"),
        ([ERROR, ERROR, WARNING, WARNING], "2 errors and 2 warnings"),
    ],
)
def test_a_summary_counts(problems: list[Problem], words: str) -> None:
    assert summary(problems) == words


def test_problems_are_told_once_and_by_place() -> None:
    found = Problems([WARNING, ERROR, ERROR])
    assert found.sorted() == [ERROR, WARNING]


@pytest.mark.parametrize(
    ("problems", "strict", "fatal"),
    [
        ([], False, False),
        ([], True, False),
        ([WARNING], False, False),
        ([WARNING], True, True),
        ([ERROR], False, True),
    ],
)
def test_warnings_are_fatal_only_under_strict(problems: list[Problem], strict: bool, fatal: bool) -> None:
    assert Problems(problems).fatal(strict=strict) is fatal


@pytest.mark.parametrize(
    ("word", "hint"), [("pople", "did you mean “people”?"), ("xyz", ""), ("people", "did you mean “people”?")]
)
def test_a_hint_names_the_most_similar_word(word: str, hint: str) -> None:
    assert did_you_mean(word, ["people", "places"]) == hint


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_whose_name_is_no_text_is_named_all_the_same(minimal: Path, form: str) -> None:
    """Linux takes any bytes for a name."""
    (minimal / "data" / "people" / os.fsdecode(b"\xff.yml")).write_text(
        "names: {en: Zed}\n", encoding="utf-8"
    )
    done = dossier("check", "--root", minimal, "--format", form)
    assert done.returncode == 1
    assert "bad-id" in done.stdout
    assert "Traceback" not in done.stderr
