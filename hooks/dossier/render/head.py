"""Renders what a page's ``<head>`` says to programs: reference managers, search engines."""

from __future__ import annotations

from dossier.pages import Page
from dossier.render.fragment import environment


def head(page: Page) -> str:
    """The elements that go into the page's ``<head>``; empty where there is nothing to say."""
    return environment().get_template("head.html").render(page=page)
