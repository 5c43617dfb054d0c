"""Whatever the files hold: problems are told, and nothing raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.build import build
from dossier.load import load
from dossier.problems import Problems
from dossier.raw import Listing, Mapping, Node, Scalar
from dossier.read import yaml_nodes
from tests.dossiers import assemble, lock

FILES = (
    "mkdocs.yml",
    "data/kinds.yml",
    "data/people/ada-reed.yml",
    "data/sources/2024-05-01-harbour-news.yml",
    "data/references.bib",
    "seeds/harbour.txt",
    "seeds/SHA256SUMS",
    "docs/en/index.md",
)
SIGNS = "\t \n\r:-{}[],'\"#&*!|>%@`?~<=0123456789abeny\\_.ё\u0000\u0085\u2028\ufeff"


def scalars(node: Node) -> list[Scalar]:
    """Every scalar of a tree."""
    if isinstance(node, Scalar):
        return [node]
    inner = node.items if isinstance(node, Listing) else node.items.values()
    return [scalar for item in inner for scalar in scalars(item)]


@given(st.text(alphabet=SIGNS, max_size=80) | st.text(max_size=80))
@example("a: &b [*b]")
@example("? ? ? ?")
@example('"\\ud800"')
@example("- " * 100_000)
@example("[" * 100_000)
@example("%YAML 9.9\n---\n")
@example("%TAG ! tag:x,2000:\n---\n!a b")
@example("\ufeff\ufeffa: b")
def test_any_text_is_yaml_of_ours_or_a_problem(text: str) -> None:
    problems = Problems()
    node = yaml_nodes.parse(text, "data/any.yml", problems)
    assert node is None or isinstance(node, Scalar | Listing | Mapping)
    assert node is None or not problems.found
    assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in problems.found)


@given(
    st.lists(st.text(alphabet="abcdefgжї 0123456789.", min_size=1).map(str.strip).filter(bool), min_size=1)
)
def test_a_list_of_plain_words_is_read_as_written(words: list[str]) -> None:
    text = "".join(f'- "{word}"\n' for word in words)
    node = yaml_nodes.parse(text, "data/any.yml", Problems())
    assert node is not None
    assert [scalar.text for scalar in scalars(node)] == words


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assemble("minimal", tmp_path_factory.mktemp("any") / "minimal")


def try_with(root: Path, name: str, data: bytes) -> None:
    """Everything up to pages, with one file changed."""
    path = root / name
    before = path.read_bytes()
    locks = (root / "seeds" / "SHA256SUMS").read_bytes()
    try:
        path.write_bytes(data)
        if name == "seeds/harbour.txt":
            lock(root)
        dossier, problems = load(root)
        assert (dossier is None) == problems.fatal()
        built, _ = build(root)
        if built:
            for pages in built.pages.values():
                assert all(built.fragment(page) for page in pages.values())
    finally:
        path.write_bytes(before)
        (root / "seeds" / "SHA256SUMS").write_bytes(locks)


@given(name=st.sampled_from(FILES), data=st.binary(max_size=200))
def test_any_bytes_in_any_file_raise_nothing(root: Path, name: str, data: bytes) -> None:
    try_with(root, name, data)


@given(
    name=st.sampled_from(FILES),
    place=st.floats(0, 1),
    cut=st.integers(0, 30),
    text=st.text(alphabet=SIGNS, max_size=12) | st.sampled_from(["unknown", "none", "no", "0"]),
)
def test_any_slip_of_the_pen_in_any_file_raises_nothing(
    root: Path, name: str, place: float, cut: int, text: str
) -> None:
    """Most of a file stays sound, so that what follows the readers is reached."""
    written = (root / name).read_text(encoding="utf-8")
    at = int(place * len(written))
    try_with(root, name, (written[:at] + text + written[at + cut :]).encode())
