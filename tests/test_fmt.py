"""``dossier fmt``: one form of every record, with all that it says and all its comments."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.cli import main
from dossier.layout.canonical import canonical
from dossier.layout.scalars import WIDTH
from dossier.problems import Problems
from dossier.raw import Listing, Mapping, Node
from dossier.read import yaml_nodes
from tests.dossiers import PROJECT, SITES

CASES = yaml.safe_load((Path(__file__).parent / "layout.yml").read_text(encoding="utf-8"))
SCHEMA: dict[str, Any] = {
    "properties": {
        "id": {},
        "text": {},
        "items": {"items": {"properties": {"p": {}, "quote": {}}}},
    }
}
RECORDS = sorted([*PROJECT.glob("data/**/*.yml"), *SITES.glob("*/data/**/*.yml")])


def said(text: str) -> Any:
    """What the reader takes from a text: maps, lists and texts."""
    problems = Problems()
    node = yaml_nodes.parse(text, "record.yml", problems)
    assert problems.found == []
    return None if node is None else plain(node)


def plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    return [plain(item) for item in node.items] if isinstance(node, Listing) else node.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_record_takes_its_form(case: dict[str, str]) -> None:
    assert canonical(case["before"], SCHEMA) == case["after"]
    assert canonical(case["after"], SCHEMA) == case["after"]
    assert said(case["before"]) == said(case["after"])


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_a_record_of_this_project_says_the_same_in_its_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    form = canonical(text, {})
    assert said(form) == said(text)
    assert canonical(form, {}) == form
    assert re.findall(r"(?m)^\s*#.*", form) == re.findall(r"(?m)^\s*#.*", text)


TEXTS = st.text(st.sampled_from("ab 1:#-'\"\\[]{},|>%@&*!?~=\n\t\xa0№ї🙂."), max_size=300) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=20
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS.filter(lambda t: t != "<<"), inner),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["id", "text", "items", "other"]), VALUES, min_size=1),
    st.booleans() | st.none(),
    st.sampled_from([None, "'", '"', ">", "|"]),
)
def test_whatever_a_record_says_its_form_says_too(
    record: dict[str, Any], flow: bool | None, style: str | None
) -> None:
    written = yaml.safe_dump(
        record, default_flow_style=flow, default_style=style, allow_unicode=True, sort_keys=False
    )
    text = re.sub(r"!!\w+ ", "", written)
    problems = Problems()
    if yaml_nodes.parse(text, "record.yml", problems) is None:
        return  # the reader refuses it, and so does the command
    form = canonical(text, SCHEMA)
    assert said(form) == said(text)
    assert canonical(form, SCHEMA) == form


@given(
    st.lists(
        st.sampled_from(
            ["# note", "  # deeper", "    # deepest", "", "id: a  # beside", "items:  # list", "  - p: 1",
             "    quote: >-  # sign\n      words", "  - {quote: b, p: 2}  # end", "text: [a,  # in\n    b]"]
        ),
        max_size=9,
    )
)  # fmt: skip
def test_no_comment_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    if yaml_nodes.parse(text, "record.yml", Problems()) is None:
        return  # no record
    form = canonical(text, SCHEMA)
    assert said(form) == said(text)
    assert sorted(re.findall("#.*", form)) == sorted(re.findall("#.*", text))
    assert canonical(form, SCHEMA) == form


def test_the_records_of_this_dossier_are_in_their_form() -> None:
    assert main(["fmt", "--check", "--root", str(PROJECT)]) == 0


def test_a_record_is_named_with_its_line_and_then_written(
    minimal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fmt", "--root", str(minimal)]) == 0
    capsys.readouterr()
    path = minimal / "data" / "kinds.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\n", encoding="utf-8")
    assert main(["fmt", "--check", "--root", str(minimal)]) == 1
    assert "data/kinds.yml:" in capsys.readouterr().out
    assert main(["fmt", "--check", "--format", "github", "--root", str(minimal)]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/kinds.yml,line=")
    assert main(["fmt", str(path), "--root", str(minimal)]) == 0
    assert path.read_text(encoding="utf-8") == before
    assert main(["fmt", "--check", "--root", str(minimal)]) == 0


def test_what_cannot_be_read_is_refused_in_the_reader_s_words(
    minimal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next((minimal / "data").glob("*/*.yml"))
    path.write_text("names: [\n", encoding="utf-8")
    assert main(["fmt", "--root", str(minimal)]) == 1
    assert "error[yaml-syntax]" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == "names: [\n"


def test_a_file_that_is_no_record_is_refused(minimal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", str(minimal / "data" / "kind.yml"), "--root", str(minimal)]) == 2
    assert "data/kind.yml is no record" in capsys.readouterr().err


def test_no_line_is_longer_than_it_must_be() -> None:
    form = canonical("text: " + "word " * 100 + "end\n", SCHEMA)
    assert max(map(len, form.split("\n"))) <= WIDTH
