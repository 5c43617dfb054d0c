"""How an article differs from what its record quotes, so that somebody can see it who sees no difference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.characters import cluster, skeleton, spelt

_WORDS = re.compile(r"\s+|[^\s]+")
_SHOWN = 60
"""Characters of differing words that are shown; where more differs, the whole text says it better."""


def difference(article: str, record: str) -> str:
    """The first character that differs where both look the same, otherwise the words that do."""
    if skeleton(article).text.strip() == skeleton(record).text.strip():
        return _character(article, record)
    of_article, of_record = _WORDS.findall(article), _WORDS.findall(record)
    begin = _common(of_article, of_record)
    end = min(
        _common(of_article[::-1], of_record[::-1]),
        len(of_article) - begin,
        len(of_record) - begin,
    )
    has = "".join(of_article[begin : len(of_article) - end]).strip()
    wants = "".join(of_record[begin : len(of_record) - end]).strip()
    if max(len(has), len(wants)) > _SHOWN or not (has or wants):
        return ""
    if not wants:
        return f"the record lacks “{has}”"
    return f"the article has “{has}”, the record “{wants}”" if has else f"the article lacks “{wants}”"


def _character(article: str, record: str) -> str:
    """The first difference of two texts that look the same, by code points."""
    at = _common(article, record)
    has, wants = cluster(article, at), cluster(record, at)
    if has and wants and skeleton(has).text == skeleton(wants).text:
        return f"the article has {spelt(has)} {_after(article, at)}, the record {spelt(wants)}"
    if _goes_unseen(has) or not wants or (has.isspace() and not _goes_unseen(wants)):
        return f"the article has {spelt(has)} {_after(article, at)}, the record nothing"
    return f"the record has {spelt(wants)} {_after(record, at)}, the article nothing"


def _goes_unseen(chars: str) -> bool:
    return bool(chars) and not skeleton(chars).text


def _after(text: str, at: int) -> str:
    """Where a character stands, by the letters before it."""
    before = text[max(0, at - 12) : at]
    return f"after “{before}”" if before else "at the beginning"


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items two sequences begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
