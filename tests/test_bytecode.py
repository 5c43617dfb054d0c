"""Compiled templates are remembered: the next run compiles none, and a changed template is compiled anew."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from dossier.memo import Memo
from dossier.render.bytecode import RememberedTemplates


def rendered(memo: Memo, **templates: str) -> str:
    """The template ``page``, rendered by an environment of its own, as another process has."""
    made = Environment(
        loader=DictLoader(templates), autoescape=True, bytecode_cache=RememberedTemplates(memo)
    )
    return made.get_template("page").render(word="<b>")


def test_the_next_run_compiles_nothing_and_renders_the_same() -> None:
    first, templates = Memo(), {"page": "{% include 'part' %}!", "part": "{{ word }}"}
    said = rendered(first, **templates)
    second = Memo(first.kept())
    assert rendered(second, **templates) == said == "&lt;b&gt;!"
    assert len(first.made) == 2
    assert second.made == {}


def test_a_changed_template_is_compiled_anew_and_alone() -> None:
    first = Memo()
    rendered(first, page="{% include 'part' %}!", part="{{ word }}")
    second = Memo(first.kept())
    assert rendered(second, page="{% include 'part' %}!", part="no {{ word }}") == "no &lt;b&gt;!"
    assert len(second.made) == 1
