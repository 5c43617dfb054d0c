"""What the theme writes though HTML does not allow it, and no template can say otherwise."""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""A box to tick is never filled in; ``before-theme.js`` does what the theme means by it."""
_CONTENTS = re.compile(r'(<label class="md-nav__title") for="__toc"')


def conforming(html: str) -> str:
    """A page as the theme renders it, without what the HTML standard forbids.

    The label above the contents opens them in the drawer, by a box that only pages of the navigation have.
    """
    html = _TOGGLE.sub(r"\1", html)
    return html if 'id="__toc"' in html else _CONTENTS.sub(r"\1", html)
