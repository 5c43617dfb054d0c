"""The index as files that a page loads as scripts, few and small for each question.

The same by http and from disk, where nothing but scripts can be loaded. Each calls
``dossierSearch.put(name, value)``:

- ``start`` – what is loaded first: the table of letters, kinds, languages, years, where the others begin;
- ``k0`` … – the keys in their order, each with ``+`` if it belongs to a name or ``-``, with twice the binary
  logarithm of how many pages hold it, in base 36, and with ``>`` and the key of each lemma: enough to know
  which terms a question wants;
- ``e0`` … – the same with the keys written backwards, for words whose beginning is misspelt;
- ``t0`` … – terms: lines ``key|names|pages`` in the order of keys. A name is ``page.name.words``, with ``.a``
  if it is an alias; a page is a number in base 36, counted from the page before, and its weight a letter;
- ``p0`` … – pages: address, title in the index's language, and which pages mention it if it is an entity's;
- ``x0`` … – texts of pages by section, deflated (RFC 1951) and in base64.
"""

from __future__ import annotations

import json
import math
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Any, TypeVar

from dossier.search.documents import Document
from dossier.search.folding import table
from dossier.search.index import Index, Term, weigh

VERSION = 2
LEAST = {"k": 5_000, "e": 5_000, "t": 5_000, "p": 5_000, "x": 8_000}
"""Characters of a shard by kind, about …"""
MOST = {"k": 60, "e": 60, "t": 300, "p": 300, "x": 800}
"""… unless there would be more shards of its kind than this."""

MOST_PAGES = 500
"""A word that more pages hold leads to those where it weighs most, as many of other languages
(static index pruning: Carmel et al., “Static Index Pruning for Information Retrieval Systems”, 2001)."""

Item = TypeVar("Item")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index_files(
    index: Index, kinds: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """(file name, content) of every script; ``kinds`` are labels, ``words`` what the search box says."""
    documents = index.documents
    numbers = {document.location: number for number, document in enumerate(documents)}
    foreign = frozenset(
        number
        for number, one in enumerate(documents)
        if one.language not in ("", index.language) and not one.translated
    )
    keys = [(found, _rank(term)) for found, term in index.terms.items()]
    shards: dict[str, list[list[Any]]] = {
        "k": _shards("k", [found + rank for found, rank in keys], len),
        "e": _shards("e", sorted(found[::-1] + rank for found, rank in keys), len),
        "t": _shards("t", [_term(found, term, foreign) for found, term in index.terms.items()], len),
        "p": _shards("p", [_page(one, numbers) for one in documents], _letters),
        "x": _shards("x", [_sections(one) for one in documents], _characters),
    }
    yield _script(
        "start",
        {
            "version": VERSION,
            "pages": len(documents),
            "language": index.language,
            "keys": [shard[0] for shard in shards["k"]],
            "ends": [shard[0] for shard in shards["e"]],
            "terms": [shard[0].partition("|")[0] for shard in shards["t"]],
            "titles": _beginnings(shards["p"]),
            "texts": _beginnings(shards["x"]),
            "runs": list(_runs(documents, list(kinds))),
            "kinds": list(kinds.values()),
            "folding": table(),
            "words": dict(words),
        },
    )
    for kind in "ket":
        yield from _scripts(kind, map("\n".join, shards[kind]))
    yield from _scripts("p", shards["p"])
    yield from _scripts("x", map(_deflated, shards["x"]))


def _scripts(kind: str, values: Iterable[object]) -> Iterator[tuple[str, str]]:
    return (_script(f"{kind}{number}", value) for number, value in enumerate(values))


def _script(name: str, value: object) -> tuple[str, str]:
    # Two line ends that JSON has in texts were none in scripts before ECMAScript 2019.
    text = _json(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{name}.js", f'dossierSearch.put("{name}",{text})\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shards(kind: str, items: Sequence[Item], size: Callable[[Item], int]) -> list[list[Item]]:
    """The items in runs of about the same number of characters."""
    wanted = max(LEAST[kind], sum(map(size, items)) / MOST[kind])
    shards: list[list[Item]] = []
    filled = 0
    for item in items:
        if not shards or filled + size(item) / 2 > wanted:
            shards.append([])
            filled = 0
        shards[-1].append(item)
        filled += size(item)
    return shards


def _beginnings(shards: Iterable[Sequence[object]]) -> list[int]:
    """The number of each shard's first item."""
    found, at = [], 0
    for shard in shards:
        found.append(at)
        at += len(shard)
    return found


def _term(found: str, term: Term, foreign: Set[int]) -> str:
    names = " ".join(
        f"{base36(page)}.{base36(name)}.{base36(length)}" + (".a" if alias else "")
        for page, name, length, alias in term.names
    )
    heaviest = sorted(term.pages, key=lambda one: (-one[1], one[0]))
    own = [one for one in heaviest if one[0] not in foreign][:MOST_PAGES]
    others = [one for one in heaviest if one[0] in foreign][:MOST_PAGES]
    return f"{found}|{names}|{_postings(sorted(own + others))}"


def _postings(pages: Iterable[tuple[int, int]]) -> str:
    """Each page's distance from the one before, and its weight, from A."""
    written, before = [], 0
    for page, weight in pages:
        written.append(base36(page - before) + chr(ord("A") - 1 + weight))
        before = page
    return "".join(written)


def _rank(term: Term) -> str:
    lemmas = "".join(f">{one}" for one in term.lemmas)
    return ("+" if term.names else "-") + base36(int(math.log2(1 + len(term.pages)) * 2)) + lemmas


def _page(document: Document, numbers: Mapping[str, int]) -> tuple[str, str, str]:
    mentions = sorted((numbers[at], weigh(count)) for at, count in document.mentions.items() if at in numbers)
    return document.location, document.title, _postings(mentions)


def _letters(row: Iterable[str]) -> int:
    return sum(map(len, row))


Sections = list[tuple[str, str, str, str]]


def _sections(document: Document) -> Sections:
    return [(one.anchor, one.heading, one.text, one.language) for one in document.sections]


def _characters(sections: Sections) -> int:
    return sum(map(_letters, sections))


def _deflated(block: list[Sections]) -> str:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b64encode(squeeze.compress(_json(block).encode()) + squeeze.flush()).decode()


def _runs(documents: Iterable[Document], kinds: list[str]) -> Iterator[tuple[int, str, int, int, int]]:
    """Kind, language, year, how many pages in a row have them, and 1 if these are translated."""
    for (kind, language, year, translated), run in groupby(
        documents, lambda one: (one.kind, one.language, one.year, one.translated)
    ):
        yield kinds.index(kind), language, year, sum(1 for _ in run), int(translated)


def base36(number: int) -> str:
    """A number that is not negative, in base 36."""
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits
