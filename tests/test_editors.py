"""What editors are told: the table of ``dossier mentions``, ``dossier explain`` and ``dossier suggest``."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dossier.link.editors.explain import reason
from dossier.link.rules import EVERY
from tests.dossiers import PROJECT, assemble, dossier, lock

KEY = "2024-06-01-arrival"


@pytest.fixture
def doubts(tmp_path: Path) -> Path:
    """A dossier whose article misspells, names namesakes, and names whom nobody registered."""
    return assemble("doubts", tmp_path / "doubts")


def said(root: Path, *command: str | Path) -> str:
    done = dossier(command[0], "--root", root, *command[1:])
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def part(table: str, heading: str) -> str:
    """The rows below a heading; empty where the table has no such part."""
    found = re.search(rf"^{heading} \(\d+\)\n((?:  .*\n)+)", table, re.MULTILINE)
    return found[1] if found else ""


def decide(root: Path, line: str) -> None:
    record = root / f"data/sources/{KEY}.yml"
    record.write_text(f"{record.read_text(encoding='utf-8')}mentions:\n  {line}\n", encoding="utf-8")


def test_the_table_is_as_short_as_there_is_nothing_to_decide():
    table = said(PROJECT, "mentions")
    assert re.match(r"\d+ links to (\d+) of \1 entities\n", table)
    assert not part(table, "Not linked")
    assert not part(table, "Perhaps misspelt")


def test_a_name_left_alone_is_told_with_its_rule_and_a_line_to_paste(doubts: Path):
    rows = part(said(doubts, "mentions"), "Not linked")
    assert f"{KEY} p3  “Петренко”  no-other-given-name" in rows
    assert '- {p: 3, quote: "Петренко", entity: ivan-petrenko, as: name}' in rows
    assert '- {p: 3, quote: "Петренко", entity: none}' in rows


def test_a_misspelling_is_suggested_and_never_linked(doubts: Path):
    rows = part(said(doubts, "mentions"), "Perhaps misspelt")
    line = '- {p: 2, quote: "Анной Линдтт", entity: anna-lindt, as: sic}'
    assert line in rows
    assert "Линдтт" not in said(doubts, "mentions", "--jsonl", "-")
    decide(doubts, line)
    assert "Анной Линдтт" in said(doubts, "mentions", "--jsonl", "-")
    assert not part(said(doubts, "mentions"), "Perhaps misspelt")


@pytest.mark.parametrize("index", [0, 1], ids=["the entity", "nobody"])
def test_a_pasted_line_decides(doubts: Path, index: int):
    lines = [line.strip() for line in part(said(doubts, "mentions"), "Not linked").splitlines()]
    decide(doubts, [line for line in lines if line.startswith("- ")][index])
    assert not part(said(doubts, "mentions"), "Not linked")
    linked = [json.loads(line) for line in said(doubts, "mentions", "--jsonl", "-").splitlines()]
    assert any(one["paragraph"] == 3 for one in linked) == (index == 0)


def test_words_that_occur_twice_are_numbered(doubts: Path):
    seed = doubts / "seeds/arrival.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("Весь мир", "Весь Петренко, мир"), "utf-8")
    lock(doubts)
    decide(doubts, '- {p: 3, quote: "Петренко", nth: 2, entity: none}')
    assert '- {p: 3, quote: "Петренко", nth: 1, entity: ivan-petrenko, as: name}' in said(doubts, "mentions")


def test_a_given_name_alone_is_too_little_to_guess_from(doubts: Path):
    seed = doubts / "seeds/arrival.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("Весь мир", "И Анноя, и весь мир"), "utf-8")
    lock(doubts)
    assert "Анноя" not in part(said(doubts, "mentions"), "Perhaps misspelt")


def test_the_line_that_a_warning_proposes_decides(doubts: Path):
    twin = (doubts / "data/people/ivan-petrenko.yml").read_text(encoding="utf-8")
    (doubts / "data/people/another-petrenko.yml").write_text(twin, encoding="utf-8")
    seed = doubts / "seeds/arrival.txt"
    seed.write_text(
        seed.read_text(encoding="utf-8").replace("Петренко приняла", "Иван Петренко был"), "utf-8"
    )
    lock(doubts)
    warned = said(doubts, "mentions", "--jsonl", doubts / "lines.jsonl")
    proposed = re.findall(r"decide under mentions: (- .*)", warned)
    assert len([line for line in proposed if "Иван Петренко" in line]) == 2
    decide(doubts, proposed[0])
    left = re.findall(
        r"decide under mentions: (- .*)", said(doubts, "mentions", "--jsonl", doubts / "l.jsonl")
    )
    assert proposed[0] not in left
    assert proposed[1] in left


def test_names_that_did_no_work_are_listed(doubts: Path):
    rows = part(said(doubts, "mentions"), "Never named").splitlines()
    assert "  mir  by any name" in rows
    assert "  anna-lindt  “Анна Линд” (ru)" in rows
    assert not any("ivan-petrenko" in row for row in rows)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Приморский", "looks like an adjective"),
        ("2024", "is a number"),
        ("Порт", "is also a name of mir"),
        ("Мир", "is an ordinary word"),
    ],
)
def test_the_registry_is_looked_over(doubts: Path, name: str, why: str):
    record = doubts / "data/organisations/mir.yml"
    record.write_text(f"{record.read_text(encoding='utf-8')}aliases: {{ru: [Порт]}}\n", encoding="utf-8")
    rows = part(said(doubts, "mentions"), "Names to think over")
    assert re.search(rf"^  data/\w+/\w+\.yml:\d+:\d+: \w+  “{name}” \(ru\) {why}", rows, re.MULTILINE)


def test_sound_names_are_not_looked_over(doubts: Path):
    rows = part(said(doubts, "mentions"), "Names to think over")
    assert "Приморск”" not in rows
    assert "Петренко" not in rows


def test_new_and_lost_links_are_told_against_the_last_build(doubts: Path):
    before = doubts / "site/mentions.jsonl"
    before.parent.mkdir()
    said(doubts, "mentions", "--jsonl", before)
    table = said(doubts, "mentions")
    assert "since the last build" not in table
    decide(doubts, '- {p: 2, quote: "Анной Линдтт", entity: anna-lindt, as: sic}')
    (doubts / "data/places/primorsk.yml").unlink()
    table = said(doubts, "mentions")
    assert f"{KEY} p2  “Анной Линдтт” → anna-lindt" in part(table, "New links since the last build")
    assert f"{KEY} p1  “Приморск” → primorsk" in part(table, "Lost links since the last build")


def test_a_build_leaves_its_links_to_compare_with(site: Path):
    lines = [json.loads(line) for line in (site / "mentions.jsonl").read_text("utf-8").splitlines()]
    assert lines
    assert "since the last build" not in said(PROJECT, "mentions", "--since", site / "mentions.jsonl")


@pytest.mark.parametrize("content", ["[", "[]", '{"doc": 1}', "\x00"])
def test_what_is_no_list_of_links_is_refused(doubts: Path, content: str):
    before = doubts / "other.jsonl"
    before.write_text(content, encoding="utf-8")
    done = dossier("mentions", "--root", doubts, "--since", before)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be compared with" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("1:Иван Петренко", "“Иван Петренко” names ivan-petrenko: exact-name"),
        ("p1:Петренко приняла", "“Петренко” names ivan-petrenko: surname"),
        ("3:Петренко", "“Петренко” is not linked to ivan-petrenko: no-other-given-name"),
        ("3:мир", "“мир” is not linked to mir: capitals-fit"),
        ("3:Северогорск", "no registered name, in any of its forms"),
    ],
)
def test_explain_says_which_rule_linked_or_refused(doubts: Path, place: str, told: str):
    assert told in said(doubts, "explain", f"{KEY}:{place}")


def test_explain_knows_the_decision_that_words_name_nobody(doubts: Path):
    decide(doubts, '- {p: 1, quote: "Приморск", entity: none}')
    assert "“Приморск” names nobody: override" in said(doubts, "explain", f"{KEY}:1:Приморск")


def test_explain_answers_for_each_occurrence(doubts: Path):
    assert said(doubts, "explain", f"{KEY}:1:Петренко").count(f"{KEY} p1, characters") == 2


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("nothing", "write  dossier explain SOURCE:P:QUOTE"),
        (f"{KEY}:1:", "write  dossier explain"),
        (f"{KEY}:x:y", "write  dossier explain"),
        (f"{KEY}:{'9' * 5000}:y", "write  dossier explain"),
        ("2024-06-01-arival:1:y", f"did you mean “{KEY}”?"),
        (f"{KEY}:9:y", "has no paragraph 9; it has 4"),
        (f"{KEY}:1:Иван  Петренко", "letter for letter"),
    ],
)
def test_explain_says_what_is_wrong_with_the_question(doubts: Path, place: str, told: str):
    done = dossier("explain", "--root", doubts, place)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_every_rule_has_a_reason():
    rules = {rule.__name__.replace("_", "-") for rule in EVERY} | {
        "surname",
        "foreign-alias",
        "ambiguous-name",
    }
    assert all(reason(rule).endswith(".") for rule in rules)


def test_suggest_groups_forms_under_the_base(doubts: Path):
    told = said(doubts, "suggest", KEY)
    assert "Роман Величко  4 ×: p2 “Роман Величко”, “Романом Величко”, “Величко”; p4" in told
    assert "Северогорск  2 ×: p3 “Северогорске”, “Северогорск”" in told
    assert "Утро над заливом  1 ×" in told
    assert not re.search("^(Иван|Приморск|Весь|Разговор|Вести)", told, re.MULTILINE)


def test_whom_a_source_credits_is_not_suggested(minimal: Path):
    record = minimal / "data/sources/2024-05-01-harbour-news.yml"
    assert "Nobody" not in said(minimal, "suggest", "2024-05-01-harbour-news")
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"credits:\n.*\n", "", text), encoding="utf-8")
    assert "Nobody" in said(minimal, "suggest", "2024-05-01-harbour-news")


def test_a_suggested_record_is_the_beginning_of_a_sound_one(doubts: Path):
    stub = re.search(
        r"    # (data/people/roman-velichko\.yml)\n((?:    .*\n)+)", said(doubts, "suggest", KEY)
    )
    assert stub is not None
    text = re.sub("^    ", "", stub[2], flags=re.MULTILINE)
    assert yaml.safe_load(text)["names"] == {"en": None, "ru": "Роман Величко"}
    filled = (
        text.replace("  en:\n  ru", "  en: Roman Velychko\n  ru")
        .replace("gender:   # m or f", "gender: m")
        .replace("summary:\n  en:", "summary:\n  en: A minister [background].")
    )
    (doubts / stub[1]).write_text(filled, encoding="utf-8")
    assert "Роман Величко" not in said(doubts, "suggest", KEY)


@pytest.mark.parametrize(
    ("words", "suggested"),
    [("Аб " * 12, True), ("Аб " * 13, False), ("Аб" + "а" * 3000 + " Аб", True)],
    ids=["a long name", "a heading", "a word without end"],
)
def test_what_is_too_long_for_a_name_is_no_suggestion(doubts: Path, words: str, suggested: bool):
    seed = doubts / "seeds/arrival.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("Весь мир", f"{words}, весь мир"), "utf-8")
    lock(doubts)
    assert bool(re.search("^Аб", said(doubts, "suggest", KEY), re.MULTILINE)) == suggested


@pytest.mark.parametrize("command", ["suggest", "explain"])
def test_a_terminal_obeys_nothing_that_was_asked(doubts: Path, command: str):
    done = dossier(command, "--root", doubts, "\x1b[31mred:1:x")
    assert done.returncode == 2
    assert "\\u001b[31mred" in done.stderr


def test_suggest_names_the_source_that_was_meant(doubts: Path):
    done = dossier("suggest", "--root", doubts, "2024-06-01-arival")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"did you mean “{KEY}”?" in done.stderr


@pytest.mark.parametrize("command", [("mentions",), ("explain", f"{KEY}:1:Иван"), ("suggest", KEY)])
def test_problems_come_first(doubts: Path, command: tuple[str, ...]):
    (doubts / "data/kinds.yml").write_text("kinds: [", encoding="utf-8")
    done = dossier(command[0], "--root", doubts, *command[1:])
    assert done.returncode == 1
    assert "yaml-syntax" in done.stdout


def test_a_reader_that_stops_reading_is_no_failure_to_tell_of():
    command = [sys.executable, "-m", "dossier", "mentions", "--root", str(PROJECT), "--jsonl", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, told = running.communicate(timeout=60)
    assert b"Traceback" not in told
