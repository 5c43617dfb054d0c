"""Renders what a page's ``<head>`` says to programs: reference managers, search engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.pages import Meta
from dossier.render.fragment import environment


def head(json_ld: Mapping[str, Any], metas: Sequence[Meta] = ()) -> str:
    """The elements that go into the page's ``<head>``."""
    return environment().get_template("head.html").render(metas=metas, json_ld=json_ld)
