"""``dossier claim`` adds a claim whose quotation stands, or nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dossier.commands.claim import with_claim
from tests.dossiers import assemble, dossier

KEY = "2024-05-01-harbour-news"
RECORD = f"data/sources/{KEY}.yml"
ANSWERS = {
    "--quote": "The lamp was lit at noon",
    "--about": "ada-reed",
    "--text": 'The lamp was lit at noon: "at last".',
    "--id": "lamp-lit",
    "--date": "2024-05-01",
    "--said-by": "",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return assemble("minimal", tmp_path / "minimal")


def flags(**changed: str) -> list[str]:
    answers = ANSWERS | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    return [word for pair in answers.items() for word in pair]


def test_a_claim_is_added_and_everything_else_stays(root: Path) -> None:
    before = (root / RECORD).read_text(encoding="utf-8")
    done = dossier("claim", KEY, "2", "--root", root, *flags())
    assert done.returncode == 0, done.stdout + done.stderr
    after = (root / RECORD).read_text(encoding="utf-8")
    assert after.startswith(before)
    claim = yaml.safe_load(after)["claims"][-1]
    assert (claim["id"], claim["said_by"], claim["status"]) == ("lamp-lit", [], "reported")
    assert claim["text"]["en"] == ANSWERS["--text"]
    assert claim["evidence"] == [{"p": 2, "quote": ANSWERS["--quote"]}]
    assert dossier("check", "--root", root).returncode == 0
    assert dossier("fmt", "--check", RECORD, "--root", root).returncode == 0


WRONG = {
    "a quotation that is not there": (
        "2",
        {"quote": "The lamp was lit at nine"},
        "does not stand in the paragraph",
    ),
    "one that stands elsewhere": ("1", {}, "does not stand in the paragraph"),
    "one that stands there twice": ("2", {"quote": "The lamp "}, "stands there 2 times"),
    "an entry that nobody knows": ("2", {"about": "ada-red"}, "did you mean “ada-reed”?"),
    "no words": ("2", {"text": " "}, "the claim has no words"),
    "an id that is taken": ("2", {"id": "museum-opened"}, "there is a claim “museum-opened” already"),
    "an id that is none": ("2", {"id": "Lamp lit"}, f"{RECORD}:"),
    "a date that is none": ("2", {"date": "2024-13"}, f"{RECORD}:"),
    "no paragraph": ("9", {}, "has the paragraphs 1 to 3"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_stand_is_said_and_nothing_written(name: str, root: Path) -> None:
    paragraph, changed, expected = WRONG[name]
    before = (root / RECORD).read_bytes()
    done = dossier("claim", KEY, paragraph, "--root", root, *flags(**changed))
    assert done.returncode in {1, 2}
    assert expected in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (root / RECORD).read_bytes() == before


def test_whoever_is_asked_is_told_of_a_slip_and_asked_again(root: Path) -> None:
    typed = ["The lamp was lit at nine", *(ANSWERS[name] for name in ANSWERS)]
    command = [sys.executable, "-m", "dossier", "claim", KEY, "2", "--root", str(root)]
    done = subprocess.run(command, input="\n".join(typed) + "\n", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "“The lamp was lit at nine” does not stand in the paragraph" in done.stderr
    assert "id: lamp-lit" in (root / RECORD).read_text(encoding="utf-8")
    ended = subprocess.run(command, input="", capture_output=True, text=True, check=False)
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)


BLOCK = ["- id: new", "  about: [x]"]
PLACES = {
    "no list": ("file: a\n", "file: a\nclaims:\n  - id: new\n    about: [x]\n"),
    "no line end": ("file: a", "file: a\nclaims:\n  - id: new\n    about: [x]\n"),
    "an empty list": ("claims: []\nnotes: []\n", "claims:\n  - id: new\n    about: [x]\nnotes: []\n"),
    "a list in the middle, with a comment below": (
        "claims:   # ours\n- id: old\n  about: [x]\n\n# what else\nnotes: []\n",
        "claims:   # ours\n- id: old\n  about: [x]\n- id: new\n  about: [x]\n\n# what else\nnotes: []\n",
    ),
    "a deep list at the end": (
        "claims:\n    - id: old\n      text: |\n        claims:\n          - no\n",
        (
            "claims:\n    - id: old\n      text: |\n        claims:\n          - no\n"
            "    - id: new\n      about: [x]\n"
        ),
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_place_of_a_new_claim(name: str) -> None:
    before, after = PLACES[name]
    assert with_claim(before, BLOCK) == after
