"""``dossier mentions`` writes what the pages show, one JSON line a mention."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.build import build
from dossier.link import link, scan
from dossier.load import load
from tests.dossiers import PROJECT, dossier


def lines_of(*options: str) -> list[dict[str, Any]]:
    done = dossier("mentions", "--root", PROJECT, "--jsonl", "-", *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_offsets_count_code_points_of_the_whole_article():
    checked, _ = load(PROJECT)
    assert checked is not None
    for line in lines_of("--all"):
        source = checked.sources[line["doc"]]
        assert source.text[line["start"] : line["end"]] == line["surface"]
        assert line["surface"] in source.paragraph(line["paragraph"]).text
        assert line["entity"] in checked.entities


def test_links_alone_are_written_unless_all_is_asked():
    shown, everything = lines_of(), lines_of("--all")
    assert shown == [line for line in everything if line.get("shown", True)]
    assert len(shown) < len(everything)


def test_the_lines_are_those_of_the_pages():
    built, _ = build(PROJECT)
    assert built is not None
    shown = {mention for found in built.index.mentions_of.values() for mention in found if mention.shown}
    assert len(lines_of()) == len(shown)


def test_a_file_is_written_and_problems_are_told_instead(minimal: Path, tmp_path: Path):
    target = tmp_path / "mentions.jsonl"
    assert dossier("mentions", "--root", minimal, "--jsonl", target).returncode == 0
    assert [json.loads(line)["doc"] for line in target.read_text(encoding="utf-8").splitlines()]
    before = target.read_bytes()
    (minimal / "data" / "kinds.yml").write_text("kinds: [", encoding="utf-8")
    done = dossier("mentions", "--root", minimal, "--jsonl", target)
    assert done.returncode == 1
    assert "yaml-syntax" in done.stdout
    assert target.read_bytes() == before


def test_nothing_is_written_twice_for_one_span():
    checked, _ = build(PROJECT)
    assert checked is not None
    spans = [(line["doc"], line["start"], line["end"], line["entity"]) for line in lines_of("--all")]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize("target", [".", "seeds/harbour.txt/lines.jsonl"])
def test_a_file_that_cannot_be_written_is_named(minimal: Path, target: str):
    done = dossier("mentions", "--root", minimal, "--jsonl", minimal / target)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_first_look_at_a_name_refuses_none_that_stands_there(monkeypatch: pytest.MonkeyPatch):
    found, _ = load(PROJECT)
    assert found is not None
    looked = link(found)
    monkeypatch.setattr(scan, "_may_go_on", lambda *_: True)
    assert link(found) == looked
