"""The address at which an error is reported, with what the reporter would have to look up filled in."""

from __future__ import annotations

from urllib.parse import urlencode

FORM = "fact.yml"
"""In ``.github/ISSUE_TEMPLATE``; its fields ``page`` and ``version`` take what stands in the address (GitHub,
“Creating an issue from a URL query”)."""


def report_url(issues_url: str, page: str, version: str, place: str) -> str:
    """The form for an error at a place of a page; empty where the repository has none."""
    if not issues_url:
        return ""
    where = f"{page}#{place}" if place else page
    return f"{issues_url}?{urlencode({'template': FORM, 'page': where, 'version': version})}"
