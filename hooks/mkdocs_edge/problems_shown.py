"""A live preview says in its pages what is wrong with the records, where whoever edits them is looking."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_BEGIN = '<main class="md-main"'


def with_problems(html: str, problems: Sequence[str], *, stale: bool) -> str:
    """A page with a list of problems above its text; ``stale``: it shows an earlier state."""
    if not problems or html.count(_BEGIN) != 1:
        return html
    words = (
        "The page shows the last sound state; mend this and save." if stale else "The records have warnings."
    )
    listed = "\n".join(map(escape, problems))
    shown = f'<div class="d-problems md-grid" role="alert"><p>{words}</p><pre>{listed}</pre></div>'
    return html.replace(_BEGIN, f"{shown}{_BEGIN}")
