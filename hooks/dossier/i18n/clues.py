"""What in a text looks like a date or a quotation, for editors to look at; nothing is decided by it."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

_QUOTED = re.compile('[«“„"]([^«»“”„"\n]{12,600})[»”“"]')
_NUMBERS = r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
_YEAR = r"(?<!\d)(?:19|20)\d{2}(?!\d)"
_FEWEST = 3
"""Words of a quotation; fewer are as a rule a title or a name."""


def quotations(text: str) -> list[tuple[int, int]]:
    """Where something stands between quotation marks of any language that has the length of what is said."""
    return [match.span(1) for match in _QUOTED.finditer(text) if len(match[1].split()) >= _FEWEST]


def dates(text: str, language: str) -> list[str]:
    """Words that look like a date: in numbers, or with a month of the language (Unicode CLDR)."""
    return [match[0] for match in _dates(language).finditer(text)]


@lru_cache(maxsize=64)
def _dates(language: str) -> re.Pattern[str]:
    months = _months(language)
    if not months:
        return re.compile(f"{_NUMBERS}|{_YEAR}")
    month = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    named = rf"(?:\d{{1,2}}\.? )?\b(?:{month})\b(?: \d{{1,2}}(?!\d))?(?:,? {_YEAR})?"
    return re.compile(f"{_NUMBERS}|{named}|{_YEAR}")


def _months(language: str) -> set[str]:
    try:
        found = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return set()
    return {name for form in ("format", "stand-alone") for name in found[form]["wide"].values()}
