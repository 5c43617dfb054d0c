"""What is linked and what is not: every case is an entry of a YAML file in ``cases/``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.link import link
from dossier.link.editors.explain import REASONS
from dossier.link.editors.misspellings import MISSPELT
from dossier.link.linker import linked_article, prepared
from dossier.model import Dossier
from tests.link.helpers import dossier, entity, source

CASES = Path(__file__).parent / "cases"


def load(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """The cases of a file, each with the file's registry below its own."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    shared = content.get("registry", {})
    return [
        (f"{path.stem}: {case['name']}", {**case, "registry": {**shared, **case.get("registry", {})}})
        for case in content["cases"]
    ]


ALL = [found for path in sorted(CASES.glob("*.yml")) for found in load(path)]


def made(case: dict[str, Any]) -> Dossier:
    """The registry and the articles of a case."""
    entities = [entity(id_, record) for id_, record in case["registry"].items()]
    article = source(
        "article", case["text"], case["language"], case.get("overrides", ()), case.get("date", "unknown")
    )
    others = [
        source(f"other-{at}", text, case["language"]) for at, text in enumerate(case.get("elsewhere", ()))
    ]
    return dossier(entities, [article, *others])


@pytest.mark.parametrize("case", [case for _, case in ALL], ids=[name for name, _ in ALL])
def test_links(case: dict[str, Any]) -> None:
    """The shown mentions are those listed, the hidden ones too, and what was left alone or asked."""
    linked, problems = link(made(case))
    mentions = [one for one in linked.mentions if one.source == "article"]
    assert [[one.surface, one.entity] for one in mentions if one.shown] == case["links"]
    assert [[one.surface, one.entity] for one in mentions if not one.shown] == case.get("hidden", [])
    assert [problem.rule for problem in problems] == case.get("problems", [])
    for rule, surface in case.get("rules", {}).items():
        assert rule in {one.rule for one in mentions if one.surface == surface}
    if "abstains" in case:
        left = [one for one in linked.abstentions if one.source == "article"]
        assert [[one.surface, *one.entities, one.rule] for one in left] == case["abstains"]


def test_every_rule_has_a_case_in_which_it_links_or_refuses() -> None:
    found: set[str] = set()
    for _, case in ALL:
        one = made(case)
        articles, scenes = prepared(one)
        linked = linked_article(
            one.sources["article"], articles["article"], scenes[one.sources["article"].language]
        )
        found |= {mention.rule.removeprefix("foreign-") for mention in linked.mentions} | {
            refusal.rule for refusal in linked.refusals
        }
    assert sorted(set(REASONS) - {MISSPELT} - found) == []
