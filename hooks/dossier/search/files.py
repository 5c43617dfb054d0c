"""The index as files that a page loads as scripts, few and small for each question.

The same by http and from disk, where nothing but scripts can be loaded. Each calls
``dossierSearch.put(name, value)``:

- ``start`` – what is loaded first: the table of letters, kinds, languages, years, where the others begin;
- ``t0`` … – terms: lines ``key|names|pages`` in the order of keys. A name is ``page.name.words``, with ``.a``
  if it is an alias; a page is a number in base 36, counted from the page before, and its weight a letter;
- ``e0`` … – the same keys written backwards, for words whose beginning is misspelt;
- ``p0`` … – addresses and titles of so many pages each, and who mentions an entity;
- ``x0`` … – texts by section, deflated (RFC 1951) and in base64, for the words around what was found.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar

from dossier.search.documents import Document
from dossier.search.folding import table
from dossier.search.index import Index, Term, weigh

VERSION = 1
TERMS, ENDS, TEXTS = 16_000, 8_000, 48_000
"""Characters of a shard, about."""
TITLES = 64
"""Pages of a block of titles."""

Item = TypeVar("Item")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index_files(
    index: Index, kinds: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """(file name, content) of every script; ``kinds`` are labels, ``words`` what the search box says."""
    documents = index.documents
    terms = list(_shards([_term(found, term) for found, term in index.terms.items()], TERMS, len))
    ends = list(_shards(sorted(found[::-1] for found in index.terms), ENDS, len))
    texts = list(_shards([_sections(one) for one in documents], TEXTS, _characters))
    numbers = {document.location: number for number, document in enumerate(documents)}
    titles = [_title(document, numbers) for document in documents]
    yield _script(
        "start",
        {
            "version": VERSION,
            "pages": len(documents),
            "terms": [shard[0].partition("|")[0] for shard in terms],
            "ends": [shard[0] for shard in ends],
            "titles": TITLES,
            "texts": _beginnings(texts),
            "runs": list(_runs(documents, list(kinds))),
            "kinds": list(kinds.values()),
            "folding": table(),
            "words": dict(words),
        },
    )
    yield from _scripts("t", map("\n".join, terms))
    yield from _scripts("e", map("\n".join, ends))
    yield from _scripts("p", (titles[at : at + TITLES] for at in range(0, len(titles), TITLES)))
    yield from _scripts("x", map(_deflated, texts))


def _scripts(kind: str, values: Iterable[object]) -> Iterator[tuple[str, str]]:
    return (_script(f"{kind}{number}", value) for number, value in enumerate(values))


def _script(name: str, value: object) -> tuple[str, str]:
    # Two line ends that JSON has in texts were none in scripts before ECMAScript 2019.
    text = _json(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{name}.js", f'dossierSearch.put("{name}",{text})\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shards(items: Iterable[Item], most: int, size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Runs of items that have about ``most`` characters together."""
    shard: list[Item] = []
    filled = 0
    for item in items:
        if shard and filled + size(item) > most:
            yield shard
            shard, filled = [], 0
        shard.append(item)
        filled += size(item)
    if shard:
        yield shard


def _beginnings(shards: Iterable[Sequence[object]]) -> list[int]:
    """The number of each shard's first item."""
    found, at = [], 0
    for shard in shards:
        found.append(at)
        at += len(shard)
    return found


def _term(found: str, term: Term) -> str:
    names = " ".join(
        f"{base36(page)}.{base36(name)}.{base36(length)}" + (".a" if alias else "")
        for page, name, length, alias in term.names
    )
    return f"{found}|{names}|{_postings(term.pages)}"


def _postings(pages: Iterable[tuple[int, int]]) -> str:
    """Each page's distance from the one before, and its weight, from A."""
    written, before = [], 0
    for page, weight in pages:
        written.append(base36(page - before) + chr(ord("A") - 1 + weight))
        before = page
    return "".join(written)


def _title(document: Document, numbers: Mapping[str, int]) -> list[Any]:
    mentions = sorted((numbers[at], weigh(count)) for at, count in document.mentions.items() if at in numbers)
    return [document.location, document.title, document.description, _postings(mentions)]


Texts = list[tuple[str, str, str, str]]


def _sections(document: Document) -> Texts:
    return [(one.anchor, one.heading, one.text, one.language) for one in document.sections]


def _characters(sections: Texts) -> int:
    return sum(len(text) for _, _, text, _ in sections)


def _deflated(block: list[Texts]) -> str:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b64encode(squeeze.compress(_json(block).encode()) + squeeze.flush()).decode()


def _runs(documents: Iterable[Document], kinds: list[str]) -> Iterator[tuple[int, str, int, int]]:
    """Kind, language, year, and how many pages in a row have them."""
    for (kind, language, year), run in groupby(documents, lambda one: (one.kind, one.language, one.year)):
        yield kinds.index(kind), language, year, sum(1 for _ in run)


def base36(number: int) -> str:
    """A number that is not negative, in base 36."""
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits
