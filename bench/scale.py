"""The page of the docs on what a build costs: its table and its picture follow from the kept results."""

from __future__ import annotations

import re
from pathlib import Path

from bench.picture import picture
from bench.results import Results
from bench.table import tables

PAGE = Path(__file__).resolve().parent.parent / "docs" / "en" / "scale.md"
PICTURE = PAGE.with_suffix(".svg")
_TABLES = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- /measured -->)", re.DOTALL)


def with_tables(page: str, results: Results) -> str:
    """The page with the results' tables between its marks."""
    told = "\n".join(tables(results))
    return _TABLES.sub(lambda _: f"\n{told}\n\n", page, count=1)


def write_page(results: Results) -> None:
    """Bring the page and its picture up to date."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    PICTURE.write_text(picture(results), encoding="utf-8")
