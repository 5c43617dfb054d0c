"""What is left out of Jinja changes nothing that a template gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from dossier.render.fragment import environment
from dossier.render.lean import LeanContext, LeanGenerator, LeanTemplate, escaped

TEMPLATES = {
    "macros.html": "{% macro shown(one) %}<b title='{{ one }}'>{{ one }}{{ tail }}</b>{% endmacro %}",
    "other.html": '{% import "macros.html" as parts with context %}{{ parts.shown(text) }}',
    "page.html": """{% import "macros.html" as parts with context %}
        {% from "other.html" import nothing with context %}
        {{ parts.shown(text) }}{% for one in [text, safe, 3, none] %}{{ one }}{{ loop.index }}
        {{ call(one) }}{% endfor %}
        {{ "<i>" ~ text }}{{ safe | upper }}{% set kept %}<u>{{ text }}</u>{% endset %}{{ kept }}""",
}


def rendered(text: str, lean: bool) -> str:
    made = Environment(loader=DictLoader(TEMPLATES), autoescape=True)
    if lean:
        made.context_class, made.template_class = LeanContext, LeanTemplate
        made.code_generator_class = LeanGenerator
    values: dict[str, Any] = {"safe": Markup("<em>ä</em>"), "tail": "'", "call": lambda one: f"<{one}>"}
    return made.get_template("page.html").render(text=text, href=values.get, **values)


@given(st.text(alphabet="<>&'\"a ä\u2028", max_size=12))
def test_pages_come_out_as_jinja_makes_them(text: str) -> None:
    assert rendered(text, lean=True) == rendered(text, lean=False)


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
def test_values_are_written_as_markupsafe_writes_them(value: object) -> None:
    assert escaped(value) == escape(value)


def test_a_text_that_takes_itself_for_html_is_written_as_it_says() -> None:
    class Own(str):
        __slots__ = ()

        def __html__(self) -> str:
            return "<b>"

    assert escaped(Own("x")) == escape(Own("x")) == "<b>"


def test_macros_are_made_once_for_a_page_and_anew_for_the_next() -> None:
    template = environment().from_string("{% macro here() %}{{ href }}{% endmacro %}")
    one, other = (lambda: "1"), (lambda: "2")
    assert template.make_module({"href": one}) is template.make_module({"href": one})
    assert template.make_module({"href": one}) is not template.make_module({"href": other})
    assert template.make_module() is not template.make_module()


@pytest.mark.parametrize("setting", ["autoescape", "undefined"])
def test_the_templates_escape_and_know_no_undefined_names(setting: str) -> None:
    assert getattr(environment(), setting) in (True, StrictUndefined)
