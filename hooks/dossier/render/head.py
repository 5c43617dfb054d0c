"""Renders what a page's ``<head>`` says to programs: reference managers, search engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.pages.page import Meta
from dossier.render.fragment import environment

SHOWN = 60
"""Characters of a title that search engines show, about."""


def window_title(title: str, site_name: str) -> str:
    """A page's title with the site's name behind it, unless that would be cut off in a list of results."""
    whole = f"{title} – {site_name}"
    return whole if len(whole) <= SHOWN else title


def head(json_ld: Mapping[str, Any], metas: Sequence[Meta] = ()) -> str:
    """The elements that go into the page's ``<head>``."""
    return environment().get_template("head.html").render(metas=metas, json_ld=json_ld)
