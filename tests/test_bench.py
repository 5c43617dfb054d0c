"""The bench turns any task of the shared layout into a dossier, and invents sound ones itself."""

from __future__ import annotations

import json
from pathlib import Path

from bench.large import write as write_large
from bench.mentions import run, write_dossier
from bench.scale import Measured, table
from bench.search import convert as convert_for_search
from bench.slavicner import convert, predict
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


def test_a_table_of_growth_holds_each_stage_against_the_smallest_size():
    small = Measured(10, {"compose": 0.2, "together": 1.0}, full=1.0, nothing=0.1, edit=0.5, memory=90)
    large = Measured(100, {"compose": 3.0, "together": 20.0}, full=20.0, nothing=0.2, edit=5.0, memory=1200)
    lines = table({100: small, 1000: large})
    assert "| compose | 20.00 | 30.00 | 1.50 |" in lines
    assert "| one edit, against a full build | 0.50 | 0.25 |" in lines
    assert "| memory of the largest process, MB | 90 | 1,200 |" in lines
