"""The bench turns any task of the shared layout into a dossier, and invents sound ones itself."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench.changes import CHANGES
from bench.goals import EDIT, judged
from bench.large import write as write_large
from bench.markdown import Article, Link, articles
from bench.mentions import run, write_dossier
from bench.peers import PEERS, program
from bench.peers.peer import Peer
from bench.picture import picture
from bench.process import run as run_process
from bench.results import FULL, NOTHING, Built, Results, Size, save
from bench.results import load as load_results
from bench.scale import PAGE, PICTURE, with_tables
from bench.search import convert as convert_for_search
from bench.slavicner import convert, predict
from bench.table import tables
from dossier.build import build
from dossier.load import load

TASK = {
    "input/registry/person.yaml": (
        "- {id: Ada-Reed, kind: person, name: {cs: Ada Reedová}, aliases: {cs: [Reedová]}}\n"
    ),
    "input/registry/river boats.yaml": "- {id: 'Lamp 1/2', kind: River Boat, name: {pl: Lampa}}\n",
    "input/texts/cs/one.txt": "Ada Reedová přijela.\n\nReedová odjela.\r\n",
    "input/texts/pl/two.txt": "\ufeffŁódź Lampa.",
}


def test_a_task_becomes_a_dossier_and_its_own_ids_come_back(tmp_path: Path):
    task = tmp_path / "lamps-full"
    for name, text in TASK.items():
        path = task / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    output = tmp_path / "predictions.jsonl"
    taken = predict(convert(task, tmp_path / "dossier"), output)
    found = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert taken.articles == 2
    assert [(line["doc"], line["surface"], line["entity"]) for line in found] == [
        ("one", "Ada Reedová", "Ada-Reed"),
        ("one", "Reedová", "Ada-Reed"),
        ("two", "Lampa", "Lamp 1/2"),
    ]
    for line in found:
        path = next(task.glob(f"input/texts/*/{line['doc']}.txt"))
        text = path.read_bytes().decode("utf-8")
        assert text[line["start"] : line["end"]] == line["surface"]


def test_tasks_become_one_dossier_to_search(tmp_path: Path):
    tasks = [tmp_path / name for name in ("lamps-full", "boats-full")]
    for task in tasks:
        for name, text in TASK.items():
            path = task / name.replace("one", f"one {task.name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    root = tmp_path / "dossier"
    root.mkdir()
    assert convert_for_search(tasks, root, pages=7) == ["cs", "pl"]
    found, problems = load(root)
    assert found is not None, problems.found
    assert len(found.entities) == 2, "what two tasks register is one entity"
    assert len(found.sources) == 7
    assert "one-lamps-full" in found.sources, "a source is called as its document is"


def test_an_invented_dossier_is_sound_and_the_same_each_time(tmp_path: Path):
    for name in ("one", "two"):
        write_dossier(tmp_path / name, names=20, articles=3, size=1_000)
    one, two = ({path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
                for root in (tmp_path / "one", tmp_path / "two"))  # fmt: skip
    assert one == two
    assert run(tmp_path / "one").mentions > 0


def test_a_large_dossier_is_sound_and_names_few_of_its_entities_often(tmp_path: Path):
    write_large(tmp_path, entities=60, articles=30, claims=45)
    built, problems = build(tmp_path)
    assert not problems.found
    assert built is not None
    index = built.index
    assert (len(index.dossier.entities), len(index.dossier.sources)) == (60, 30)
    assert len(index.claims_by_date) == 45
    counts = sorted((len(found) for found in index.mentions_of.values()), reverse=True)
    assert sum(counts[:15]) > sum(counts[15:])


def taken(cpu: float, pages: int, *, memory: float = 90) -> Built:
    return Built(cpu=cpu, wall=cpu, memory=memory, pages=pages, files=2 * pages, bytes=1000 * pages)


def measured() -> Results:
    small = Size(100, {"compose": 0.2}, {FULL: taken(1, 10), NOTHING: taken(0.1, 10)}, {"Hugo": None})
    ours = {FULL: taken(20, 100), NOTHING: taken(0.2, 100), EDIT: taken(5, 100, memory=1200)}
    peers = {"Hugo": taken(5, 50), "Material + static-i18n": None}
    return Results("3.11", 2, (small, Size(1000, {"compose": 3.0}, ours, peers)))


def test_goals_are_held_against_the_largest_size():
    met = {one.goal.name: (one.value, one.verdict) for one in judged(measured())}
    assert met["CPU a page against Material + static-i18n"] == (None, "not measured")
    assert met["CPU a page against Hugo"] == (2.0, "not met")
    assert met["CPU a page against the size before"] == (2.0, "not met")
    assert met["one edited article against a full build"] == (0.25, "not met")
    assert met["nothing changed"] == (0.2, "ambitious")
    assert met["memory of the largest process"] == (1200, "not met")


def test_others_are_held_against_the_largest_dossier_that_they_built():
    small, large = measured().sizes
    others = {"Hugo": taken(2, 10)}
    results = replace(measured(), sizes=(replace(small, peers=others), replace(large, peers={})))
    met = {one.goal.name: (one.value, one.verdict) for one in judged(results)}
    assert met["CPU a page against Hugo"] == (0.5, "ambitious")
    assert met["one edited article against a full build"] == (0.25, "not met")
    lines = tables(results)
    assert [line.split(" | ")[0] for line in lines if "articles | pages" in line] == [
        "| 100 articles",
        "| 1,000 articles",
    ]
    assert ">Milliseconds of CPU a page, 100 articles<" in picture(results)


def test_a_table_of_growth_holds_each_stage_against_the_smallest_size():
    lines = tables(measured())
    assert "| compose | 20.00 | 30.00 | 1.50 |" in lines
    assert any(line.startswith("| Material + static-i18n | not measured |") for line in lines)


def test_results_come_back_as_they_were_kept(tmp_path: Path):
    save(measured(), tmp_path / "results.json")
    assert load_results(tmp_path / "results.json") == measured()


def test_a_size_measured_later_stands_beside_the_others_in_order():
    kept = measured()
    largest, again = Size(10_000, {}, {}, {}), Size(100, {}, {}, {})
    found = kept.with_sizes(Results("3.11", 2, (again, largest)))
    assert found.sizes == (again, kept.sizes[1], largest)


def test_the_page_on_costs_follows_from_the_kept_results():
    kept = load_results()
    page = PAGE.read_text(encoding="utf-8")
    assert tables(kept)[2] in page
    assert with_tables(page, kept) == page, "make bench ARGS=--draw"
    assert PICTURE.read_text(encoding="utf-8") == picture(kept), "make bench ARGS=--draw"


def test_the_picture_keeps_to_the_policy_and_names_what_was_measured():
    drawn = ET.fromstring(picture(measured()))
    assert not [one for one in drawn.iter() if "style" in one.attrib or one.tag.endswith("style")]
    words = {one.text for one in drawn.iter() if one.tag.endswith("text")}
    assert {"Hugo", "this generator", FULL, EDIT} <= words
    assert "Material + static-i18n" not in words, "it was not measured"


def test_changes_of_an_invented_dossier_leave_it_sound(tmp_path: Path):
    write_large(tmp_path, entities=30, articles=20, claims=30)
    spoken = []
    for name, change in CHANGES.items():
        change(tmp_path)
        found, problems = load(tmp_path)
        assert found is not None, name
        assert {one.rule for one in problems.found} <= {"missing-words"}, name
        spoken.append(len(found.settings.languages))
    assert spoken == [3, 3, 4]


def test_pages_become_markdown_with_the_links_that_lead_to_pages(tmp_path: Path):
    page = (
        "<title>Ada</title><nav>left out</nav><article><h1>Ada</h1><svg><text>left out</text></svg>"
        "<p>See <a href='../reed/#p1'>R*e*ed</a>, <a href='#x'>here</a>, <a href='../../ru/'>there</a>.</p>"
        "<ul><li>One</li></ul><template><p>left out</p></template></article>"
    )
    for place in ("people/ada", "people/reed", "people", "", "ru"):
        path = tmp_path / place / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    found = {(one.language, one.path): one for one in articles(tmp_path, {"en": "", "ru": "ru/"})}
    assert set(found) == {
        ("en", ""),
        ("en", "people"),
        ("en", "people/ada"),
        ("en", "people/reed"),
        ("ru", ""),
    }
    ada = found["en", "people/ada"]
    text = ada.text("/{}/".format)
    assert text.split("\n\n")[2:] == ["See [R\\*e\\*ed](/people/reed/), here, there.", "- One", "\n"]
    assert (ada.title, ada.file("index")) == ("Ada", "people/ada.md")
    assert found["en", "people"].file("_index") == "people/_index.md"


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_each_peer_is_given_every_page_once(peer: Peer, tmp_path: Path):
    pages = [
        Article(
            language,
            path,
            "T",
            (f"{language} {path} ", Link("words", "people")),
            path == "people" or not path,
        )
        for language in ("en", "ru")
        for path in ("", "people", "people/ada")
    ]
    peer.write(tmp_path, pages)
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")]
    for page in pages:
        assert sum(f"{page.language} {page.path} [words](" in text for text in texts) == 1


def test_a_peer_that_is_not_installed_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    ours = ["Material + static-i18n", "Material + static-i18n, tuned"]
    assert [peer.name for peer in PEERS if program(peer, tmp_path)] == ours
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "hugo").touch(mode=0o755)
    assert program(PEERS[2], tmp_path) == str(tmp_path / "bin" / "hugo")


def test_what_a_command_takes_is_measured_with_its_children_and_its_failure_stops(tmp_path: Path):
    work = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(sum(range(10**6)))'])"
    taken, told = run_process([sys.executable, "-c", work], tmp_path)
    assert told.strip() == "499999500000"
    assert taken.cpu > 0
    assert taken.memory > 1, "megabytes"
    with pytest.raises(SystemExit, match="ended with 3:\nno"):
        run_process([sys.executable, "-c", "print('no'); raise SystemExit(3)"], tmp_path)
