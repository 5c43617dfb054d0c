"""What MkDocs would stop at without a place is told with one; the rest of the table is in ``tests/check``."""

from __future__ import annotations

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from dossier.problems import Problems
from dossier.read.settings import read_settings
from dossier.read.settings_shape import KNOWN, check_shape
from tests.dossiers import PROJECT

START = "site_name: Harbour\nplugins:\n  - i18n:\n      languages:\n"


def told(languages: list[str]) -> list[str]:
    text = START + "".join(f"        - {one}\n" for one in languages)
    problems = Problems()
    check_shape(yaml.compose(text), "mkdocs.yml", lambda node: node.value, problems)
    return [f"{one.rule} {one.where}" for one in problems.sorted()]


def test_all_settings_of_mkdocs_are_known_and_no_others() -> None:
    assert {name for name, _ in MkDocsConfig()._schema} == KNOWN


@pytest.mark.parametrize(
    ("languages", "problems"),
    [
        (["{locale: en}"], []),
        (["{locale: en, default: true}", "{locale: fr}"], []),
        (["{locale: en}", "{locale: fr, build: false}"], []),
        (["{locale: en, default: false}", "{locale: fr}"], ["no-default mkdocs.yml:5:20"]),
        (
            ["{locale: en, default: true}", "{locale: fr, default: true}"],
            ["no-default mkdocs.yml:6:33"],
        ),
        (["{locale: en, default: true}", "{locale: fr, default: true, build: false}"], []),
    ],
)
def test_one_language_stands_at_the_root(languages: list[str], problems: list[str]) -> None:
    assert told(languages) == problems


def test_the_project_s_own_settings_are_sound() -> None:
    problems = Problems()
    assert read_settings(PROJECT, problems)
    assert problems.found == []
